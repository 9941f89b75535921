import { cpuBetween, cpuPer, untilQuiet } from '../rig';
import type { CpuTimes } from '../rig';
import type { Stage } from './stage';

/** What one window took. */
export interface Window<T> {
  readonly figures: T;
  readonly ms: number;
  /** CPU milliseconds of each process, for one piece of work. */
  readonly cpuEach: CpuTimes;
}

/**
 * Measures what happens during `work`, and leaves the machine quiet behind it.
 *
 * @param countOf the pieces of work that were done
 */
export async function measure<T>(
  { cpu, signal }: Pick<Stage, 'cpu' | 'signal'>,
  work: () => Promise<T>,
  countOf: (figures: T) => number,
  windDown: () => Promise<void> = () => Promise.resolve(),
): Promise<Window<T>> {
  const before = await cpu.read();
  const begun = performance.now();
  const figures = await work();
  const ms = performance.now() - begun;
  const cpuEach = cpuPer(countOf(figures), cpuBetween(before, await cpu.read()));
  await windDown();
  await untilQuiet(cpu, signal);
  return { figures, ms, cpuEach };
}
