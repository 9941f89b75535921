import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { createRunRescue } from '../../src/runs';

/** How long the server takes to say how one run stands. */
const DESCRIBE_MS = 20;
const RUNS = 600;

/** A namespace in which so many runs were ended before they had read their sale, and have all been woken since. */
function aNamespace(): { client: Client; described: () => number } {
  let described = 0;
  const runs = Array.from({ length: RUNS }, (_, n) => ({
    workflowId: `sale/mer_1/pos/${n}`,
    runId: 'ended',
  }));
  const workflow = {
    async *list() {
      await Promise.resolve();
      yield* runs;
    },
    getHandle: () => ({
      describe: async () => {
        await new Promise((resolve) => setTimeout(resolve, DESCRIBE_MS));
        described += 1;
        return { runId: 'of the sweep before', status: { name: 'RUNNING' } };
      },
    }),
  };
  const withDeadline = (_deadline: unknown, call: () => unknown): unknown => call();
  return { client: { workflow, withDeadline } as unknown as Client, described: () => described };
}

describe('the search for sales that were not read', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('has no end that many runs could miss: each call has a deadline of its own', async () => {
    const { client, described } = aNamespace();
    const rescue = createRunRescue({ client, taskQueue: 'test', coalesceMs: 0 });
    const when = { since: new Date(0), failedBefore: new Date() };
    const found = rescue
      .unreadSales('mer_1', when, (_kind, _id, wake) => wake())
      .catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(RUNS * DESCRIBE_MS + 1_000);
    expect(await found).toBe(0);
    expect(described()).toBe(RUNS);
  });
});
