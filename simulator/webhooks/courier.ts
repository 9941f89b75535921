import { Timers } from '../timers';
import type { CourierHabits, Delivery, Parcel, Sender } from './delivery';
import { SignedPost } from './post-signed';
import type { Destination } from './post-signed';

/** What a courier needs. */
export interface CourierSurroundings {
  habits: CourierHabits;
  clock: () => number;
  /** Asked at every attempt, so that a changed address or secret counts from the next one on. */
  destination: (sender: Sender) => Destination | undefined;
  changed: () => void;
}

const mostAtOnce = 64;
const keptFinished = 500;

/** Delivers webhooks: signed, at most so many at once, again and again until 2xx or the end of its patience. */
export class Courier {
  private readonly unfinished = new Map<number, Delivery>();
  private readonly finished: Delivery[] = [];
  private readonly timers = new Timers();
  private readonly queue: Delivery[] = [];
  private readonly signedPost = new SignedPost(mostAtOnce);
  private closed = false;
  private idleWaiters: (() => void)[] = [];
  private inFlight = 0;
  private untried = 0;
  private lastId = 0;

  constructor(private readonly surroundings: CourierSurroundings) {}

  /** Takes a parcel on; the first attempt is made after `delayMs`, as soon as there is room. */
  post(parcel: Parcel, delayMs = 0): void {
    const delivery = this.accept(parcel);
    if (delayMs > 0) this.enqueueAt(delivery, delivery.createdAt + delayMs);
    else this.enqueue(delivery);
  }

  /** Makes one attempt now and waits for its outcome; a failed one is retried in the usual way. */
  async hand(parcel: Parcel): Promise<Delivery> {
    const delivery = this.accept(parcel);
    this.inFlight += 1;
    await this.attempt(delivery);
    return delivery;
  }

  /** Resolves once every parcel was tried and none is under way; pauses before a retry do not count. */
  idle(): Promise<void> {
    if (this.isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.idleWaiters.push(resolve));
  }

  /** The unfinished deliveries and the last finished ones, the newest first. */
  log(): Delivery[] {
    return [...this.unfinished.values(), ...this.finished].sort((a, b) => b.id - a.id);
  }

  /** The deliveries to carry on with after a restart. */
  record(): Delivery[] {
    return [...this.unfinished.values()];
  }

  /** Carries on with deliveries of an earlier run. */
  resume(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) {
      this.lastId = Math.max(this.lastId, delivery.id);
      this.unfinished.set(delivery.id, delivery);
      if (delivery.attempts.length === 0) this.untried += 1;
      this.enqueueAt(delivery, delivery.nextAttemptAt ?? 0);
    }
  }

  /** Stops all attempts. What is unfinished stays in `record()`. */
  close(): void {
    this.timers.clear();
    this.queue.length = 0;
    this.closed = true;
    this.signedPost.close();
  }

  private accept(parcel: Parcel): Delivery {
    this.lastId += 1;
    const createdAt = this.surroundings.clock();
    const delivery: Delivery = { ...parcel, id: this.lastId, createdAt, state: 'waiting', attempts: [] };
    this.unfinished.set(delivery.id, delivery);
    this.untried += 1;
    return delivery;
  }

  private isIdle(): boolean {
    return this.untried === 0 && this.inFlight === 0;
  }

  private enqueue(delivery: Delivery): void {
    this.queue.push(delivery);
    while (this.inFlight < mostAtOnce && this.queue.length > 0) {
      this.inFlight += 1;
      void this.attempt(this.queue.shift() as Delivery);
    }
  }

  private enqueueAt(delivery: Delivery, at: number): void {
    delivery.nextAttemptAt = at;
    this.timers.after(Math.max(0, at - this.surroundings.clock()), () => this.enqueue(delivery));
  }

  private async attempt(delivery: Delivery): Promise<void> {
    if (delivery.attempts.length === 0) this.untried -= 1;
    const to = this.surroundings.destination(delivery.sender);
    if (!to) this.finish(delivery, 'unsent');
    else await this.tryAt(to, delivery);
    if (this.closed) return;
    this.surroundings.changed();
    this.makeRoom();
  }

  private async tryAt(to: Destination, delivery: Delivery): Promise<void> {
    const { habits, clock } = this.surroundings;
    const at = clock();
    const outcome = await this.signedPost.send(to, delivery.body, habits.timeoutMs);
    if (this.closed) return;
    delivery.attempts.push({ at, ...outcome });
    this.judge(delivery, outcome.status);
  }

  private judge(delivery: Delivery, status = 0): void {
    const { habits, clock } = this.surroundings;
    if (status >= 200 && status < 300) return this.finish(delivery, 'delivered');
    const pause = habits.firstPauseMs * habits.growth ** (delivery.attempts.length - 1);
    const next = clock() + Math.min(pause, habits.longestPauseMs);
    if (next - delivery.createdAt > habits.giveUpAfterMs) this.finish(delivery, 'given-up');
    else this.enqueueAt(delivery, next);
  }

  private finish(delivery: Delivery, state: Delivery['state']): void {
    delivery.state = state;
    delete delivery.nextAttemptAt;
    this.unfinished.delete(delivery.id);
    this.finished.push(delivery);
    if (this.finished.length > 2 * keptFinished) this.finished.splice(0, keptFinished);
  }

  private makeRoom(): void {
    this.inFlight -= 1;
    const next = this.queue.shift();
    if (next) {
      this.inFlight += 1;
      void this.attempt(next);
    }
    if (!this.isIdle()) return;
    for (const resolve of this.idleWaiters.splice(0)) resolve();
  }
}
