/**
 * `npm run bench:counter`: how long staff wait for a redemption while much else goes on, on engines of its own. The exit code says
 * whether every result was right, never how fast it was.
 */
import { COUNTER_USAGE, counterReport, readCounterOptions, runCounterBench } from './bench/index';
import { runTool } from './processes';
import { launched } from './rig';

async function main(): Promise<number> {
  const options = readCounterOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(COUNTER_USAGE);
    return 0;
  }
  return launched('bench', async (launch) => {
    console.log(counterReport(await runCounterBench(options, launch, (line) => console.log(line))));
  });
}

runTool(main);
