import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Client } from '@temporalio/client';
import { createRuns, EngineUnavailableError, lazyConnection } from '../../src/runs';
import type { Runs } from '../../src/runs';

/** The sender of a webhook. */
const BLING_WAITS_MS = 5_000;

const sale = {
  merchantId: 'mer_1',
  id: 'sal_1',
  source: { channel: 'bling' as const, externalId: '1', connectionId: 'con_1' },
};

describe('runs without a Temporal server', () => {
  const closing: (() => Promise<void>)[] = [];

  function runsAt(address: string): Runs {
    const { connection, close } = lazyConnection({ address });
    closing.push(close);
    return createRuns({ client: new Client({ connection }), taskQueue: 'test', coalesceMs: 0 });
  }

  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('gives a signal up before Bling stops waiting for the answer', async () => {
    jest.useFakeTimers();
    try {
      const never = new Promise<never>(() => undefined);
      const deadlines: number[] = [];
      const client = {
        withDeadline: (deadline: number, call: () => Promise<unknown>) => {
          deadlines.push(deadline - Date.now());
          return call();
        },
        workflow: { signalWithStart: () => never },
      } as unknown as Client;
      const outcomes: unknown[] = [];
      createRuns({ client, taskQueue: 'test', coalesceMs: 0 })
        .saleChanged(sale, { eventId: 'e', kind: 'updated' })
        .catch((error: unknown) => outcomes.push(error));
      await jest.advanceTimersByTimeAsync(BLING_WAITS_MS - 1_001);
      expect([deadlines, outcomes]).toEqual([[BLING_WAITS_MS - 1_000], []]);
      await jest.advanceTimersByTimeAsync(1);
      expect(outcomes).toEqual([expect.any(EngineUnavailableError)]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('gives a signal up where nothing listens', async () => {
    const runs = runsAt(`127.0.0.1:${await unusedPort()}`);
    await expect(runs.saleChanged(sale, { eventId: 'e', kind: 'updated' })).rejects.toBeInstanceOf(
      EngineUnavailableError,
    );
  });

  it('says within its time that the namespace does not answer', async () => {
    const runs = runsAt(`127.0.0.1:${await unusedPort()}`);
    await expect(runs.ping()).rejects.toBeInstanceOf(EngineUnavailableError);
  });
});

/** A port on which nothing listens. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
