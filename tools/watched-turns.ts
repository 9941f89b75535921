import { readFileSync } from 'node:fs';

/** One turn of the event loop is to be no more work than this, whatever file is read. */
export const MOST_MS = 100;

/** What the event loop had to wait for at most: by the clock, and by the work of its own thread alone. */
interface Waits {
  clockMs: number;
  cpuMs: number;
}

/** Watches every turn of the event loop until told to stop. */
export function watchTurns(): () => Waits {
  const waits: Waits = { clockMs: 0, cpuMs: 0 };
  let going = true;
  let [clock, cpu] = [performance.now(), workMs()];
  const look = (): void => {
    waits.clockMs = Math.max(waits.clockMs, performance.now() - clock);
    waits.cpuMs = Math.max(waits.cpuMs, workMs() - cpu);
    [clock, cpu] = [performance.now(), workMs()];
    if (going) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    going = false;
    return waits;
  };
}

/**
 * How long this thread has worked so far, and not waited for a processor: what collects garbage and compiles beside it holds up nobody.
 * Where the system does not say so of threads, it is that of the process.
 */
function workMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1_000_000;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}
