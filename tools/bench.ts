/**
 * `npm run bench`: measures Retorno beside bare Temporal workflows on engines of its own, and takes everything down
 * again. The exit code says whether every result was right, never how fast it was.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, report, runBench, USAGE } from './bench/index';
import { onStopRequest, runTool, Teardown } from './processes';

/** Exit code of a program that was interrupted, as shells have it. */
const INTERRUPTED = 130;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
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
  const begun = Date.now();
  const print = (line: string): void => console.log(`${clock(Date.now() - begun)}  ${line}`);
  try {
    const result = await runBench(options, { folder, teardown, signal: stop.signal }, print);
    console.log(report(result));
    if (options.jsonFile !== null) await writeFile(options.jsonFile, `${JSON.stringify(result, null, 2)}\n`);
    return 0;
  } catch (error) {
    // Whatever fails while everything is being stopped fails because of that.
    if (stop.signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await teardown.run();
  }
}

/** Minutes and seconds gone by. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

runTool(main);
