import type { Pair } from '../pairs';
import type { CpuTimes, ProcessName } from '../../rig';
import { median } from '../statistics';

/** CPU milliseconds of every process for one piece of work: medians over the pairs. */
export interface CpuTable {
  readonly of: string;
  readonly processes: readonly { readonly name: ProcessName; readonly ours: number; readonly peer: number }[];
}

/** Puts the CPU times of the pairs together; what no side used is left out. */
export function cpuTable(of: string, pairs: readonly Pair<{ readonly cpuEach: CpuTimes }>[]): CpuTable {
  const names = Object.keys(pairs[0]?.ours.cpuEach ?? {}) as ProcessName[];
  const processes = names.map((name) => ({
    name,
    ours: median(pairs.map(({ ours }) => ours.cpuEach[name])),
    peer: median(pairs.map(({ peer }) => peer.cpuEach[name])),
  }));
  return { of, processes };
}
