import type { Client } from '@temporalio/client';

/** What a run's history says of the workers that took it up. */
export interface RunFacts {
  readonly workflowId: string;
  /** The builds that decided for it, each time another one than before; null: workers of no deployment. */
  readonly builds: readonly (string | null)[];
  /** Decisions that failed, such as by code that does not fit what it has recorded. */
  readonly failures: number;
  readonly isOpen: boolean;
  /** A step, or a decision, is waited for. */
  readonly isBusy: boolean;
}

/** Reads a run as the server has it: the newest of its id. */
export async function factsOf(client: Client, workflowId: string): Promise<RunFacts> {
  const handle = client.workflow.getHandle(workflowId);
  const { status, raw } = await handle.describe();
  const { events } = await handle.fetchHistory();
  const builds: (string | null)[] = [];
  let failures = 0;
  for (const {
    workflowTaskCompletedEventAttributes: decided,
    workflowTaskFailedEventAttributes: failed,
  } of events ?? []) {
    if (failed) failures += 1;
    const build = decided?.deploymentVersion?.buildId || null;
    if (decided && (builds.length === 0 || builds.at(-1) !== build)) builds.push(build);
  }
  return {
    ...{ workflowId, builds, failures },
    isOpen: status.name === 'RUNNING',
    isBusy: raw.pendingWorkflowTask != null || (raw.pendingActivities ?? []).length > 0,
  };
}
