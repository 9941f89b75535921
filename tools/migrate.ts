/**
 * `npm run migrate`: brings the database of MONGODB_URI up to date with this version. The only program that makes or changes
 * collections and indexes, or moves data. Safe to repeat and to stop: it goes on from where it stands. Needs only production
 * dependencies.
 *
 *   --dry-run   says what would be done, and writes nothing
 *   --finish    once no process of an earlier version runs: moves what those wrote meanwhile, and drops their indexes
 */
import { parseArgs } from 'node:util';
import { databaseSettings } from '../src/config';
import { settingsOrExit } from '../src/environment';
import { migrationStep } from './migration';
import { onStopRequest, runTool } from './processes';
import { runSteps } from './progress';

const FORCED = 130;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, finish: { type: 'boolean' } },
  });
  const settings = databaseSettings(settingsOrExit());
  const stop = new AbortController();
  onStopRequest((reason, force) => {
    if (force) process.exit(FORCED);
    console.log(`Stopping (${reason}) after the present step …`);
    stop.abort();
  });
  const { 'dry-run': dryRun = false, finish = false } = values;
  const order = { dryRun, finish, signal: stop.signal };
  await runSteps([migrationStep(() => settings, order)]);
  return 0;
}

runTool(main);
