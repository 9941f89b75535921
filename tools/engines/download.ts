import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../processes';
import type { Reporter } from '../progress';

const LOOK_EVERY_MS = 1_000;
/** A download that brings nothing for this long has stalled: the next way is quicker than waiting. */
const STALLED_AFTER_MS = 45_000;

/**
 * Runs one of the download scripts beside this file as a process of its own (it can then be stopped when
 * it stalls, and prints nothing over the progress shown), reports how much has arrived in the folder, and
 * gives what the script printed.
 *
 * @throws {CommandFailedError} when the script fails or nothing arrives for 45 s
 */
export async function downloadInto(
  folder: string,
  script: 'download-by-sdk' | 'download-mongod',
  args: readonly string[],
  report: Reporter,
): Promise<string> {
  const stalled = new AbortController();
  let size = 0;
  let grewAt = Date.now();
  const watch = setInterval(() => {
    void folderSize(folder).then((now) => {
      if (now !== size) [size, grewAt] = [now, Date.now()];
      report.line(`${(size / 1_000_000).toFixed(1)} MB so far`);
      if (Date.now() - grewAt > STALLED_AFTER_MS)
        stalled.abort(`nothing arrived for ${STALLED_AFTER_MS / 1000} s`);
    });
  }, LOOK_EVERY_MS);
  try {
    return await runCommand({
      command: process.execPath,
      args: ['--import', 'tsx', join(__dirname, `${script}.ts`), folder, ...args],
      signal: stalled.signal,
    });
  } finally {
    clearInterval(watch);
  }
}

async function folderSize(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
