import type { RequestHandler } from 'express';
import type { Admit } from './auth';

/** A sale that is taken in so much later is no worse for it; a till that is never idle must not keep it out for good. */
const PATIENCE_MS = 250;
/** A counter's call that lasts longer waits for something else: it costs nothing meanwhile, and keeps nobody out. */
const COSTS_MS = 1_000;

/**
 * Lets what nobody waits for come after what somebody waits for at a counter, within this process: both cost the same database and the
 * same Temporal, whose work cannot be told to wait once it has been asked for.
 */
export class StaffFirst {
  private underWay = 0;
  private readonly waiting = new Set<() => void>();

  /** The same admission, which counts the calls of counters that were let in until they are answered, have hung up, or only wait. */
  counting(admit: Admit): Admit {
    return (admission, when) => {
      const handlers = admit(admission, when);
      return admission === 'counter' && when === 'first' ? [...handlers, this.count] : handlers;
    };
  }

  /** Comes back when no call of a counter is under way, or after a quarter of a second. */
  lull(): Promise<void> {
    if (this.underWay === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, PATIENCE_MS);
      this.waiting.add(go);
    });
  }

  private readonly count: RequestHandler = (_req, res, next) => {
    this.underWay += 1;
    const timer = setTimeout(() => {
      res.off('close', ended);
      this.leave();
    }, COSTS_MS).unref();
    const ended = (): void => {
      clearTimeout(timer);
      this.leave();
    };
    res.once('close', ended);
    next();
  };

  private leave(): void {
    this.underWay -= 1;
    if (this.underWay === 0) for (const go of [...this.waiting]) go();
  }
}
