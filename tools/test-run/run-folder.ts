import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../processes';

const PREFIX = 'retorno-test-';

/**
 * Makes a folder of this run's own in `parent`, and removes those of runs that were killed before they could
 * remove theirs. The name carries the process id of its run.
 */
export async function makeRunFolder(parent: string): Promise<string> {
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-', 1)[0]) : 0;
    if (pid > 0 && !isAlive(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
  return mkdtemp(join(parent, `${PREFIX}${process.pid}-`));
}
