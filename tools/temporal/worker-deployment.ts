import { isGrpcServiceError } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { QUEUES, queueName } from '../../src/queues';
import type { Queue } from '../../src/queues';
import { RetornoToolError, waitUntil } from '../processes';

/** A Worker Deployment, and whose connection reaches it. */
export interface DeploymentAt {
  readonly connection: Pick<Connection, 'workflowService'>;
  readonly namespace: string;
  readonly deploymentName: string;
}

/** What the server does with a build: `draining` is still needed by runs that stay with it, `drained` by none. */
export type BuildState = 'inactive' | 'current' | 'ramping' | 'draining' | 'drained';

/** A build that has joined the deployment. */
export interface Build {
  readonly buildId: string;
  readonly state: BuildState;
}

/** The build does not serve what the installation needs: work would wait for ever. */
export class BuildNotReadyError extends RetornoToolError {
  constructor(buildId: string, missing: readonly Queue[]) {
    super(
      'build_not_ready',
      `No worker of build ${buildId} has asked for work of these queues of late: ${missing.join(', ')}. ` +
        'Nothing was changed. Start workers of that build for them and run this again.',
    );
  }
}

/** By their numbers in Temporal's API (`WorkerDeploymentVersionStatus`). */
const STATES: Record<number, BuildState> = {
  1: 'inactive',
  2: 'current',
  3: 'ramping',
  4: 'draining',
  5: 'drained',
};

const NOT_FOUND = 5;

/** `TASK_QUEUE_TYPE_ACTIVITY`: every queue has steps. */
const STEPS = 2;

/** An idle worker asks again after a minute. */
const OF_LATE_SECONDS = 120;

/** Queues hear of a change after the deployment itself, usually within a second. */
const HEARD_WITHIN_MS = 60_000;

/** The builds of a deployment, the newest first; none where no worker of it ever came. */
export async function buildsOf({ connection, namespace, deploymentName }: DeploymentAt): Promise<Build[]> {
  const ask = { namespace, deploymentName };
  const found = await connection.workflowService.describeWorkerDeployment(ask).catch((error: unknown) => {
    if (isGrpcServiceError(error) && Number(error.code) === NOT_FOUND) return null;
    throw error;
  });
  const builds = found?.workerDeploymentInfo?.versionSummaries ?? [];
  return builds
    .toSorted((a, b) => Number(b.createTime?.seconds ?? 0) - Number(a.createTime?.seconds ?? 0))
    .map(({ deploymentVersion, status }) => ({
      buildId: deploymentVersion?.buildId ?? '',
      state: STATES[Number(status)] ?? 'inactive',
    }));
}

/**
 * Gives new runs, and those that follow, to a build; null: to workers of no deployment. Comes back once every queue goes by it.
 * @param taskQueue the installation's bare name: the build must serve all its queues
 * @throws {BuildNotReadyError} before anything was changed
 * @throws {WaitTimeoutError} the change was made, and a queue has not heard of it
 */
export async function makeCurrent(
  at: DeploymentAt,
  taskQueue: string,
  buildId: string | null,
): Promise<void> {
  if (buildId === null) {
    if ((await buildsOf(at)).length === 0) return;
  } else {
    const served = await Promise.all(QUEUES.map((queue) => serves(at, buildId, queueName(taskQueue, queue))));
    const missing = QUEUES.filter((_, index) => !served[index]);
    if (missing.length > 0) throw new BuildNotReadyError(buildId, missing);
  }
  const { connection, namespace, deploymentName } = at;
  await connection.workflowService.setWorkerDeploymentCurrentVersion({
    ...{ namespace, deploymentName, buildId: buildId ?? '' },
    identity: 'retorno deployment',
    // What a former build served under other names is no queue of this one: those that it needs have been looked at.
    ignoreMissingTaskQueues: true,
  });
  const names = QUEUES.map((queue) => queueName(taskQueue, queue));
  await waitUntil(() => allGoBy(at, buildId, names), {
    what: `Every queue goes by ${buildId === null ? 'no build' : `build ${buildId}`}`,
    timeoutMs: HEARD_WITHIN_MS,
  });
}

/** Whether what is new in these queues is given to the build; null: to workers of none. Steps and runs of a queue hear of it together. */
async function allGoBy(
  { connection, namespace, deploymentName }: DeploymentAt,
  buildId: string | null,
  names: readonly string[],
): Promise<boolean> {
  const found = await Promise.all(
    names.map((name) => {
      const ask = { namespace, taskQueue: { name }, taskQueueType: STEPS };
      return connection.workflowService.describeTaskQueue(ask);
    }),
  );
  return found.every(({ versioningInfo }) => {
    const current = versioningInfo?.currentDeploymentVersion;
    const ours = current?.deploymentName === deploymentName ? (current.buildId ?? null) : null;
    return ours === buildId;
  });
}

async function serves(
  { connection, namespace, deploymentName }: DeploymentAt,
  buildId: string,
  name: string,
): Promise<boolean> {
  const ask = { namespace, taskQueue: { name }, taskQueueType: STEPS };
  const { pollers } = await connection.workflowService.describeTaskQueue(ask);
  const since = Date.now() / 1_000 - OF_LATE_SECONDS;
  return (pollers ?? []).some(
    ({ deploymentOptions: own, lastAccessTime }) =>
      own?.deploymentName === deploymentName &&
      own.buildId === buildId &&
      Number(lastAccessTime?.seconds ?? 0) >= since,
  );
}
