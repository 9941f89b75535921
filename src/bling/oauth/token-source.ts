import type { Instant } from '../../loyalty';
import { BlingApiError } from '../http';
import type { TokenSource } from '../http';
import type { BlingOAuth, BlingTokens } from './oauth';
import { BlingOAuthError } from './oauth-error';
import type { FailedRefresh, KeptTokens, TokenLog, TokenVault } from './token-vault';
import { createUnsavedTokens } from './unsaved-tokens';

/** What a token source works with. */
export interface TokenSourceOptions {
  /** Asked for when it is needed: it may not be open yet. */
  vault: () => TokenVault;
  oauth: BlingOAuth;
  log: TokenLog;
  /** The time that all processes share. */
  now: () => Instant;
}

/** A source whose process can wait, before it ends, until nothing is on its way into the vault. */
export type VaultTokenSource = TokenSource & { settled(): Promise<void> };

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
export function createTokenSource({ vault, oauth, log, now }: TokenSourceOptions): VaultTokenSource {
  const unsaved = createUnsavedTokens(vault, log);
  const remembered = new Map<string, KeptTokens>();
  const underWay = new Map<string, Promise<KeptTokens>>();
  /** Connections that were refused for good, as far as this process knows. */
  const refused = new Set<string>();

  async function read(connectionId: string): Promise<KeptTokens & { refreshFailed: FailedRefresh | null }> {
    const ours = unsaved.of(connectionId);
    const tokens = ours ? { ...ours, refreshFailed: null } : await vault().tokens(connectionId);
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
    const at = now();
    const until = new Date(at + REFRESH_LEASE_MS);
    if (await vault().claimRefresh(connectionId, stale.version, new Date(at), until))
      return refresh(connectionId, stale);
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    const { refreshFailed: failed } = current;
    if (failed?.final) {
      refused.add(connectionId);
      throw refusedForGood('refresh_failed');
    }
    const comeBackMs = failed ? Math.max(1, failed.until.getTime() - at) : UNDER_WAY_MS;
    throw notNow(failed ? 'refresh_failed' : 'refresh_under_way', comeBackMs);
  }

  async function refresh(connectionId: string, stale: KeptTokens): Promise<KeptTokens> {
    let answer: BlingTokens;
    try {
      answer = await oauth.refresh(stale.refreshToken);
    } catch (error) {
      return giveUpOrFollow(connectionId, stale, error);
    }
    // From here on nothing is a refresh that failed: Bling has replaced the refresh token.
    const { accessToken, refreshToken, expiresInSeconds } = answer;
    const expiresAt = new Date(now() + expiresInSeconds * 1_000);
    const fresh = { accessToken, refreshToken, expiresAt, version: stale.version + 1 };
    if (!(await unsaved.save(connectionId, fresh))) return read(connectionId);
    remembered.set(connectionId, fresh);
    log.info({ connectionId }, 'bling tokens refreshed');
    return fresh;
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
    const failed = { until: new Date(now() + pauseMs), final };
    await vault().failRefresh(connectionId, stale.version, failed);
    if (!(error instanceof BlingOAuthError)) throw error;
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    if (!final) throw notNow(error.kind, pauseMs);
    refused.add(connectionId);
    log.error(
      { connectionId, kind: error.kind },
      'bling refuses the tokens: the merchant has to connect the store again',
    );
    throw refusedForGood(error.kind);
  }

  return {
    settled: unsaved.settled,
    async requireAuthorized(connectionId) {
      if (!refused.has(connectionId)) return;
      const { refreshFailed } = await read(connectionId);
      if (refreshFailed?.final && refreshFailed.until.getTime() > now())
        throw refusedForGood('refresh_failed');
      refused.delete(connectionId);
    },
    async accessToken(connectionId) {
      const known = remembered.get(connectionId) ?? (await read(connectionId));
      if (known.expiresAt.getTime() - RENEW_BEFORE_MS > now()) return known.accessToken;
      const current = await read(connectionId);
      const { accessToken, expiresAt } = current;
      if (expiresAt.getTime() - RENEW_BEFORE_MS > now()) return accessToken;
      try {
        return (await refreshed(connectionId, current)).accessToken;
      } catch (error) {
        // Renewed ahead of time: it still lasts for a call.
        if (expiresAt.getTime() - LASTS_FOR_A_CALL_MS > now()) return accessToken;
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
