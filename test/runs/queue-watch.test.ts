import { describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { createRuns, EngineUnavailableError } from '../../src/runs';
import type { Runs } from '../../src/runs';

/** Runs on a server whose queues were last asked for work so many seconds ago; of those not named nobody ever asked. */
function servedAgo(secondsAgo: Record<string, number>): { runs: Runs; asked: string[]; fail: boolean } {
  const asked: string[] = [];
  const server = { asked, fail: false };
  const describeTaskQueue = ({ taskQueue }: { taskQueue: { name: string } }): Promise<object> => {
    asked.push(taskQueue.name);
    if (server.fail) return Promise.reject(new Error('Failed to connect before the deadline'));
    const seconds = secondsAgo[taskQueue.name];
    const lastAccessTime = { seconds: BigInt(Math.floor(Date.now() / 1000) - (seconds ?? 0)) };
    return Promise.resolve({ pollers: seconds === undefined ? [] : [{ lastAccessTime }] });
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
