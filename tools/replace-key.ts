/**
 * `npm run replace-key`: gives the database of MONGODB_URI another ENCRYPTION_KEY. The new one is ENCRYPTION_KEY, the one before is
 * ENCRYPTION_KEY_PREVIOUS; API and workers have been started with both before. Safe to repeat and to stop. Needs only production
 * dependencies.
 */
import { databaseSettings } from '../src/config';
import { exitInWords, settingsOrExit } from '../src/environment';
import { replacementStep } from './migration';
import { onStopRequest, runTool } from './processes';
import { runSteps } from './progress';

const FORCED = 130;

async function main(): Promise<number> {
  const { previousKey, ...settings } = databaseSettings(settingsOrExit());
  if (!previousKey)
    exitInWords(
      'ENCRYPTION_KEY_PREVIOUS is not set: set it to the key this database has, ENCRYPTION_KEY to the new one (openssl rand -base64 32), ' +
        'restart API and workers with both, and run this again. See docs/operations.md, “Changing secrets”.',
    );
  const stop = new AbortController();
  onStopRequest((reason, force) => {
    if (force) process.exit(FORCED);
    console.log(`Stopping (${reason}) after the present step …`);
    stop.abort();
  });
  await runSteps([replacementStep({ ...settings, previousKey }, { signal: stop.signal })]);
  return 0;
}

runTool(main);
