import type { Instant } from '../../loyalty';
import { BlingApiError } from '../http';
import type { TokenKeeper, TokenSource } from '../http';
import type { BlingOAuth, BlingTokens } from './oauth';
import { BlingOAuthError } from './oauth-error';
import type { AppWatch, KeptTokens, TokenLog, TokenVault, VaultTokens } from './token-vault';
import { createUnsavedTokens } from './unsaved-tokens';

/** What a token source works with. */
export interface TokenSourceOptions {
  /** Asked for when it is needed: it may not be open yet. */
  vault: () => TokenVault;
  oauth: BlingOAuth;
  log: TokenLog;
  /** Hears whether Bling takes the app's own credentials. */
  app: () => AppWatch;
  /** The time that all processes share. */
  now: () => Instant;
}

/** A source whose process can wait, before it ends, until nothing is on its way into the vault. */
export type VaultTokenSource = TokenSource & TokenKeeper & { settled(): Promise<void> };

/** A token is renewed this long before it ends. */
const RENEW_BEFORE_MS = 5 * 60_000;
const LASTS_FOR_A_CALL_MS = 15_000;
/** A refresh that has not ended by then is taken to have died with its worker. */
const REFRESH_LEASE_MS = 30_000;
/**
 * Whoever needs the token of another process's refresh comes back when that has usually ended, when it has certainly been answered or
 * given up, and when it is taken to have died: so long after it was begun.
 */
const ENDED_AFTER_MS = [2_000, 11_000, REFRESH_LEASE_MS] as const;
/** After a failure that passes nobody asks again before this, unless Bling asks for more: 20 token requests in a minute block the address. */
const PASSING_MS = 30_000;
/** After one that an operator has to mend. */
const FINAL_MS = 10 * 60_000;

/**
 * Bling's tokens out of the vault: refreshed by one caller at a time, whatever the number of processes, because Bling
 * rotates refresh tokens and the loser of a race would be told `invalid_grant`. All others have what came of it, the failure too:
 * those of the same process wait for it, those of others go on with the token that still lasts or are told when to come back.
 */
export function createTokenSource({ vault, oauth, app, log, now }: TokenSourceOptions): VaultTokenSource {
  const unsaved = createUnsavedTokens(vault, log);
  const remembered = new Map<string, VaultTokens>();
  const underWay = new Map<string, Promise<VaultTokens>>();
  /** Access tokens that were refused although they should last, by connection. */
  const dead = new Map<string, string>();
  /** Connections that were refused for good, as far as this process knows. */
  const refused = new Set<string>();

  async function read(connectionId: string): Promise<VaultTokens> {
    const ours = unsaved.of(connectionId);
    const tokens = ours ? unhindered(ours) : await vault().tokens(connectionId);
    if (!tokens) throw new BlingApiError('unauthorized', 'read the tokens of this connection');
    remembered.set(connectionId, tokens);
    return tokens;
  }

  function isDead(connectionId: string, { accessToken, refreshFailed }: VaultTokens): boolean {
    return dead.get(connectionId) === accessToken || refreshFailed?.final === true;
  }

  function lasts(connectionId: string, tokens: VaultTokens, ms: number): boolean {
    return !isDead(connectionId, tokens) && tokens.expiresAt.getTime() - ms > now();
  }

  /** Why nobody can have a token just now, as far as the vault knows. */
  function obstacle(connectionId: string, tokens: VaultTokens): BlingApiError | null {
    const { refreshFailed: failed, refreshingUntil } = tokens;
    const waitMs = failed ? failed.until.getTime() - now() : 0;
    if (failed?.final && waitMs > 0) {
      refused.add(connectionId);
      return refusedForGood('refresh_failed');
    }
    if (lasts(connectionId, tokens, LASTS_FOR_A_CALL_MS)) return null;
    if (waitMs > 0) return notNow('refresh_failed', waitMs);
    return refreshingUntil && refreshingUntil.getTime() > now() ? refreshUnderWay(refreshingUntil) : null;
  }

  function refreshUnderWay(until: Date): BlingApiError {
    const forMs = now() - (until.getTime() - REFRESH_LEASE_MS);
    const endedAfter = ENDED_AFTER_MS.find((ms) => ms > forMs) ?? REFRESH_LEASE_MS;
    return notNow('refresh_under_way', Math.max(endedAfter - forMs, ENDED_AFTER_MS[0]));
  }

  /** @throws BlingApiError with when to come back, or that the store has to be authorised again */
  function refreshed(connectionId: string, stale: VaultTokens): Promise<VaultTokens> {
    const key = keyOf(connectionId, stale);
    const another = underWay.get(key);
    if (another) return another.catch(asHeard);
    const ours = refreshOnce(connectionId, stale).finally(() => underWay.delete(key));
    underWay.set(key, ours);
    return ours;
  }

  async function refreshOnce(connectionId: string, stale: VaultTokens): Promise<VaultTokens> {
    const why = obstacle(connectionId, stale);
    if (why) throw why;
    const at = now();
    const { insteadOfRefusedAt: insteadAt } = stale;
    // Bling takes the refresh token and not what it hands out for it: more of the same would only use up the token requests.
    if (insteadAt && isDead(connectionId, stale) && at - insteadAt.getTime() < FINAL_MS)
      return refuse(connectionId, stale, 'refused_anew');
    const until = new Date(at + REFRESH_LEASE_MS);
    if (await vault().claimRefresh(connectionId, stale.version, new Date(at), until))
      return refresh(connectionId, stale);
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    throw obstacle(connectionId, current) ?? refreshUnderWay(until);
  }

  async function refresh(connectionId: string, stale: VaultTokens): Promise<VaultTokens> {
    let answer: BlingTokens;
    try {
      answer = await oauth.refresh(stale.refreshToken);
    } catch (error) {
      return giveUpOrFollow(connectionId, stale, error);
    }
    // From here on nothing is a refresh that failed: Bling has replaced the refresh token.
    const { accessToken, refreshToken, expiresInSeconds } = answer;
    const expiresAt = new Date(now() + expiresInSeconds * 1_000);
    const insteadOfRefusedAt = isDead(connectionId, stale) ? new Date(now()) : null;
    const fresh = { accessToken, refreshToken, expiresAt, version: stale.version + 1, insteadOfRefusedAt };
    if (!(await unsaved.save(connectionId, fresh))) return read(connectionId);
    const known = unhindered(fresh);
    remembered.set(connectionId, known);
    log.info({ connectionId }, 'bling tokens refreshed');
    // Else the next refresh says so.
    await app()
      .taken(connectionId)
      .catch(() => undefined);
    return known;
  }

  async function giveUpOrFollow(
    connectionId: string,
    stale: VaultTokens,
    error: unknown,
  ): Promise<VaultTokens> {
    if (error instanceof BlingOAuthError && error.permanent) return refuse(connectionId, stale, error.kind);
    const ofApp = error instanceof BlingOAuthError && error.kind === 'invalid_client';
    const asked = error instanceof BlingOAuthError ? error.retryAfterMs : undefined;
    const pauseMs = asked ?? (ofApp ? FINAL_MS : PASSING_MS);
    const failed = { until: new Date(now() + pauseMs), final: false };
    await vault().failRefresh(connectionId, stale.version, failed);
    if (!(error instanceof BlingOAuthError)) throw error;
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    if (ofApp) await tellOfApp(connectionId);
    throw notNow(error.kind, pauseMs, wasAsked(error));
  }

  async function tellOfApp(connectionId: string): Promise<void> {
    log.error(
      { connectionId },
      'bling does not take the app: correct BLING_CLIENT_ID and BLING_CLIENT_SECRET',
    );
    await app().refused(connectionId);
  }

  /** For good, unless the stored tokens are others by now: somebody may have authorised the store meanwhile. */
  async function refuse(connectionId: string, stale: VaultTokens, kind: string): Promise<VaultTokens> {
    const failed = { until: new Date(now() + FINAL_MS), final: true };
    await vault().failRefresh(connectionId, stale.version, failed);
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    refused.add(connectionId);
    log.error(
      { connectionId, kind },
      'bling refuses the tokens: the merchant has to connect the store again',
    );
    throw refusedForGood(kind);
  }

  return {
    settled: unsaved.settled,
    async requireHope(connectionId) {
      const known = remembered.get(connectionId);
      if (known && !refused.has(connectionId) && lasts(connectionId, known, RENEW_BEFORE_MS)) return;
      const current = await read(connectionId);
      if (!lasts(connectionId, current, LASTS_FOR_A_CALL_MS)) {
        const ours = underWay.get(keyOf(connectionId, current));
        if (ours) return void (await ours);
      }
      const why = obstacle(connectionId, current);
      if (why) throw why;
      refused.delete(connectionId);
    },
    async accessToken(connectionId) {
      const known = remembered.get(connectionId) ?? (await read(connectionId));
      if (lasts(connectionId, known, RENEW_BEFORE_MS)) return known.accessToken;
      const current = await read(connectionId);
      if (lasts(connectionId, current, RENEW_BEFORE_MS)) return current.accessToken;
      try {
        return (await refreshed(connectionId, current)).accessToken;
      } catch (error) {
        // Renewed ahead of time: it still lasts for a call.
        if (lasts(connectionId, current, LASTS_FOR_A_CALL_MS)) return current.accessToken;
        throw error;
      }
    },
    async renew(connectionId, lastsMs) {
      const current = await read(connectionId);
      if (lasts(connectionId, current, lastsMs)) return false;
      await refreshed(connectionId, current);
      return true;
    },
    async revoke(connectionId, isStill) {
      const { refreshToken, version } = await read(connectionId);
      if (!(await isStill())) return null;
      try {
        await oauth.revoke(refreshToken);
      } catch (error) {
        if (!(error instanceof BlingOAuthError) || !error.permanent) throw error;
        log.error({ connectionId, kind: error.kind }, 'bling did not take an access back');
      }
      remembered.delete(connectionId);
      return version;
    },
    async refreshAfter401(connectionId, rejectedToken) {
      const current = await read(connectionId);
      if (current.accessToken === rejectedToken) dead.set(connectionId, rejectedToken);
      return isDead(connectionId, current)
        ? (await refreshed(connectionId, current)).accessToken
        : current.accessToken;
    },
  };
}

function keyOf(connectionId: string, { version }: VaultTokens): string {
  return `${connectionId}/${version}`;
}

/** Tokens that Bling has just handed out. */
function unhindered(tokens: KeptTokens): VaultTokens {
  return { ...tokens, refreshFailed: null, refreshingUntil: null };
}

/** @param asked whether it is this caller whom Bling gave no tokens */
function notNow(type: string, retryAfterMs: number, asked = false): BlingApiError {
  return new BlingApiError('unavailable', 'refresh the tokens', { type, retryAfterMs, asked });
}

/** Else it was not the turn of this installation; or it is the app that Bling refuses, which is no silence of Bling's. */
function wasAsked({ kind, status }: BlingOAuthError): boolean {
  return kind !== 'invalid_client' && (kind !== 'rate_limited' || status !== undefined);
}

/** Of many who wait for one refresh only the one who asked has met its failure: the others hear of it. */
function asHeard(error: unknown): never {
  if (error instanceof BlingApiError && !error.permanent)
    throw notNow(error.type ?? 'refresh_failed', error.retryAfterMs ?? PASSING_MS);
  throw error;
}

function refusedForGood(type: string): BlingApiError {
  return new BlingApiError('unauthorized', 'refresh the tokens', { type });
}
