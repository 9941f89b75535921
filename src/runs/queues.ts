import { Semaphore, withTimeout } from 'async-mutex';
import type { SemaphoreInterface } from 'async-mutex';

/** The turn did not come in time; nothing was begun. */
export class WaitedInVainError extends Error {
  override readonly name = 'WaitedInVainError';

  constructor() {
    super('Too much was waiting for the same thing, and its turn did not come. The call can be repeated.');
  }
}

/** Lets only so many do something about the same thing at once in this process; the others wait their turn. */
export class Queues {
  private readonly queues = new Map<string, SemaphoreInterface>();

  /** @param patienceMs how long anybody waits */
  constructor(
    private readonly atOnce: number,
    private readonly patienceMs: number,
  ) {}

  /** Does the work when its turn has come. What nobody waits for is not kept. @throws WaitedInVainError */
  async run<T>(about: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(about) ?? this.open();
    this.queues.set(about, queue);
    try {
      return await queue.runExclusive(work);
    } finally {
      if (queue.getValue() === this.atOnce) this.queues.delete(about);
    }
  }

  private open(): SemaphoreInterface {
    return withTimeout(new Semaphore(this.atOnce), this.patienceMs, new WaitedInVainError());
  }
}
