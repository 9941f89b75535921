import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createEndReconciliation, createLookAtConnection } from '../../src/activities/connection';
import type { ConnectionLook } from '../../src/activities/connection';
import type { ActivityDeps } from '../../src/activities/runtime';
import { createLogger } from '../../src/log';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const HOUR = 3_600_000;
const at = (ms: number): Date => new Date(NOW + ms);

let store: Store;
let merchantId: string;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
  ({ merchantId } = await store.merchants.create('Loja', at(0)));
});
afterAll(() => store.close());

/** A connection that had its last event an hour ago, and whose sales Bling did not answer for in such a time. */
async function connected(
  letter: string,
  silent: { from: number; to: number | null } | null,
): Promise<string> {
  const company = { companyId: letter.repeat(32), companyName: 'Loja' };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: at(HOUR) };
  const { id } = await store.connections.authorize(merchantId, company, tokens, at(-900 * HOUR));
  await store.connections.noteEvent(id, at(-HOUR));
  if (!silent) return id;
  const about = { merchantId, kind: 'bling_silent' as const, subject: id };
  await store.alerts.raise(about, { text: 'Bling não responde.', facts: {} }, at(silent.from));
  if (silent.to !== null) await store.alerts.resolve(about, at(silent.to));
  return id;
}

/** Its own comparison of the last three quarters of an hour finds that a sale is of another situation. */
async function compared(connectionId: string): Promise<boolean> {
  const id = `rec_${connectionId}`;
  const period = { from: at(-0.75 * HOUR), until: at(0), soldFrom: '2026-11-29', soldTo: '2026-11-30' };
  await store.reconciliations.open({ id, merchantId, connectionId, trigger: 'scheduled', ...period }, at(0));
  const listed = { outcome: 'completed' as const, totalCents: 100, contactId: '7' };
  await store.reconciliations.look(merchantId, id, [{ orderId: '1', why: 'situation', listed }], at(0));
  const end = createEndReconciliation({ store, log: createLogger('silent') } as unknown as ActivityDeps);
  const input = { merchantId, connectionId, reconciliationId: id };
  const ended = () => end(input, 'finished', null);
  await new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  ).run(ended);
  return !!(await store.connections.get(merchantId, connectionId))?.untoldAt;
}

describe('a change that a comparison finds', () => {
  it('was told of by no event, where Bling answered all the while', async () => {
    expect(await compared(await connected('a', null))).toBe(true);
  });

  it('is no sign of lost events where Bling has been silent in that time, as its sale could not be read', async () => {
    expect(await compared(await connected('b', { from: -3 * HOUR, to: -0.5 * HOUR }))).toBe(false);
  });

  it('is one again where the silence ended before what was compared', async () => {
    expect(await compared(await connected('c', { from: -3 * HOUR, to: -0.8 * HOUR }))).toBe(true);
  });
});

describe('the orders of a connection', () => {
  /** Whether they are to be compared again at once, although they were an hour ago and are once a day. */
  async function isDue(
    letter: string,
    silent: { from: number; to: number | null } | null,
    failedAt?: number,
  ): Promise<boolean> {
    const connectionId = await connected(letter, silent);
    const { connections } = store;
    await connections.configure(merchantId, connectionId, { reconcileEvery: 'P1D' });
    const done = { until: at(-HOUR), month: true, untold: false };
    await connections.noteReconciled(merchantId, connectionId, done, at(-HOUR));
    if (failedAt !== undefined) await connections.noteReconcileFailed(merchantId, connectionId, at(failedAt));
    const look = createLookAtConnection({ store, log: createLogger('silent') } as unknown as ActivityDeps);
    const ask = () => look({ merchantId, connectionId }, false);
    const { reconciliation } = await new MockActivityEnvironment(
      { currentAttemptScheduledTimestampMs: NOW },
      { logger: new DefaultLogger('ERROR') },
    ).run<[], ConnectionLook, typeof ask>(ask);
    return reconciliation !== null;
  }

  it('are compared as soon as Bling answers again that was silent since they were, and not while it is', async () => {
    expect(await isDue('d', null)).toBe(false);
    expect(await isDue('e', { from: -0.9 * HOUR, to: null })).toBe(false);
    expect(await isDue('f', { from: -0.9 * HOUR, to: -0.5 * HOUR })).toBe(true);
    expect(await isDue('0', { from: -3 * HOUR, to: -1.5 * HOUR })).toBe(false);
  });

  it('are not compared again and again where that fails for good', async () => {
    expect(await isDue('1', { from: -0.9 * HOUR, to: -0.5 * HOUR }, -0.4 * HOUR)).toBe(false);
    expect(await isDue('2', { from: -0.9 * HOUR, to: -0.5 * HOUR }, -0.6 * HOUR)).toBe(true);
  });
});
