export { authorizeUrl, createOAuth } from './oauth';
export type { BlingOAuth, BlingTokens } from './oauth';
export { BlingOAuthError } from './oauth-error';
export { pacedOAuth } from './paced-oauth';
export { createTokenSource } from './token-source';
export type { FailedRefresh, KeptTokens } from './token-vault';
