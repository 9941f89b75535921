import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { migrateDatabase, openStore, WrongEncryptionKeyError } from '../../src/store';
import type { Store } from '../../src/store';
import { aContact } from './builders';
import { testMongoUri } from './engines';
import { migrateQuietly } from './migrated-store';

const OWN = Buffer.alloc(32, 7);
const OTHER = Buffer.alloc(32, 9);
const now = new Date('2026-11-20T12:00:00Z');

let uri: string;
let client: mongo.MongoClient;
let db: mongo.Db;
beforeEach(async () => {
  uri = testMongoUri();
  client = await mongo.MongoClient.connect(uri);
  db = client.db();
});
afterEach(() => client.close());

const marks = () => db.collection('encryption_keys');

/** Everything there is, to see that nothing was written. */
async function everything(): Promise<string> {
  const all: unknown[] = [];
  for (const { name } of await db.listCollections().toArray())
    all.push(name, await db.collection(name).find().sort({ _id: 1 }).toArray());
  return JSON.stringify(all);
}

async function opened(encryptionKey: Buffer): Promise<string[]> {
  const waiting: string[] = [];
  await (await openStore({ uri, encryptionKey }, (lacks) => waiting.push(...lacks))).close();
  return waiting;
}

async function told(encryptionKey: Buffer, dryRun = false): Promise<string[]> {
  const said: string[] = [];
  const watch = {
    began: () => undefined,
    went: () => undefined,
    did: (what: string) => void said.push(what),
  };
  await migrateDatabase({ uri, encryptionKey }, { dryRun, finish: true, watch });
  return said;
}

/** Every way to start with a key, refused; and nothing was written. */
async function expectRefused(encryptionKey: Buffer): Promise<void> {
  const before = await everything();
  await expect(openStore({ uri, encryptionKey })).rejects.toThrow(WrongEncryptionKeyError);
  await expect(told(encryptionKey)).rejects.toThrow(WrongEncryptionKeyError);
  await expect(told(encryptionKey, true)).rejects.toThrow(WrongEncryptionKeyError);
  expect(await everything()).toBe(before);
}

describe('a new database', () => {
  it('keeps which key is its own from its first migration, and is opened by no other', async () => {
    expect(await told(OWN, true)).toContainEqual(expect.stringContaining('a digest of ENCRYPTION_KEY'));
    expect(await marks().countDocuments()).toBe(0);
    await migrateQuietly({ uri, encryptionKey: OWN });
    expect(await opened(OWN)).toEqual([]);
    expect(await told(OWN)).toEqual([]);
    await expectRefused(OTHER);
  });

  it('keeps nothing by which the key could be tried out as by a plain hash of it', async () => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    const kept = JSON.stringify(await marks().find().toArray());
    for (const form of [OWN, OWN.toString('base64'), OWN.toString('hex')])
      for (const algorithm of ['sha256', 'sha512', 'sha1', 'md5'])
        for (const encoding of ['hex', 'base64'] as const)
          expect(kept).not.toContain(createHash(algorithm).update(form).digest(encoding));
  });

  it('has one key, though two are brought at the same moment', async () => {
    const runs = await Promise.allSettled(
      [OWN, OTHER, OWN, OTHER].map((encryptionKey) =>
        migrateDatabase({ uri, encryptionKey }, { dryRun: false, finish: false, watch: QUIET }),
      ),
    );
    const refused = runs.filter(
      (run) => run.status === 'rejected' && run.reason instanceof WrongEncryptionKeyError,
    );
    expect(refused).toHaveLength(2);
    expect(await marks().countDocuments()).toBe(1);
  });
});

const QUIET = { began: () => undefined, went: () => undefined, did: () => undefined };

describe('a database of a version that did not keep its key', () => {
  let store: Store;
  beforeEach(async () => {
    await migrateQuietly({ uri, encryptionKey: OWN });
    store = await openStore({ uri, encryptionKey: OWN });
    await marks().drop();
  });
  afterEach(() => store.close());

  const people = (count: number, with_: (n: number) => object = () => ({})) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        store.customers.identify(
          `mer_${n % 2}`,
          {
            ...aContact(),
            ...{ externalKey: `bling:con:${n}`, document: null, phones: [`+55119${81_000_000 + n}`] },
            ...with_(n),
          },
          now,
        ),
      ),
    );
  const connected = (companyId: string) => {
    const tokens = { accessToken: 'a', refreshToken: `r-${companyId}`, expiresAt: now };
    return store.connections.authorize('mer_0', { companyId, companyName: 'Loja' }, tokens, now);
  };

  it('takes the key it is given where nothing was written under any', async () => {
    expect(await opened(OTHER)).toEqual([expect.stringContaining('which ENCRYPTION_KEY')]);
    expect(await told(OTHER)).toEqual([expect.stringContaining('a digest of ENCRYPTION_KEY')]);
    await expectRefused(OWN);
  });

  it('knows its own by the identity keys of its customers', async () => {
    await people(6);
    await expectRefused(OTHER);
    await told(OWN);
    expect(await opened(OWN)).toEqual([]);
  });

  it('knows its own by the access to its stores', async () => {
    await connected('1');
    await expectRefused(OTHER);
    await told(OWN);
    expect(await opened(OWN)).toEqual([]);
  });

  it('is not kept from its own by one damaged access, nor by customers who share all they are known by', async () => {
    for (const companyId of ['1', '2', '3']) await connected(companyId);
    await db.collection('connections').updateOne({ companyId: '2' }, { $set: { refreshToken: 'v1.x.y.z' } });
    const shared = { phones: ['+5511981234567'], emails: [] };
    // Others, as their documents say, with the one phone.
    await people(8, (n) => ({ ...shared, name: `Pessoa ${'ABCDEFGH'[n]}` }));
    await expectRefused(OTHER);
    await told(OWN);
  });

  it('is not taken over by what a mistaken start has written under another key', async () => {
    await people(9);
    const mistaken = (await people(1, () => ({ phones: ['+5511971112233'] })))[0]!;
    await db
      .collection('identity_keys')
      .updateMany({ customerId: mistaken.customerId }, [{ $set: { mistaken: true } }]);
    const keys = await db.collection<{ _id: string }>('identity_keys').find({ mistaken: true }).toArray();
    await db.collection('identity_keys').deleteMany({ mistaken: true });
    await db
      .collection<{ _id: string }>('identity_keys')
      .insertMany(keys.map((key) => ({ ...key, _id: `${key._id.slice(0, -4)}0000` })));
    await expectRefused(OTHER);
    await told(OWN);
  });
});
