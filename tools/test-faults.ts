/**
 * `npm run test:faults`: whether everything holds while the product's processes and its engines are killed in random order, on
 * engines of its own. The exit code says so.
 */
import { FAULTS_USAGE, faultsReport, readFaultsOptions, runFaults } from './faults';
import { runTool } from './processes';
import { launched } from './rig';

async function main(): Promise<number> {
  const options = readFaultsOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(FAULTS_USAGE);
    return 0;
  }
  return launched('faults', async (launch) => {
    console.log(faultsReport(await runFaults(options, launch, (line) => console.log(line))));
  });
}

runTool(main);
