/**
 * Writes the types by which the console calls the API, from the API's own OpenAPI document. With `--check` nothing is written:
 * it fails where the types are not those of the document any more.
 */
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from '../src/api';
import { loadConfig } from '../src/config';
import { createLogger } from '../src/log';
import { PROJECT_ROOT } from './local-settings';
import { RetornoToolError, runTool } from './processes';

const FILE = join(PROJECT_ROOT, 'console', 'src', 'api', 'schema.d.ts');
const HEAD = '// Made from the OpenAPI document by `npm run console:client`. Not to be edited.\n\n';

async function main(): Promise<number> {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = HEAD + astToString(await openapiTS(JSON.stringify(await served())));
  const known = await readFile(FILE, 'utf8').catch(() => '');
  if (known === types) {
    console.log('The types of the console are those of the API.');
    return 0;
  }
  if (process.argv.includes('--check'))
    throw new RetornoToolError(
      'console_client_stale',
      'The types of the console are not those of the API any more. Run `npm run console:client` and commit what it writes.',
    );
  await writeFile(FILE, types);
  console.log('Written: console/src/api/schema.d.ts');
  return 0;
}

/** The document as the API serves it. Nothing else is asked of it, so there is nothing behind it. */
async function served(): Promise<object> {
  const nothing = {} as never;
  const log = createLogger('silent');
  const deps = {
    config: loadConfig({}),
    log,
    store: nothing,
    runs: nothing,
    bling: nothing,
    whatsapp: null,
    mail: nothing,
    now: Date.now,
  };
  const server = createServer(createApp(deps)).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.json`);
    return (await answer.json()) as object;
  } finally {
    server.close().closeAllConnections();
  }
}

runTool(main);
