/**
 * `npm run merchant`: makes merchants and invites their people. Nobody can sign up by himself; this is how the first owner comes in.
 * Needs only production dependencies.
 *
 *   -- create NAME EMAIL                      makes a merchant, and invites its owner
 *   -- list                                   all of them, with what they are called and whether they are suspended
 *   -- invite MERCHANT EMAIL [--role owner|manager|staff] [--name NAME]
 *   -- suspend MERCHANT                       its people and keys are refused; what its customers have goes on as before
 *   -- resume MERCHANT
 *   -- go-live MERCHANT                       its customers are written to; for one without Bling, whose owner has no steps to take
 *   -- reset EMAIL                            a link by which somebody chooses another password
 *   -- reset-second-factor EMAIL              for somebody who has lost their app and their recovery codes
 */
import { parseArgs } from 'node:util';
import { databaseSettings } from '../src/config';
import { settingsOrExit } from '../src/environment';
import { openStore } from '../src/store';
import { runMerchantCommand } from './merchants';
import { runTool } from './processes';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, name: { type: 'string' } },
  });
  const config = settingsOrExit();
  const store = await openStore(databaseSettings(config));
  try {
    for (const line of await runMerchantCommand({ store, config }, positionals, values)) console.log(line);
    return 0;
  } finally {
    await store.close();
  }
}

runTool(main);
