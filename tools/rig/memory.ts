import { join } from 'node:path';
import { PROJECT_ROOT } from '../local-settings';
import { waitUntil } from '../processes';
import { jsonLines } from './node-process';
import type { NodeProcess } from './node-process';

/** What a worker holds once its garbage is collected, all threads together. */
export interface Memory {
  readonly rssBytes: number;
  readonly heapBytes: number;
}

/** The arguments of node with which a worker can be asked for its memory. */
export const PROBED = [
  '--expose-gc',
  '--require',
  join(PROJECT_ROOT, 'dist', 'tools', 'rig', 'memory-probe.js'),
];

const ANSWERS_WITHIN_MS = 30_000;

/** Has a process started with {@link PROBED} collect its garbage and tell its memory. */
export async function memoryOf(
  { pid, logFile }: Pick<NodeProcess<unknown>, 'pid' | 'logFile'>,
  signal: AbortSignal,
): Promise<Memory> {
  const told = async (): Promise<Memory[]> =>
    (await jsonLines(logFile)).flatMap(({ memory }) => (memory ? [memory as Memory] : []));
  const before = (await told()).length;
  process.kill(pid, 'SIGUSR2');
  return waitUntil(async () => (await told())[before], {
    what: `Process ${pid} tells its memory`,
    timeoutMs: ANSWERS_WITHIN_MS,
    everyMs: 100,
    signal,
  });
}
