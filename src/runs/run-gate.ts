import { setTimeout as delay } from 'node:timers/promises';
import { KeyedLimiter } from './keyed-limiter';
import { EngineBusyError, RunEndedError } from './errors';

/** The server takes ten updates of one run at once, from all processes of ours together. */
const AT_ONCE = 3;
/** How long a call waits for its turn, and for a server that is busy, before its caller is told to come back. */
const PATIENCE_MS = 10_000;
/**
 * A pause before asking again: so much, twice as much each time, and up to as much more, so that those who wait neither come back
 * together nor keep the server busy with refusing them.
 */
const FIRST_PAUSE_MS = 60;
const LONGEST_PAUSE_MS = 960;

/**
 * Stands before the runs of sales, because the server limits the updates of one run: a few calls about a sale pass at once,
 * the rest wait here, and what a limit of the server refuses is asked again.
 */
export class RunGate {
  private readonly limiter: KeyedLimiter;

  /** @param patienceMs how long a call waits, for its turn and for the server, before it is given up */
  constructor(private readonly patienceMs: number = PATIENCE_MS) {
    this.limiter = new KeyedLimiter(AT_ONCE, patienceMs);
  }

  /**
   * Makes the call when it may pass. `call` may be made more than once and must come to the same each time.
   * @throws WaitedInVainError, and whatever `call` throws for good
   */
  async pass<T>(saleId: string, call: () => Promise<T>): Promise<T> {
    const until = Date.now() + this.patienceMs;
    return this.limiter.run(saleId, async () => {
      for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
        try {
          return await call();
        } catch (error) {
          const passing = error instanceof EngineBusyError || error instanceof RunEndedError;
          if (!passing || Date.now() >= until) throw error;
          await delay(pauseMs * (1 + Math.random()));
        }
      }
    });
  }
}
