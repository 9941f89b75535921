import { z } from 'zod';
import { NoAnswerError, callBling } from '../http';
import type { HttpAnswer, Fetch } from '../http';
import { BlingOAuthError, oauthFailure } from './oauth-error';
import type { GrantOperation } from './oauth-error';

/** What an authorisation or a refresh brings. Secret: stored encrypted, never logged. */
export interface BlingTokens {
  /** A JWT of 1,500 to 3,000 characters, good for `expiresInSeconds` (six hours). */
  accessToken: string;
  /** Good for 30 days, and replaced by every refresh. */
  refreshToken: string;
  expiresInSeconds: number;
  /** The numeric ids of the scopes granted, separated by spaces. */
  scope: string;
}

/** The app's side of the authorisation. */
export interface BlingOAuth {
  /**
   * Trades the code of a callback for tokens. The code lives one minute and works once; used a second time it
   * makes Bling revoke the user, so this is never retried, here or by callers: every `BlingOAuthError` of it
   * is permanent.
   */
  exchangeCode(code: string): Promise<BlingTokens>;
  /**
   * Trades a refresh token for new tokens. Bling replaces the refresh token each time, so two refreshes at
   * once make one of them fail with `invalid_grant`: callers let only one run and look for a newer token
   * before giving up.
   */
  refresh(refreshToken: string): Promise<BlingTokens>;
  /** Gives the app's access to a company back, as if it were uninstalled there. @throws BlingOAuthError */
  revoke(refreshToken: string): Promise<void>;
}

/** The app's registration with Bling. */
export interface BlingOAuthOptions {
  /** `https://api.bling.com.br/Api/v3/oauth/token`. */
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  fetch?: Fetch;
  /** @default 10000 */
  timeoutMs?: number;
}

/**
 * The address that asks the merchant for consent (developer.bling.com.br/aplicativos). `state` must be random
 * and not empty; redirect address and scopes are those registered with the app, Bling ignores them here.
 */
export function authorizeUrl(request: { authorizeUrl: string; clientId: string; state: string }): string {
  const url = new URL(request.authorizeUrl);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', request.clientId);
  url.searchParams.set('state', request.state);
  return url.toString();
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().int().positive(),
  scope: z.string().nullish(),
});

/**
 * Builds the token requests: credentials by Basic authentication only (in the body Bling refuses them), form
 * bodies.
 */
export function createOAuth(options: BlingOAuthOptions): BlingOAuth {
  return {
    exchangeCode: (code) =>
      grant(options, 'exchange', new URLSearchParams({ grant_type: 'authorization_code', code })),
    refresh: (refreshToken) =>
      grant(
        options,
        'refresh',
        new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
      ),
    async revoke(refreshToken) {
      const revokeUrl = options.tokenUrl.replace(/token\/?$/, 'revoke');
      const body = new URLSearchParams({
        ...{ token: refreshToken, token_type_hint: 'refresh_token' },
        ...{ revoke_action: 'uninstall', revoke_target: 'company' },
      });
      const answer = await post({ ...options, tokenUrl: revokeUrl }, 'revoke', body);
      if (answer.status < 200 || answer.status > 299) throw oauthFailure(answer, 'revoke');
    },
  };
}

async function grant(
  options: BlingOAuthOptions,
  operation: GrantOperation,
  body: URLSearchParams,
): Promise<BlingTokens> {
  const answer = await post(options, operation, body);
  if (answer.status < 200 || answer.status > 299) throw oauthFailure(answer, operation);
  const parsed = tokenAnswer.safeParse(answer.json);
  // Rotation is undocumented: an answer without a refresh token leaves the old one in force.
  const refreshToken = parsed.data?.refresh_token ?? body.get('refresh_token');
  if (!parsed.success || refreshToken === null) {
    throw new BlingOAuthError('invalid_answer', operation, answer.status);
  }
  const { access_token: accessToken, expires_in: expiresInSeconds, scope } = parsed.data;
  return { accessToken, refreshToken, expiresInSeconds, scope: scope ?? '' };
}

async function post(
  options: BlingOAuthOptions,
  operation: GrantOperation,
  body: URLSearchParams,
): Promise<HttpAnswer> {
  const { tokenUrl, clientId, clientSecret, fetch = globalThis.fetch, timeoutMs = 10_000 } = options;
  const headers = {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
    // The documentation asks for this literal value.
    accept: '1.0',
    'enable-jwt': '1',
  };
  try {
    return await callBling(fetch, tokenUrl, { method: 'POST', headers, body }, timeoutMs);
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    throw new BlingOAuthError(error.kind, operation);
  }
}
