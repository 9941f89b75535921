import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import { createRuns, EngineUnavailableError, lazyConnection } from '../../src/runs';
import { engine } from './engines';
import { openTcpGate } from './tcp-gate';

it('a connection is closed while calls wait for their next try, and nothing throws afterwards', async () => {
  const [host = '', port] = engine('TEST_TEMPORAL_ADDRESS').split(':');
  const gate = await openTcpGate({ host, port: Number(port) });
  try {
    const { connection, close } = lazyConnection({ address: `127.0.0.1:${gate.port}` });
    const runs = createRuns({ client: new Client({ connection }), taskQueue: 'test', coalesceMs: 0 });
    await runs.ping();
    gate.shut();
    const answers = Array.from({ length: 20 }, () => runs.ping().catch((error: unknown) => error));
    // The first tries fail at once, on the connection that is gone.
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    await close();
    for (const answer of await Promise.all(answers)) expect(answer).toBeInstanceOf(EngineUnavailableError);
  } finally {
    await gate.close();
  }
});
