/**
 * `npm run history:record -- WORKFLOW_ID NAME`: saves the history of a run for the replay test, so that a change of
 * workflow code that would break runs under way is noticed before it is shipped. Names of machines are left out.
 */
import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { saveHistory } from './histories';
import { RetornoToolError, runTool } from './processes';

async function main(): Promise<number> {
  const [workflowId, name] = process.argv.slice(2);
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

runTool(main);
