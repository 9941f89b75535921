import { readFile } from 'node:fs/promises';
import { RetornoToolError } from '../processes';

/** The processes whose CPU time is told apart. */
export type ProcessName =
  | 'Temporal server'
  | 'MongoDB'
  | 'worker'
  | 'API'
  | 'API without worker'
  | 'peer worker'
  | 'load driver'
  | 'simulator';

/** CPU milliseconds by process, all threads together. */
export type CpuTimes = Readonly<Record<ProcessName, number>>;

/** The CPU time of a process cannot be read: only Linux has `/proc`, and a process that has ended is not in it. */
export class CpuUnknownError extends RetornoToolError {
  constructor(name: ProcessName, cause: unknown) {
    super(
      'cpu_unknown',
      `The CPU time of the ${name} cannot be read from /proc. On Linux it has ended by itself: run this again, and look at its settings. Other systems have no /proc: run this in a Linux container.`,
      { cause },
    );
  }
}

/** Linux counts CPU time for user space in hundredths of a second, whatever the kernel's own tick (`man 5 proc`). */
const MS_PER_TICK = 10;

/** Reads how much CPU each process has used since it began. */
export class CpuMeter {
  constructor(private readonly pids: Readonly<Record<ProcessName, number>>) {}

  /** @throws {CpuUnknownError} */
  async read(): Promise<CpuTimes> {
    const entries = Object.entries(this.pids) as [ProcessName, number][];
    const times = await Promise.all(
      entries.map(async ([name, pid]) => [name, await cpuMsOf(name, pid)] as const),
    );
    return Object.fromEntries(times) as CpuTimes;
  }
}

/** What was used between two readings. */
export function cpuBetween(before: CpuTimes, after: CpuTimes): CpuTimes {
  return mapTimes(after, (name, ms) => ms - before[name]);
}

/** The share of each of `count` equal pieces of work. */
export function cpuPer(count: number, times: CpuTimes): CpuTimes {
  return mapTimes(times, (_name, ms) => ms / count);
}

/** All processes together but those left out. */
export function cpuSum(times: CpuTimes, without: readonly ProcessName[] = []): number {
  const counted = (Object.keys(times) as ProcessName[]).filter((name) => !without.includes(name));
  return counted.reduce((sum, name) => sum + times[name], 0);
}

/** User and system time out of a line of `/proc/PID/stat`, in milliseconds (`man 5 proc`, fields 14 and 15). */
export function cpuMsIn(stat: string): number {
  // The second field is the program's name in parentheses, which may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

async function cpuMsOf(name: ProcessName, pid: number): Promise<number> {
  try {
    return cpuMsIn(await readFile(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    throw new CpuUnknownError(name, error);
  }
}

function mapTimes(times: CpuTimes, change: (name: ProcessName, ms: number) => number): CpuTimes {
  const entries = Object.entries(times) as [ProcessName, number][];
  return Object.fromEntries(entries.map(([name, ms]) => [name, change(name, ms)])) as CpuTimes;
}
