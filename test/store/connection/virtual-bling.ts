import { afterFailure, CLOSED, isOpen } from '../../../src/store/connection/circuit';
import type { Failure } from '../../../src/store/connection/circuit';
import { FRESH_PACE, isQuiet, nextTurn } from '../../../src/store/connection/pace';
import type { CallClass, Pace, Place } from '../../../src/store/connection/pace';

/** One who asks: so many calls, one after the other, each of which takes `callMs`; told to come back, he comes `lateMs` too late. */
export interface Asker {
  key: string;
  class: CallClass;
  from: number;
  calls: number;
  callMs?: number;
  lateMs?: () => number;
}

/** What became of an asker. */
export interface Asked {
  asker: Asker;
  /** When his calls started. */
  starts: number[];
  /** How often he came: each time with all the calls that he still had to make. */
  attempts: number;
  /** When he comes next, if nobody wakes him before. */
  comesAt: number;
}

/** Those who rest are woken so far apart. */
const WAKE_MS = 1_000;

/** A time in which calls fail, each after `callMs`: they have no answer, or one that nobody is to ask. */
export interface Outage {
  until: number;
  callMs: number;
  failure: Failure;
}

/** A step that failed is tried again after a second, then twice as long each time, up to this. */
const LONGEST_BACKOFF_MS = 600_000;

/** Callers and a pace in virtual time: nothing waits, and 10,000 sales take a second. */
export class VirtualBling {
  pace: Pace = FRESH_PACE;
  outage: Outage | null = null;
  /** How many pauses there have been. */
  pauses = 0;
  readonly starts: number[] = [];
  private readonly places = new Map<string, Place>();
  private readonly queue = new Agenda();
  readonly asked: Asked[] = [];

  add(asker: Asker): void {
    const asked: Asked = { asker, starts: [], attempts: 0, comesAt: asker.from };
    this.asked.push(asked);
    this.comeBack(asked, asker.from);
  }

  run(until = Infinity): void {
    for (let next = this.queue.take(until); next; next = this.queue.take(until)) next.act(next.at);
  }

  private comeBack(asked: Asked, at: number): void {
    asked.comesAt = at;
    this.queue.put(at, (now) => {
      if (asked.comesAt === at) this.attempt(asked, now);
    });
  }

  private attempt(asked: Asked, now: number): void {
    asked.comesAt = -1;
    asked.attempts += 1;
    this.call(asked, now);
  }

  private call(asked: Asked, now: number): void {
    const { key, class: who, calls, callMs = 120, lateMs = () => 0 } = asked.asker;
    const quiet = isQuiet(this.pace, who, now);
    const turn = nextTurn(this.pace, who, quiet ? null : (this.places.get(key) ?? null), now);
    this.pace = turn.pace;
    if (turn.place) this.places.set(key, turn.place);
    else this.places.delete(key);
    if (turn.kind === 'later') return this.comeBack(asked, turn.until + lateMs());
    const startAt = now + turn.waitMs;
    const { outage } = this;
    if (outage && startAt < outage.until)
      return this.queue.put(startAt + outage.callMs, (at) => this.fail(asked, at, outage.failure));
    asked.starts.push(startAt);
    this.starts.push(startAt);
    if (this.pace.circuit.failures > 0) this.queue.put(startAt + callMs, (at) => this.answer(at));
    if (asked.starts.length < calls) this.queue.put(startAt + callMs, (again) => this.call(asked, again));
  }

  /** Those who rest are woken one after the other, as long as there are answers. */
  private answer(now: number): void {
    const { resting } = this.pace;
    this.pace = { ...this.pace, circuit: CLOSED, resting: false, scoutAt: 0 };
    if (!resting) return;
    const asleep = this.asked.filter(({ asker }) => (this.places.get(asker.key)?.rests ?? 0) > 0);
    const since = ({ asker }: Asked): number => this.places.get(asker.key)!.since;
    for (const [n, asked] of asleep.sort((one, other) => since(one) - since(other)).entries())
      this.queue.put(now + n * WAKE_MS, (at) => this.wake(asked, at));
  }

  private wake(asked: Asked, now: number): void {
    const { key } = asked.asker;
    if (!this.places.get(key)?.rests) return;
    if (isOpen(this.pace.circuit, now)) return void (this.pace = { ...this.pace, resting: true });
    this.places.delete(key);
    this.attempt(asked, now);
  }

  /** Where that begins a pause, he has his place after it; else he tries again soon. */
  private fail(asked: Asked, now: number, failure: Failure): void {
    const { key, class: who } = asked.asker;
    const circuit = afterFailure(this.pace.circuit, now, failure);
    this.pauses += circuit.pauses - this.pace.circuit.pauses;
    this.pace = { ...this.pace, circuit };
    const turn = nextTurn(this.pace, who, this.places.get(key) ?? null, now);
    if (turn.kind === 'go' || turn.why === 'pace') {
      const backOffMs = Math.min(LONGEST_BACKOFF_MS, 1_000 * 2 ** (asked.attempts - 1));
      return this.comeBack(asked, now + backOffMs);
    }
    this.pace = turn.pace;
    this.places.set(key, turn.place);
    return this.comeBack(asked, turn.until);
  }
}

interface Due {
  at: number;
  n: number;
  act: (now: number) => void;
}

/** What happens next: the earliest first, and of those at one instant the one put first. */
class Agenda {
  private readonly heap: Due[] = [];
  private count = 0;

  put(at: number, act: (now: number) => void): void {
    const due = { at, n: this.count++, act };
    let i = this.heap.push(due) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(due, this.heap[parent]!)) break;
      this.heap[i] = this.heap[parent]!;
      i = parent;
    }
    this.heap[i] = due;
  }

  take(until: number): Due | null {
    const first = this.heap[0];
    if (!first || first.at > until) return null;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) this.sink(last);
    return first;
  }

  private sink(due: Due): void {
    let i = 0;
    for (let child = 1; child < this.heap.length; child = 2 * i + 1) {
      if (child + 1 < this.heap.length && before(this.heap[child + 1]!, this.heap[child]!)) child += 1;
      if (!before(this.heap[child]!, due)) break;
      this.heap[i] = this.heap[child]!;
      i = child;
    }
    this.heap[i] = due;
  }
}

function before(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.n < other.n);
}
