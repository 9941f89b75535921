import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import { createRuns, EngineUnavailableError, lazyConnection } from '../../src/runs';
import type { Runs } from '../../src/runs';

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
    const runs = runsAt(`127.0.0.1:${await unusedPort()}`);
    const begun = Date.now();
    await expect(runs.saleChanged(sale, { eventId: 'e', kind: 'updated' })).rejects.toBeInstanceOf(
      EngineUnavailableError,
    );
    expect(Date.now() - begun).toBeLessThan(4_800);
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
