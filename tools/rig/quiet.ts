import { setTimeout as pause } from 'node:timers/promises';
import { cpuBetween, cpuSum } from './cpu';
import type { CpuMeter } from './cpu';

const LOOK_EVERY_MS = 300;
/** Below this share of one core nothing of the window before is still being worked on. */
const QUIET_SHARE = 0.15;
const LONGEST_MS = 10_000;

/** Waits until what one window has left behind is done, so that it is not counted to the next; ten seconds at most. */
export async function untilQuiet(cpu: CpuMeter, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + LONGEST_MS;
  for (let before = await cpu.read(); Date.now() < deadline;) {
    await pause(LOOK_EVERY_MS, undefined, { signal });
    const after = await cpu.read();
    if (cpuSum(cpuBetween(before, after)) < LOOK_EVERY_MS * QUIET_SHARE) return;
    before = after;
  }
}
