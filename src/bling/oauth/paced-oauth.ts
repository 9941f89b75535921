import type { BlingOAuth } from './oauth';
import { BlingOAuthError } from './oauth-error';

/** The pace of token requests over all merchants and processes. */
export interface TokenTurns {
  /** 0: one request may start now, and is counted; else how many milliseconds from now on none may. */
  take(): Promise<number>;
  /** Counts one that waits for no turn. */
  count(): Promise<void>;
  /** None may start for so many milliseconds from now on. */
  pause(ms: number): Promise<void>;
}

/** Those who have to come back are spread over so long, that they do not all come at once. */
const SPREAD_MS = 8_000;

/**
 * Token requests at the pace that Bling allows an address. A refresh that is not its turn fails with `rate_limited` and when to
 * come back; Bling was not asked. The exchange of a code goes ahead, since the code lives one minute, and counts. After a 429 nobody
 * asks for as long as Bling says.
 * @param turns asked for when they are needed: the store may not be open yet
 */
export function pacedOAuth(oauth: BlingOAuth, turns: () => TokenTurns): BlingOAuth {
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

  return {
    async exchangeCode(code) {
      await turns().count();
      return heeding(oauth.exchangeCode(code));
    },
    async refresh(refreshToken) {
      const waitMs = await turns().take();
      if (waitMs > 0) {
        const comeBackMs = Math.ceil(waitMs + Math.random() * SPREAD_MS);
        throw new BlingOAuthError('rate_limited', 'refresh', undefined, comeBackMs);
      }
      return heeding(oauth.refresh(refreshToken));
    },
  };
}
