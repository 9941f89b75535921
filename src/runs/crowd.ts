import { setTimeout as delay } from 'node:timers/promises';
import { Queues } from './queues';
import { EngineBusyError, RunEndedError } from './errors';

/** The server takes ten updates of one run at once, from all processes of ours together. */
const AT_ONCE = 3;
/** How long a call waits for its turn, and for a server that is busy, before its caller is told to come back. */
const PATIENCE_MS = 10_000;
/** A pause before asking again: so much, and up to as much more, so that those who wait do not come back together. */
const PAUSE_MS = 60;

/**
 * Keeps a crowd from the run of a sale: a few ask at once, the rest wait here, and what a limit of the server refuses is
 * asked again. `ask` may run more than once and must come to the same each time.
 */
export class Crowd {
  private readonly queues = new Queues(AT_ONCE, PATIENCE_MS);

  /** @throws WaitedInVainError, and whatever `ask` throws for good */
  async absorb<T>(saleId: string, ask: () => Promise<T>): Promise<T> {
    const until = Date.now() + PATIENCE_MS;
    return this.queues.run(saleId, async () => {
      for (;;) {
        try {
          return await ask();
        } catch (error) {
          const passing = error instanceof EngineBusyError || error instanceof RunEndedError;
          if (!passing || Date.now() >= until) throw error;
          await delay(PAUSE_MS * (1 + Math.random()));
        }
      }
    });
  }
}
