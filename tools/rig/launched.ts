import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onStopRequest, Teardown } from '../processes';
import type { Launch } from './node-process';

/** Exit code of a program that was interrupted, as shells have it. */
const INTERRUPTED = 130;

/**
 * Does the work of a tool in a temporary folder, and takes everything down again, also when a person stops it.
 * @param name of the tool, in the folder's
 * @returns the exit code
 * @throws what the work throws, unless it was stopped
 */
export async function launched(name: string, work: (launch: Launch) => Promise<void>): Promise<number> {
  const teardown = new Teardown();
  const stop = new AbortController();
  onStopRequest((reason, force) => {
    // What is left dies with this process.
    if (force) process.exit(INTERRUPTED);
    console.log(`\nStopping (${reason}) …`);
    stop.abort();
    void teardown.run();
  });
  const folder = await mkdtemp(join(tmpdir(), `retorno-${name}-`));
  teardown.add('the temporary folder', () => rm(folder, { recursive: true, force: true }));
  try {
    await work({ folder, teardown, signal: stop.signal });
    return 0;
  } catch (error) {
    // Whatever fails while everything is being stopped fails because of that.
    if (stop.signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await teardown.run();
  }
}
