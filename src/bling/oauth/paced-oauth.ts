import type { BlingOAuth } from './oauth';
import { BlingOAuthError } from './oauth-error';
import type { GrantOperation } from './oauth-error';

/** The pace of token requests over all merchants and processes. */
export interface TokenTurns {
  /** 0: one request may start now, and is counted; else how many milliseconds from now on none may. */
  take(): Promise<number>;
  /** For how many milliseconds from now on none may start, as Bling has said; 0: it has not. */
  pausedMs(): Promise<number>;
  /** Counts one that waits for no turn. */
  count(): Promise<void>;
  /** None may start for so many milliseconds from now on. */
  pause(ms: number): Promise<void>;
}

/** Those who have to come back are spread over so long, that they do not all come at once. */
const SPREAD_MS = 8_000;
/** A turn further away than this is no matter of pace: Bling has said that nobody may ask. */
const LONGEST_PACE_MS = 60_000;

/** Token requests that keep to a pace. */
interface PacedOAuth extends BlingOAuth {
  /** For how many milliseconds nobody may ask, be there a person waiting or not; 0: one may. */
  barredMs(): Promise<number>;
}

/**
 * Token requests at the pace that Bling allows an address. A refresh that is not its turn fails with `rate_limited` and when to
 * come back; Bling was not asked. Where a person waits for it, it goes ahead and counts. So does the exchange of a code, since the
 * code lives one minute, and what gives access back. After a 429 nobody asks for as long as Bling says, whatever for: that would prolong the
 * block for all.
 * @param turns asked for when they are needed: the store may not be open yet
 * @param waiting who waits for a refresh: somebody at a screen, or the work of the day, which can come back
 */
export function pacedOAuth(
  oauth: BlingOAuth,
  turns: () => TokenTurns,
  waiting: 'person' | 'work',
): PacedOAuth {
  async function heeding<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const { retryAfterMs } = error instanceof BlingOAuthError ? error : {};
      // Where that cannot be kept, what Bling said is still the more useful failure.
      if (retryAfterMs !== undefined)
        await turns()
          .pause(retryAfterMs)
          .catch(() => undefined);
      throw error;
    }
  }

  /** Counts one that waits for no turn, but for the end of what Bling has said. */
  async function goAhead(operation: GrantOperation): Promise<void> {
    const waitMs = await turns().pausedMs();
    if (waitMs > 0) throw new BlingOAuthError('rate_limited', operation, undefined, waitMs);
    await turns().count();
  }

  return {
    barredMs: () => turns().pausedMs(),
    async exchangeCode(code) {
      await goAhead('exchange');
      return heeding(oauth.exchangeCode(code));
    },
    async revoke(refreshToken) {
      await goAhead('revoke');
      return heeding(oauth.revoke(refreshToken));
    },
    async refresh(refreshToken) {
      const waitMs = await turns().take();
      const goesAhead = waiting === 'person' && waitMs <= LONGEST_PACE_MS;
      if (waitMs > 0 && goesAhead) await goAhead('refresh');
      else if (waitMs > 0) {
        const comeBackMs = Math.ceil(waitMs + Math.random() * SPREAD_MS);
        throw new BlingOAuthError('rate_limited', 'refresh', undefined, comeBackMs);
      }
      return heeding(oauth.refresh(refreshToken));
    },
  };
}
