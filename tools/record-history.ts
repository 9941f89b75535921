/**
 * `npm run history:record -- WORKFLOW_ID FILE`: saves the history of a run for the replay test, so that a change of
 * workflow code that would break runs under way is noticed before it is shipped. Names of machines are left out.
 */
import { writeFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { RetornoToolError, runTool } from './processes';

/** A worker is known by process and host, in `identity` and in the name of its own queue (`1234@host-…`). */
function withoutMachine(key: string, value: unknown): unknown {
  if (key === 'identity') return 'worker';
  return key === 'name' && typeof value === 'string' && /^\d+@/.test(value) ? 'sticky' : value;
}

async function main(): Promise<number> {
  const [workflowId, file] = process.argv.slice(2);
  if (!workflowId || !file)
    throw new RetornoToolError(
      'usage',
      'Which history, and where to? npm run history:record -- sale/demo/bling/123 test/histories/sale-active.json',
    );
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await Connection.connect(connectionOptions);
  try {
    const history = await new Client({ connection, namespace }).workflow.getHandle(workflowId).fetchHistory();
    const json = JSON.stringify(JSON.parse(historyToJSON(history)), withoutMachine, 1);
    await writeFile(file, `${json}\n`);
    console.log(`${history.events?.length ?? 0} events of ${workflowId} saved to ${file}`);
    return 0;
  } finally {
    await connection.close();
  }
}

runTool(main);
