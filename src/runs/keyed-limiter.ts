import { Semaphore, withTimeout } from 'async-mutex';
import type { SemaphoreInterface } from 'async-mutex';

/** The turn did not come in time; nothing was begun. */
export class WaitedInVainError extends Error {
  override readonly name = 'WaitedInVainError';

  constructor() {
    super('Too much was waiting for the same thing, and its turn did not come. The call can be repeated.');
  }
}

/** For each key, lets only so many pieces of work run at once in this process; the others wait their turn. */
export class KeyedLimiter {
  private readonly semaphores = new Map<string, SemaphoreInterface>();

  /** @param patienceMs how long anybody waits */
  constructor(
    private readonly atOnce: number,
    private readonly patienceMs: number,
  ) {}

  /** Does the work when its turn has come. A key that nobody waits for is forgotten. @throws WaitedInVainError */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const semaphore = this.semaphores.get(key) ?? this.freshSemaphore();
    this.semaphores.set(key, semaphore);
    try {
      return await semaphore.runExclusive(work);
    } finally {
      if (semaphore.getValue() === this.atOnce) this.semaphores.delete(key);
    }
  }

  private freshSemaphore(): SemaphoreInterface {
    return withTimeout(new Semaphore(this.atOnce), this.patienceMs, new WaitedInVainError());
  }
}
