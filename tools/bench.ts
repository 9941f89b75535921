/**
 * `npm run bench`: measures Retorno beside bare Temporal workflows on engines of its own, and takes everything down
 * again. The exit code says whether every result was right, never how fast it was.
 */
import { writeFile } from 'node:fs/promises';
import { readOptions, report, runBench, USAGE } from './bench/index';
import { runTool } from './processes';
import { launched } from './rig';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const begun = Date.now();
  const print = (line: string): void => console.log(`${clock(Date.now() - begun)}  ${line}`);
  return launched('bench', async (launch) => {
    const result = await runBench(options, launch, print);
    console.log(report(result));
    if (options.jsonFile !== null) await writeFile(options.jsonFile, `${JSON.stringify(result, null, 2)}\n`);
  });
}

/** Minutes and seconds gone by. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

runTool(main);
