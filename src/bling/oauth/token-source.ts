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

/** A refresh that failed: nobody tries again before `until`. `final`: the merchant has to authorise anew. */
export interface FailedRefresh {
  until: Date;
  final: boolean;
}

/** Where the tokens of all connections are kept, for all processes. */
export interface TokenVault {
  /** The tokens, and how the last refresh of them failed, if it did. */
  tokens(connectionId: string): Promise<(KeptTokens & { refreshFailed: FailedRefresh | null }) | null>;
  /** True for the one caller that may refresh tokens of this version, until `until`; for none while a failure is waited out. */
  claimRefresh(connectionId: string, version: number, now: Date, until: Date): Promise<boolean>;
  saveTokens(connectionId: string, version: number, tokens: Omit<KeptTokens, 'version'>): Promise<boolean>;
  /** Gives a claim back after a refresh that failed, and tells all others. */
  failRefresh(connectionId: string, version: number, failed: FailedRefresh): Promise<void>;
  setState(connectionId: string, state: 'needs_authorization'): Promise<void>;
}

/** The part of a pino logger a token source uses. Only ids and kinds are ever passed to it. */
export interface TokenLog {
  info(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
}

/** A token is renewed this long before it ends. */
const RENEW_BEFORE_MS = 5 * 60_000;
const LASTS_FOR_A_CALL_MS = 15_000;
/** A refresh that has not ended by then is taken to have died with its worker. */
const REFRESH_LEASE_MS = 30_000;
/** How long another process's refresh usually takes: whoever needs its token comes back after that. */
const UNDER_WAY_MS = 2_000;
/** After a failure that passes nobody asks again before this, unless Bling asks for more: 20 token requests in a minute block the address. */
const PASSING_MS = 30_000;
/** After one that does not pass, which an operator may mend meanwhile. */
const FINAL_MS = 10 * 60_000;

/**
 * Bling's tokens out of the vault: refreshed by one caller at a time, whatever the number of processes, because Bling
 * rotates refresh tokens and the loser of a race would be told `invalid_grant`. All others have what came of it, the failure too:
 * those of the same process wait for it, those of others go on with the token that still lasts or are told when to come back.
 */
export function createTokenSource(vault: () => TokenVault, oauth: BlingOAuth, log: TokenLog): TokenSource {
  const remembered = new Map<string, KeptTokens>();
  const underWay = new Map<string, Promise<KeptTokens>>();
  /** Connections that were refused for good, as far as this process knows. */
  const refused = new Set<string>();

  async function read(connectionId: string): Promise<KeptTokens & { refreshFailed: FailedRefresh | null }> {
    const tokens = await vault().tokens(connectionId);
    if (!tokens) throw new BlingApiError('unauthorized', 'read the tokens of this connection');
    remembered.set(connectionId, tokens);
    return tokens;
  }

  /** @throws BlingApiError with when to come back, or that the store has to be authorised again */
  function refreshed(connectionId: string, stale: KeptTokens): Promise<KeptTokens> {
    const key = `${connectionId}/${stale.version}`;
    const shared = underWay.get(key) ?? refreshOnce(connectionId, stale).finally(() => underWay.delete(key));
    underWay.set(key, shared);
    return shared;
  }

  async function refreshOnce(connectionId: string, stale: KeptTokens): Promise<KeptTokens> {
    const now = Date.now();
    const until = new Date(now + REFRESH_LEASE_MS);
    if (await vault().claimRefresh(connectionId, stale.version, new Date(now), until))
      return refresh(connectionId, stale);
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    const { refreshFailed: failed } = current;
    if (failed?.final) {
      refused.add(connectionId);
      throw refusedForGood('refresh_failed');
    }
    const comeBackMs = failed ? Math.max(1, failed.until.getTime() - now) : UNDER_WAY_MS;
    throw notNow(failed ? 'refresh_failed' : 'refresh_under_way', comeBackMs);
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
    const final = error instanceof BlingOAuthError && error.permanent;
    const asked = error instanceof BlingOAuthError ? error.retryAfterMs : undefined;
    const pauseMs = final ? FINAL_MS : (asked ?? PASSING_MS);
    const failed = { until: new Date(Date.now() + pauseMs), final };
    await vault().failRefresh(connectionId, stale.version, failed);
    if (!(error instanceof BlingOAuthError)) throw error;
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    if (!final) throw notNow(error.kind, pauseMs);
    refused.add(connectionId);
    await vault().setState(connectionId, 'needs_authorization');
    log.error(
      { connectionId, kind: error.kind },
      'bling refuses the tokens: the merchant has to connect the store again',
    );
    throw refusedForGood(error.kind);
  }

  return {
    async requireAuthorized(connectionId) {
      if (!refused.has(connectionId)) return;
      const { refreshFailed } = await read(connectionId);
      if (refreshFailed?.final && refreshFailed.until.getTime() > Date.now())
        throw refusedForGood('refresh_failed');
      refused.delete(connectionId);
    },
    async accessToken(connectionId) {
      const known = remembered.get(connectionId) ?? (await read(connectionId));
      if (known.expiresAt.getTime() - RENEW_BEFORE_MS > Date.now()) return known.accessToken;
      const current = await read(connectionId);
      const { accessToken, expiresAt } = current;
      if (expiresAt.getTime() - RENEW_BEFORE_MS > Date.now()) return accessToken;
      try {
        return (await refreshed(connectionId, current)).accessToken;
      } catch (error) {
        // Renewed ahead of time: it still lasts for a call.
        if (expiresAt.getTime() - LASTS_FOR_A_CALL_MS > Date.now()) return accessToken;
        throw error;
      }
    },
    async refreshAfter401(connectionId, rejectedToken) {
      const current = await read(connectionId);
      return current.accessToken === rejectedToken
        ? (await refreshed(connectionId, current)).accessToken
        : current.accessToken;
    },
  };
}

function notNow(type: string, retryAfterMs: number): BlingApiError {
  return new BlingApiError('unavailable', 'refresh the tokens', { type, retryAfterMs, asked: false });
}

function refusedForGood(type: string): BlingApiError {
  return new BlingApiError('unauthorized', 'refresh the tokens', { type });
}
