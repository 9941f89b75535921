import { writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** A tenth of what one gets who does not give way, where both want all of a processor. */
const NICENESS = constants.priority.PRIORITY_BELOW_NORMAL;

/**
 * Lets every other process of the machine have the processors first. Where Linux shares them among sessions (autogroup, man 7 sched),
 * being nice counts within the own session alone: that one gives way too, where it may be told to.
 */
export function giveWay(): void {
  if (getPriority() < NICENESS) setPriority(NICENESS);
  try {
    writeFileSync('/proc/self/autogroup', String(NICENESS));
  } catch {
    // Another system, or one without autogroups: the process itself is nice.
  }
}
