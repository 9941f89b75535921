import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import {
  KeyReplacementError,
  openStore,
  replaceEncryptionKey,
  WrongEncryptionKeyError,
} from '../../src/store';
import type { Resealed, Store } from '../../src/store';
import { decrypt, keyedDigest } from '../../src/store/secret';
import { aContact } from './builders';
import { testMongoUri } from './engines';
import { migrateQuietly } from './migrated-store';
import { until } from './until';

const OWN = Buffer.alloc(32, 7);
const OTHER = Buffer.alloc(32, 9);
// What is kept for a month is of today.
const now = new Date();

let uri: string;
let client: mongo.MongoClient;
let db: mongo.Db;
beforeEach(async () => {
  uri = testMongoUri();
  client = await mongo.MongoClient.connect(uri);
  db = client.db();
});
afterEach(() => client.close());

describe('another key takes the place of the database’s own', () => {
  const both = { encryptionKey: OTHER, previousKey: OWN };
  const quick = { noticedMs: 1 };
  const customer = () => aContact({ document: '52998224725' });

  /** Everything that is secret, of a store with one connection, one second factor and one kept answer. */
  async function used(store: Store): Promise<{ merchantId: string; connectionId: string }> {
    const { merchantId } = await store.merchants.create('Loja', now);
    const company = { companyId: 'c'.repeat(32), companyName: 'Loja' };
    const tokens = { accessToken: 'access', refreshToken: 'refresh', expiresAt: now };
    const { id } = await store.connections.authorize(merchantId, company, tokens, now);
    await store.secondFactors.begin('per_ana', 'ana@example.com', now);
    await store.customerLinks.make(merchantId, 'cus_ana', now);
    const request = { merchantId, route: 'r', key: 'k', bodyHash: 'b' };
    await store.idempotency.claim(request, now);
    await store.idempotency.answer(request, { status: 201, body: { name: 'Ana' } });
    return { merchantId, connectionId: id };
  }

  async function expectReadable(
    store: Store,
    { merchantId, connectionId }: { merchantId: string; connectionId: string },
  ): Promise<void> {
    expect(await store.connections.tokens(connectionId)).toMatchObject({
      ...{ accessToken: 'access', refreshToken: 'refresh' },
    });
    const request = { merchantId, route: 'r', key: 'k', bodyHash: 'b' };
    expect(await store.idempotency.claim(request, now)).toMatchObject({ body: { name: 'Ana' } });
    expect(await store.secondFactors.use('per_ana', '000000', now)).toBe('off');
    const tokens = await store.customerLinks.make(merchantId, 'cus_ana', now);
    for (const use of ['page', 'optOut', 'till'] as const)
      expect(await store.customerLinks.owner(tokens[use], use)).toEqual({
        ...{ merchantId, customerId: 'cus_ana', former: false },
      });
  }

  const sealed = async (): Promise<string[]> => [
    ...(await db.collection('connections').find().toArray()).flatMap(({ accessToken, refreshToken }) => [
      accessToken as string,
      refreshToken as string,
    ]),
    ...(await db.collection('second_factors').find().toArray()).map(({ sealed: text }) => text as string),
    ...(await db.collection('customer_links').find().toArray()).map(({ sealed: text }) => text as string),
    ...(await db.collection('idempotency').find().toArray()).map(({ sealed: text }) => text as string),
  ];

  it('seals all secrets anew, and recognises everybody as before', async () => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    const before = await openStore({ uri, encryptionKey: OWN });
    const of = await used(before);
    const { customerId } = await before.customers.identify(of.merchantId, customer(), now);
    await before.close();
    const kinds: string[] = [];
    const watch = {
      replaced: (done: boolean) => void kinds.push(String(done)),
      resealed: ({ of: what, changed, unreadable }: Resealed) =>
        void kinds.push(`${what}: ${changed} ${unreadable}`),
    };
    await replaceEncryptionKey({ uri, ...both }, watch, quick);
    expect(kinds).toEqual([
      ...['true', 'access to connected stores: 2 0', 'second factors: 1 0'],
      ...['links of customers: 1 0', 'kept answers: 1 0'],
    ]);
    await expect(openStore({ uri, encryptionKey: OWN })).rejects.toThrow(WrongEncryptionKeyError);
    const after = await openStore({ uri, encryptionKey: OTHER });
    await expectReadable(after, of);
    const { customers } = await after.customers.search(of.merchantId, '529.982.247-25', { limit: 20 });
    expect(customers.map(({ id }) => id)).toEqual([customerId]);
    expect(await after.customers.identify(of.merchantId, customer(), now)).toMatchObject({ customerId });
    await after.close();
    const once = await sealed();
    await replaceEncryptionKey({ uri, ...both }, watch, quick);
    expect(kinds.slice(5)).toEqual([
      ...['false', 'access to connected stores: 0 0', 'second factors: 0 0'],
      ...['links of customers: 0 0', 'kept answers: 0 0'],
    ]);
    expect(await sealed()).toEqual(once);
  });

  it('goes on beside processes that have both keys, which seal with the new one once they have noticed', async () => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    const old = await openStore({ uri, encryptionKey: OWN });
    const of = await used(old);
    const running = await openStore({ uri, ...both });
    const texts = async (): Promise<string[]> => (await sealed()).slice(0, 2);
    await running.connections.saveTokens(of.connectionId, 1, {
      ...{ accessToken: 'a2', refreshToken: 'r2', expiresAt: now },
    });
    // Not before all know the new one.
    expect(await old.connections.tokens(of.connectionId)).toMatchObject({ accessToken: 'a2' });
    await old.close();
    await replaceEncryptionKey(
      { uri, ...both },
      { replaced: () => undefined, resealed: () => undefined },
      quick,
    );
    expect(await running.connections.tokens(of.connectionId)).toMatchObject({ accessToken: 'a2' });
    let version = 2;
    await until('the running process to seal with the new key', async () => {
      const tokens = { accessToken: `a${version}`, refreshToken: 'r', expiresAt: now };
      await running.connections.saveTokens(of.connectionId, version, tokens);
      version += 1;
      return (await texts()).every((text) => opensWith(OTHER, of.connectionId, text));
    });
    await running.close();
  });

  it('begins with keys of the database only, and is opened with both before and after', async () => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    const STRANGE = Buffer.alloc(32, 11);
    const watch = { replaced: () => undefined, resealed: () => undefined };
    await expect(
      replaceEncryptionKey({ uri, encryptionKey: OTHER, previousKey: STRANGE }, watch, quick),
    ).rejects.toThrow(WrongEncryptionKeyError);
    await (await openStore({ uri, ...both })).close();
    await replaceEncryptionKey({ uri, ...both }, watch, quick);
    await (await openStore({ uri, ...both })).close();
    // What a version before this one would look for, and take the key for that of the digests too.
    const [mark] = await db.collection('encryption_keys').find().toArray();
    expect(mark!['digest']).not.toBe(keyedDigest(OTHER, 'key of the database')('1'));
    // A third one, whose digests are still those of the first.
    await replaceEncryptionKey({ uri, encryptionKey: STRANGE, previousKey: OTHER }, watch, quick);
    await expect(openStore({ uri, encryptionKey: OTHER })).rejects.toThrow(WrongEncryptionKeyError);
    await (await openStore({ uri, encryptionKey: STRANGE })).close();
    // Not back to the first, which is known to whoever made it be replaced.
    await expect(
      replaceEncryptionKey({ uri, encryptionKey: OWN, previousKey: STRANGE }, watch, quick),
    ).rejects.toThrow(KeyReplacementError);
    await (await openStore({ uri, encryptionKey: STRANGE })).close();
  });

  it.each([
    ['swapped', OWN, OTHER],
    ['the same', OWN, OWN],
  ])('is not said to be done where the two keys are %s', async (_how, encryptionKey, previousKey) => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    const watch = { replaced: () => undefined, resealed: () => undefined };
    await expect(replaceEncryptionKey({ uri, encryptionKey, previousKey }, watch, quick)).rejects.toThrow(
      /Nothing was replaced.*swapped/,
    );
    await (await openStore({ uri, encryptionKey: OWN })).close();
  });

  it('begun twice at once, with another key each, counts for one of them, and the other is told', async () => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    const third = Buffer.alloc(32, 13);
    const watch = { replaced: () => undefined, resealed: () => undefined };
    const outcomes = await Promise.allSettled(
      [OTHER, third].map((encryptionKey) =>
        replaceEncryptionKey({ uri, encryptionKey, previousKey: OWN }, watch, quick),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const won = outcomes[0]!.status === 'fulfilled' ? OTHER : third;
    await (await openStore({ uri, encryptionKey: won })).close();
  });

  it('says what opens with neither key, and leaves it', async () => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    const store = await openStore({ uri, encryptionKey: OWN });
    const { connectionId } = await used(store);
    await store.close();
    const _id = connectionId as unknown as mongo.ObjectId;
    await db.collection('connections').updateOne({ _id }, { $set: { accessToken: 'v1.a.b.c' } });
    const lost: number[] = [];
    const watch = {
      replaced: () => undefined,
      resealed: ({ unreadable }: Resealed) => void lost.push(unreadable),
    };
    await replaceEncryptionKey({ uri, ...both }, watch, quick);
    expect(lost).toEqual([1, 0, 0, 0]);
  });
});

function opensWith(key: Buffer, owner: string, text: string): boolean {
  try {
    decrypt(key, owner, text);
    return true;
  } catch {
    return false;
  }
}
