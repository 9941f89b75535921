import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { openStore } from '../../src/store';
import type { NewReconciliation, Store } from '../../src/store';
import { testMongoUri } from './engines';
import { migrateQuietly } from './migrated-store';

const KEY = Buffer.alloc(32, 7);
const now = new Date('2026-11-30T12:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

let store: Store;
let client: mongo.MongoClient;
let merchantId: string;
let connectionId: string;

beforeEach(async () => {
  const uri = testMongoUri();
  await migrateQuietly({ uri, encryptionKey: KEY });
  store = await openStore({ uri, encryptionKey: KEY });
  client = await mongo.MongoClient.connect(uri);
  ({ merchantId } = await store.merchants.create('Loja', now));
  connectionId = await connect('c');
});
afterEach(async () => {
  await client.close();
  await store.close();
});

async function connect(letter: string): Promise<string> {
  const company = { companyId: letter.repeat(32), companyName: 'Loja' };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: later(3_600) };
  return (await store.connections.authorize(merchantId, company, tokens, now)).id;
}

function comparison(id: string, trigger: NewReconciliation['trigger']): NewReconciliation {
  const period = { from: now, until: later(60), soldFrom: '2026-11-29', soldTo: '2026-11-30' };
  return { id, merchantId, connectionId, trigger, ...period };
}

const change = (set: object) =>
  client
    .db()
    .collection('connections')
    .updateOne({ _id: connectionId as unknown as mongo.ObjectId }, { $set: set });

describe('the one place of comparisons of a connection', () => {
  it('is of whoever has just taken it, although its report is not there yet, and free again if it never comes', async () => {
    await change({ reconciling: 'rec_taken', reconcilingSince: now });
    expect(await store.reconciliations.open(comparison('rec_b', 'asked'), later(59))).toBe('busy');
    expect(await store.reconciliations.open(comparison('rec_b', 'asked'), later(60))).toMatchObject({
      ...{ id: 'rec_b', state: 'running' },
    });
  });

  it('has one of many that come at once', async () => {
    const some = Array.from({ length: 12 }, (_, index) => comparison(`rec_${index}`, 'asked'));
    const opened = await Promise.all(some.map((one) => store.reconciliations.open(one, now)));
    expect(opened.filter((one) => one !== 'busy')).toHaveLength(1);
    const running = await store.reconciliations.list(merchantId, connectionId, { limit: 20 });
    expect(running).toHaveLength(1);
  });
});

describe('what a connection’s run goes by', () => {
  it('is read whatever key the tokens are sealed with', async () => {
    await change({ accessToken: 'v1.a.b.c', refreshToken: 'v1.a.b.c' });
    await expect(store.connections.tokens(connectionId)).rejects.toThrow();
    expect(await store.connections.tokensKnown(merchantId, connectionId)).toEqual({
      ...{ expiresAt: later(3_600), refreshFailed: null },
    });
    expect(await store.connections.tokensKnown('mer_other', connectionId)).toBeNull();
  });

  it('forgets tokens that were given back, not those of a new authorisation', async () => {
    await store.connections.hold(merchantId, connectionId, 'disconnected', now);
    const { version } = (await store.connections.tokens(connectionId))!;
    await store.connections.forgetTokens(merchantId, connectionId, version - 1, now);
    expect(await store.connections.tokens(connectionId)).toMatchObject({ accessToken: 'a', version });
    await store.connections.forgetTokens(merchantId, connectionId, version, now);
    expect(await store.connections.tokens(connectionId)).toMatchObject({ accessToken: 'revoked' });
    await connect('c');
    await store.connections.hold(merchantId, connectionId, 'disconnected', now);
    await store.connections.forgetTokens(merchantId, connectionId, version, now);
    expect(await store.connections.tokens(connectionId)).toMatchObject({ accessToken: 'a' });
  });

  it('asks for the long open orders of this company only', async () => {
    const other = await connect('d');
    for (const [orderId, of] of [
      ['1', connectionId],
      ['2', other],
    ] as const)
      await store.sales.open(
        { merchantId, channel: 'bling', externalId: orderId },
        of,
        'America/Sao_Paulo',
        now,
      );
    const listed = await store.sales.list(merchantId, { connectionId, channel: 'bling', limit: 10 });
    expect(listed.map(({ source }) => source.externalId)).toEqual(['1']);
  });
});
