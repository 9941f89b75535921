/**
 * `npm run history:record -- WORKFLOW_ID NAME`: saves the history of a run for the replay test, so that a change of
 * workflow code that would break runs under way is noticed before it is shipped. Names of machines are left out.
 * `npm run history:record -- --scenarios [NAME,…]`: plays the scenarios of test/replay on servers of its own, and saves those that do
 * something of which there is no history yet, or those that are named.
 */
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { saveHistory } from './histories';
import { PROJECT_ROOT } from './local-settings';
import { RetornoToolError, runTool, supervise } from './processes';

async function main(): Promise<number> {
  const [workflowId, name] = process.argv.slice(2);
  if (workflowId === '--scenarios') return recordScenarios(name ?? 'missing');
  if (!workflowId || !name)
    throw new RetornoToolError(
      'usage',
      'Which history, and under which name? npm run history:record -- sale/demo/bling/123 sale-active-on-tuesday',
    );
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await Connection.connect(connectionOptions);
  try {
    const history = await new Client({ connection, namespace }).workflow.getHandle(workflowId).fetchHistory();
    const file = await saveHistory(name, history);
    console.log(`${history.events?.length ?? 0} events of ${workflowId} saved to ${file}`);
    return 0;
  } finally {
    await connection.close();
  }
}

/** They are the test that every path is recorded, which records instead. */
async function recordScenarios(which: string): Promise<number> {
  const child = supervise({
    command: process.execPath,
    args: ['--import', 'tsx', join(PROJECT_ROOT, 'tools', 'test.ts'), 'test/e2e/recorded-paths'],
    cwd: PROJECT_ROOT,
    env: { ...process.env, RECORD_HISTORIES: which },
    output: { onLine: (line) => console.log(line) },
  });
  return (await child.exited).code ?? 1;
}

runTool(main);
