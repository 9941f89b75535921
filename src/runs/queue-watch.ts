import type { Client } from '@temporalio/client';
import { QUEUES, queueName } from '../queues';
import type { Queue } from '../queues';
import { EngineUnavailableError, signalError } from './errors';
import { bounded } from './target';
import type { Target } from './target';

const WATCH_MS = 2_000;

/** An idle worker asks again when the server has nothing for it, after a minute: whoever has not asked for so long has gone. */
const GONE_MS = 120_000;

/** What was found is good for so long: probes and scrapes ask more often than workers come and go. */
const FRESH_MS = 15_000;

/** Tells which queues no worker serves. */
export function watchQueues({ client, taskQueue }: Target): () => Promise<readonly Queue[]> {
  let known: Promise<readonly Queue[]> | undefined;
  let until = -Infinity;
  return () => {
    const now = performance.now();
    if (known && now < until) return known;
    until = now + FRESH_MS;
    const looking = lookAt(client, taskQueue);
    known = looking;
    looking.catch(() => {
      until = -Infinity;
    });
    return looking;
  };
}

async function lookAt(client: Client, taskQueue: string): Promise<readonly Queue[]> {
  const served = await Promise.all(QUEUES.map((queue) => isServed(client, queueName(taskQueue, queue))));
  return QUEUES.filter((_, index) => !served[index]);
}

/**
 * Whether somebody who is given new work has asked for it of late: of a deployment those of its current version alone. Every queue has steps, and not every one has runs; but whoever is busy with
 * long steps in all its slots asks only for what runs have to decide.
 */
async function isServed(client: Client, name: string): Promise<boolean> {
  const { namespace } = client.options;
  try {
    for (const taskQueueType of [ACTIVITIES, RUNS]) {
      const ask = { namespace, taskQueue: { name }, taskQueueType };
      const call = () => client.workflowService.describeTaskQueue(ask);
      const found = await bounded(client, WATCH_MS, () => new EngineUnavailableError(), call);
      const since = Date.now() / 1_000 - GONE_MS / 1_000;
      const { currentDeploymentVersion: current } = found.versioningInfo ?? {};
      const isThere = ({ lastAccessTime }: Poller): boolean => Number(lastAccessTime?.seconds ?? 0) >= since;
      if (found.pollers?.some((poller) => isThere(poller) && isOf(current, poller))) return true;
    }
    return false;
  } catch (error) {
    throw signalError(error);
  }
}

type Found = Awaited<ReturnType<Client['workflowService']['describeTaskQueue']>>;
type Poller = NonNullable<Found['pollers']>[number];
type Version = NonNullable<Found['versioningInfo']>['currentDeploymentVersion'];

/** Where no version is current, whoever is of none is given what is new. */
function isOf(current: Version, { deploymentOptions: own }: Poller): boolean {
  if (!current) return Number(own?.workerVersioningMode) !== VERSIONED;
  return own?.deploymentName === current.deploymentName && own?.buildId === current.buildId;
}

/** `WORKER_VERSIONING_MODE_VERSIONED` of Temporal's API. */
const VERSIONED = 2;

/** `TASK_QUEUE_TYPE_ACTIVITY` of Temporal's API. */
const ACTIVITIES = 2;

/** `TASK_QUEUE_TYPE_WORKFLOW`. */
const RUNS = 1;
