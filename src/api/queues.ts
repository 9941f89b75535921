import { Semaphore } from 'async-mutex';

/** Lets only so many do something about the same thing at once in this process; the others wait their turn. */
export class Queues {
  private readonly queues = new Map<string, Semaphore>();

  constructor(private readonly atOnce: number) {}

  /** Does the work when its turn has come. What waits for nobody is not kept. */
  async run<T>(about: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(about) ?? new Semaphore(this.atOnce);
    this.queues.set(about, queue);
    try {
      return await queue.runExclusive(work);
    } finally {
      if (queue.getValue() === this.atOnce) this.queues.delete(about);
    }
  }
}
