import { setTimeout as delay } from 'node:timers/promises';
import { BlingApiError } from '../http';
import type { TokenSource } from '../http';
import type { BlingOAuth } from './oauth';
import { BlingOAuthError } from './oauth-error';

/** A connection's tokens as they are kept; the version counts how often they were replaced. */
export interface KeptTokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
  version: number;
}

/** Where the tokens of all connections are kept, for all processes. */
export interface TokenVault {
  tokens(connectionId: string): Promise<KeptTokens | null>;
  /** True for the one caller that may refresh tokens of this version, until `until`. */
  claimRefresh(connectionId: string, version: number, now: Date, until: Date): Promise<boolean>;
  saveTokens(connectionId: string, version: number, tokens: Omit<KeptTokens, 'version'>): Promise<boolean>;
  dropRefreshClaim(connectionId: string, version: number): Promise<void>;
  setState(connectionId: string, state: 'needs_authorization'): Promise<void>;
}

/** The part of a pino logger a token source uses. Only ids and kinds are ever passed to it. */
export interface TokenLog {
  info(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
}

/** A token is renewed this long before it ends. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A refresh that has not ended by then is taken to have died with its worker. */
const REFRESH_LEASE_MS = 30_000;
const POLL_MS = 250;

/**
 * Bling's tokens out of the vault: refreshed by one caller at a time, whatever the number of processes, because Bling
 * rotates refresh tokens and the loser of a race would be told `invalid_grant`.
 */
export function createTokenSource(vault: () => TokenVault, oauth: BlingOAuth, log: TokenLog): TokenSource {
  const remembered = new Map<string, KeptTokens>();

  async function read(connectionId: string): Promise<KeptTokens> {
    const tokens = await vault().tokens(connectionId);
    if (!tokens) throw new BlingApiError('unauthorized', 'read the tokens of this connection');
    remembered.set(connectionId, tokens);
    return tokens;
  }

  async function refreshed(connectionId: string, stale: KeptTokens): Promise<KeptTokens> {
    for (;;) {
      const now = Date.now();
      if (
        await vault().claimRefresh(
          connectionId,
          stale.version,
          new Date(now),
          new Date(now + REFRESH_LEASE_MS),
        )
      )
        return refresh(connectionId, stale);
      const current = await read(connectionId);
      if (current.version !== stale.version) return current;
      await delay(POLL_MS);
    }
  }

  async function refresh(connectionId: string, stale: KeptTokens): Promise<KeptTokens> {
    try {
      const answer = await oauth.refresh(stale.refreshToken);
      const expiresAt = new Date(Date.now() + answer.expiresInSeconds * 1000);
      await vault().saveTokens(connectionId, stale.version, { ...answer, expiresAt });
      log.info({ connectionId }, 'bling tokens refreshed');
      return await read(connectionId);
    } catch (error) {
      return giveUpOrFollow(connectionId, stale, error);
    }
  }

  /** After a refusal the stored tokens are looked at once more: somebody may have authorised the store meanwhile. */
  async function giveUpOrFollow(
    connectionId: string,
    stale: KeptTokens,
    error: unknown,
  ): Promise<KeptTokens> {
    await vault().dropRefreshClaim(connectionId, stale.version);
    if (!(error instanceof BlingOAuthError)) throw error;
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    if (!error.permanent)
      throw new BlingApiError('unavailable', 'refresh the tokens', {
        type: error.kind,
        ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      });
    await vault().setState(connectionId, 'needs_authorization');
    log.error(
      { connectionId, kind: error.kind },
      'bling refuses the tokens: the merchant has to connect the store again',
    );
    throw new BlingApiError('unauthorized', 'refresh the tokens', { type: error.kind });
  }

  return {
    async accessToken(connectionId) {
      const known = remembered.get(connectionId) ?? (await read(connectionId));
      if (known.expiresAt.getTime() - RENEW_BEFORE_MS > Date.now()) return known.accessToken;
      const current = await read(connectionId);
      if (current.expiresAt.getTime() - RENEW_BEFORE_MS > Date.now()) return current.accessToken;
      return (await refreshed(connectionId, current)).accessToken;
    },
    async refreshAfter401(connectionId, rejectedToken) {
      const current = await read(connectionId);
      return current.accessToken === rejectedToken
        ? (await refreshed(connectionId, current)).accessToken
        : current.accessToken;
    },
  };
}
