import { writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import type { Queue } from './queues';

/** A tenth of what one gets who does not give way, where both want all of a processor. */
const NOBODY_WAITS = constants.priority.PRIORITY_BELOW_NORMAL;
/** A third. Runs of sales make much work of their own, and take the calls of staff for vouchers and claims. */
const STAFF_MAY_WAIT = NOBODY_WAITS / 2;

/** How far a worker of these queues gives way. */
export function niceness(queues: readonly Queue[]): number {
  if (queues.includes('counter')) return 0;
  return queues.includes('sale') ? STAFF_MAY_WAIT : NOBODY_WAITS;
}

/**
 * Lets the other processes of the machine have the processors first, as far as a worker of these queues is to. Where Linux shares them among
 * sessions (autogroup, man 7 sched), being nice counts within the own session alone: that one gives way too, where it may be told to.
 */
export function giveWay(queues: readonly Queue[]): void {
  const nice = niceness(queues);
  if (nice === 0) return;
  if (getPriority() < nice) setPriority(nice);
  try {
    writeFileSync('/proc/self/autogroup', String(nice));
  } catch {
    // Another system, or one without autogroups: the process itself is nice.
  }
}
