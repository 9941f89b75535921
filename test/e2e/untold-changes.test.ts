import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createEndReconciliation } from '../../src/activities/connection';
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
async function connected(letter: string, silent: { from: number; to: number } | null): Promise<string> {
  const company = { companyId: letter.repeat(32), companyName: 'Loja' };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: at(HOUR) };
  const { id } = await store.connections.authorize(merchantId, company, tokens, at(-900 * HOUR));
  await store.connections.noteEvent(id, at(-HOUR));
  if (!silent) return id;
  const about = { merchantId, kind: 'bling_silent' as const, subject: id };
  await store.alerts.raise(about, { text: 'Bling não responde.', facts: {} }, at(silent.from));
  await store.alerts.resolve(about, at(silent.to));
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
