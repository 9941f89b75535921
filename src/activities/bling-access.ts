import { setTimeout as delay } from 'node:timers/promises';
import { BlingApiError, BlingOAuthError } from '../bling';
import type { BlingOAuth, TokenSource } from '../bling';
import type { Logger } from '../log';
import type { Connections, Tokens } from '../store';

/** A token is renewed this long before it ends. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A refresh that has not ended by then is taken to have died with its worker. */
const REFRESH_LEASE_MS = 30_000;
const POLL_MS = 250;

/**
 * Bling's tokens out of the store: refreshed by one caller at a time, whatever the number of workers, because Bling
 * rotates refresh tokens and the loser of a race would be told `invalid_grant`.
 */
export function createTokenSource(connections: Connections, oauth: BlingOAuth, log: Logger): TokenSource {
  const remembered = new Map<string, Tokens>();

  async function read(connectionId: string): Promise<Tokens> {
    const tokens = await connections.tokens(connectionId);
    if (!tokens) throw new BlingApiError('unauthorized', 'read the tokens of this connection');
    remembered.set(connectionId, tokens);
    return tokens;
  }

  async function refreshed(connectionId: string, stale: Tokens): Promise<Tokens> {
    for (;;) {
      const now = Date.now();
      if (
        await connections.claimRefresh(
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

  async function refresh(connectionId: string, stale: Tokens): Promise<Tokens> {
    try {
      const answer = await oauth.refresh(stale.refreshToken);
      const expiresAt = new Date(Date.now() + answer.expiresInSeconds * 1000);
      await connections.saveTokens(connectionId, stale.version, { ...answer, expiresAt });
      log.info({ connectionId }, 'bling tokens refreshed');
      return await read(connectionId);
    } catch (error) {
      return giveUpOrFollow(connectionId, stale, error);
    }
  }

  /** After a refusal the stored tokens are looked at once more: somebody may have authorised the store meanwhile. */
  async function giveUpOrFollow(connectionId: string, stale: Tokens, error: unknown): Promise<Tokens> {
    await connections.dropRefreshClaim(connectionId, stale.version);
    if (!(error instanceof BlingOAuthError)) throw error;
    const current = await read(connectionId);
    if (current.version !== stale.version) return current;
    if (!error.permanent)
      throw new BlingApiError('unavailable', 'refresh the tokens', {
        type: error.kind,
        ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      });
    await connections.setState(connectionId, 'needs_authorization');
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
