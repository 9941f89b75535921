import { describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { createRuns, EngineUnavailableError } from '../../src/runs';
import type { Runs } from '../../src/runs';

interface Asked {
  taskQueue: { name: string };
  /** 1: what runs have to decide, 2: steps. */
  taskQueueType: number;
}

/** A worker's version, and the one that is current, as the server tells them. */
interface Versions {
  own?: object;
  current?: object;
}

/**
 * Runs on a server whose queues were last asked for steps so many seconds ago; of those not named nobody ever asked.
 * @param runsAgo the same of what runs have to decide
 */
function servedAgo(
  secondsAgo: Record<string, number>,
  runsAgo: Record<string, number> = {},
  { own, current }: Versions = {},
): { runs: Runs; asked: string[]; fail: boolean } {
  const asked: string[] = [];
  const server = { asked, fail: false };
  const describeTaskQueue = ({ taskQueue, taskQueueType }: Asked): Promise<object> => {
    asked.push(taskQueue.name);
    if (server.fail) return Promise.reject(new Error('Failed to connect before the deadline'));
    const seconds = (taskQueueType === 2 ? secondsAgo : runsAgo)[taskQueue.name];
    const lastAccessTime = { seconds: BigInt(Math.floor(Date.now() / 1000) - (seconds ?? 0)) };
    const poller = { lastAccessTime, deploymentOptions: own };
    const versioningInfo = current && { currentDeploymentVersion: current };
    return Promise.resolve({ pollers: seconds === undefined ? [] : [poller], versioningInfo });
  };
  const client = {
    options: { namespace: 'default' },
    workflowService: { describeTaskQueue },
    withDeadline: (_deadline: unknown, call: () => unknown): unknown => call(),
  } as unknown as Client;
  return Object.assign(server, { runs: createRuns({ client, taskQueue: 'loja', coalesceMs: 0 }) });
}

const ALL = { 'loja-counter': 1, loja: 60, 'loja-bling': 70, 'loja-messages': 30, 'loja-batch': 5 };

describe('queues that nobody serves', () => {
  it('are those whose workers never came, or have not asked for two minutes', async () => {
    expect(await servedAgo(ALL).runs.unattended()).toEqual([]);
    const { loja: _sale, ...others } = { ...ALL, 'loja-batch': 200 };
    expect(await servedAgo(others).runs.unattended()).toEqual(['sale', 'batch']);
  });

  it('are none whose workers are busy with long steps in all their slots, and still serve its runs', async () => {
    const busy = { ...ALL, 'loja-batch': 3_600 };
    expect(await servedAgo(busy, { 'loja-batch': 60 }).runs.unattended()).toEqual([]);
    expect(await servedAgo(busy, { 'loja-batch': 200 }).runs.unattended()).toEqual(['batch']);
  });

  it('are those that no worker of the current version serves', async () => {
    const version = (buildId: string): object => ({
      deploymentName: 'loja',
      buildId,
      workerVersioningMode: 2,
    });
    const none = { workerVersioningMode: 1 };
    const unattended = (versions: Versions): Promise<readonly string[]> =>
      servedAgo(ALL, {}, versions).runs.unattended();
    expect(await unattended({ own: version('b'), current: version('b') })).toEqual([]);
    expect(await unattended({ own: none })).toEqual([]);
    const all = ['counter', 'sale', 'bling', 'messages', 'batch'];
    expect(await unattended({ own: version('a'), current: version('b') })).toEqual(all);
    expect(await unattended({ own: version('b') })).toEqual(all);
    expect(await unattended({ own: none, current: version('b') })).toEqual(all);
  });

  it('are looked for once for all who ask at that time', async () => {
    const { runs, asked } = servedAgo(ALL);
    await Promise.all([runs.unattended(), runs.unattended()]);
    await runs.unattended();
    expect(asked).toHaveLength(5);
  });

  it('are looked for again at once where the server did not answer', async () => {
    const server = servedAgo(ALL);
    server.fail = true;
    await expect(server.runs.unattended()).rejects.toBeInstanceOf(EngineUnavailableError);
    server.fail = false;
    expect(await server.runs.unattended()).toEqual([]);
  });
});
