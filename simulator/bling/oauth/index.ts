export { allowedUrl, decideConsent, refusedUrl, showConsent } from './authorize';
export type { AuthorizationError } from './authorize';
export { giveToken, revoke } from './token';
