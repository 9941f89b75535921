/**
 * `npm run bench:counter`: how long staff wait for a redemption while much else goes on, on engines of its own. The exit code says
 * whether every result was right, never how fast it was.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNTER_USAGE, counterReport, readCounterOptions, runCounterBench } from './bench/index';
import { onStopRequest, runTool, Teardown } from './processes';

/** Exit code of a program that was interrupted, as shells have it. */
const INTERRUPTED = 130;

async function main(): Promise<number> {
  const options = readCounterOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(COUNTER_USAGE);
    return 0;
  }
  const teardown = new Teardown();
  const stop = new AbortController();
  onStopRequest((reason, force) => {
    // What is left dies with this process.
    if (force) process.exit(INTERRUPTED);
    console.log(`\nStopping (${reason}) …`);
    stop.abort();
    void teardown.run();
  });
  const folder = await mkdtemp(join(tmpdir(), 'retorno-bench-'));
  teardown.add('the temporary folder', () => rm(folder, { recursive: true, force: true }));
  try {
    const launch = { folder, teardown, signal: stop.signal };
    console.log(counterReport(await runCounterBench(options, launch, (line) => console.log(line))));
    return 0;
  } catch (error) {
    // Whatever fails while everything is being stopped fails because of that.
    if (stop.signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await teardown.run();
  }
}

runTool(main);
