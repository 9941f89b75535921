import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkerInterceptors, WorkerOptions } from '@temporalio/worker';
import type { Activities } from './activities';
import type { Config } from './config';
import { queueName } from './queues';
import type { Queue } from './queues';
import { slotsOf } from './worker-slots';

/** What the workers of all queues of a process share. */
export interface SharedByQueues {
  connection: NativeConnection;
  namespace: string;
  /** The installation's bare name. */
  taskQueue: string;
  bundleFile: string;
  activities: Activities;
  interceptors: WorkerInterceptors;
  version: Config['workerVersion'];
}

/**
 * Queues on which runs live, and how many of them are kept in memory; an evicted one is replayed when it is next needed. On the others
 * there are steps alone.
 */
const CACHED_RUNS: Partial<Record<Queue, number>> = { counter: 500, sale: 1_000, batch: 50 };

/** Steps that are asked for at once: where each takes long, few are enough. */
const POLLS: Record<Queue, number> = { counter: 10, sale: 10, bling: 5, messages: 5, batch: 2 };

/**
 * In a Worker Deployment, redemptions stay with the version they began on: they end with their reservation, in a quarter of an hour
 * unless a program says otherwise. All others go on with whichever is current, as their code knows how (`patched`): a sale lives for
 * months, an import or a proof for hours, for which no former version shall have to stay. (Said here and not of each workflow: the
 * server refuses what workers of no deployment decide where it says so.)
 */
const STAYING: Queue = 'counter';

/**
 * One worker for a queue. Each knows every step, and those of queues on which runs live every workflow: a run that began before there
 * were several queues has all its steps on one of them.
 */
export function createQueueWorker(queue: Queue, slots: number, shared: SharedByQueues): Promise<Worker> {
  const { connection, namespace, activities, interceptors } = shared;
  return Worker.create({
    ...{ connection, namespace, activities, interceptors },
    taskQueue: queueName(shared.taskQueue, queue),
    ...slotsOf(queue, slots),
    maxConcurrentActivityTaskPolls: Math.min(POLLS[queue], slots),
    ...runsOf(queue, shared.bundleFile),
    ...versioned(queue, shared.version),
    shutdownGraceTime: '10s',
    // A step that does not heed it: what it was at is done again elsewhere.
    shutdownForceTime: '20s',
  });
}

function runsOf(queue: Queue, codePath: string): Partial<WorkerOptions> {
  const maxCachedWorkflows = CACHED_RUNS[queue];
  if (maxCachedWorkflows === undefined) return {};
  return {
    workflowBundle: { codePath },
    maxCachedWorkflows,
    maxConcurrentWorkflowTaskPolls: Math.max(2, POLLS[queue]),
  };
}

function versioned(queue: Queue, version: SharedByQueues['version']): Partial<WorkerOptions> {
  if (version === null) return {};
  const defaultVersioningBehavior = queue === STAYING ? 'PINNED' : 'AUTO_UPGRADE';
  return { workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior } };
}
