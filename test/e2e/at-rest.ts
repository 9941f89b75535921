import type { House } from './house';
import { until } from './until';

/** What every run that is under way in a house has done so far; null while one of them has something to do. */
async function idleRuns({ client, config }: House): Promise<string | null> {
  const query = `TaskQueue STARTS_WITH "${config.taskQueue}" AND ExecutionStatus = "Running"`;
  const seen: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    const { raw } = await client.workflow.getHandle(workflowId, runId).describe();
    if (raw.pendingWorkflowTask || raw.pendingActivities?.length) return null;
    seen.push(`${runId} ${raw.workflowExecutionInfo?.historyLength?.toString()}`);
  }
  return seen.sort().join('\n');
}

/** Waits until no run has anything to do but to wait: what one still has to tell another is an activity of its own. */
export async function comesToRest(house: House): Promise<void> {
  let before: string | null = null;
  await until('every run to rest', async () => {
    const now = await idleRuns(house);
    const rests = now !== null && now === before;
    before = now;
    return rests;
  });
}
