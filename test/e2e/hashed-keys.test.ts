import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store';
import { createCustomers, IdentityKeyNames } from '../../src/store/customer';
import { formerForm, HASHED_KEYS } from '../../src/store/migration';
import { connectMongo } from '../../src/store/mongo';
import type { FormerForm } from '../../src/store/mongo';
import { aContact } from './builders';
import { NOW, openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';
import { until } from './until';

interface Key {
  _id: string;
  merchantId: string;
  customerId: string;
}

const now = new Date(NOW);
const PHONE = '+5554991234567';
const CONTACT = { ...aContact(), name: 'Rita Alves', document: '52998224725', phones: [PHONE], emails: [] };
const CLEAR = /\|(doc|phone|email):/;
const encryptionKey = Buffer.alloc(32, 7);

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

const keysOf = (merchantId: string): Promise<Key[]> =>
  opened.db.collection<Key>('identity_keys').find({ merchantId }).sort({ _id: 1 }).toArray();

describe('a database that no earlier version has used', () => {
  it('has no key in clear text, and the same person has other keys with another merchant', async () => {
    await opened.store.customers.identify('mer_hk1', CONTACT, now);
    await opened.store.customers.identify('mer_hk2', CONTACT, now);
    const [one, other] = [await keysOf('mer_hk1'), await keysOf('mer_hk2')];
    expect(one.length).toBeGreaterThan(1);
    expect(JSON.stringify([one, other])).not.toMatch(/52998224725|91234567/);
    const digests = new Set([...one, ...other].map(({ _id }) => _id.split('hmac:')[1]));
    expect(digests.size).toBe(one.length + other.length);
  });
});

describe('a database that earlier versions may still use', () => {
  let merchantId: string;
  let at = 0;
  beforeEach(async () => {
    merchantId = `mer_hk_old_${++at}`;
    await opened.db.collection('migrations').deleteMany({});
  });
  const store = () => openStore({ uri: opened.uri, encryptionKey });

  it('has both forms of a new key, so that a process of either version finds it', async () => {
    const fresh = await store();
    const { customerId } = await fresh.customers.identify(merchantId, CONTACT, now);
    await fresh.close();
    const keys = await keysOf(merchantId);
    const clear = keys.filter(({ _id }) => CLEAR.test(_id));
    expect(clear.map(({ _id }) => _id)).toContain(`${merchantId}|doc:52998224725`);
    expect(keys).toHaveLength(2 * clear.length);
    expect(keys.every((key) => key.customerId === customerId)).toBe(true);
  });

  it('knows whom an earlier version keeps in clear text, before, amid and after the last pass', async () => {
    const fresh = await store();
    const { customerId } = await fresh.customers.identify(merchantId, CONTACT, now);
    const keys = opened.db.collection<Key>('identity_keys');
    await keys.deleteMany({ merchantId, _id: /hmac:/ });
    const again = async () => (await fresh.customers.identify(merchantId, CONTACT, now)).customerId;
    expect(await again()).toBe(customerId);
    // Half done: one of them is still clear.
    await opened.migrate();
    await keys.insertOne({ _id: `${merchantId}|email:rita@loja.com.br`, merchantId, customerId });
    expect(await again()).toBe(customerId);
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    await opened.migrate();
    expect(await again()).toBe(customerId);
    const written = await fresh.customers.identify(
      merchantId,
      { ...CONTACT, emails: ['r@loja.com.br'] },
      now,
    );
    expect(written.customerId).toBe(customerId);
    await fresh.close();
    expect((await keysOf(merchantId)).filter(({ _id }) => CLEAR.test(_id))).toEqual([]);
  });

  it('leaves nothing clear of who is met while the last pass begins: it waits for them', async () => {
    const mongo = await connectMongo(opened.uri);
    const form = formerForm(mongo, HASHED_KEYS);
    const migrated: Promise<void>[] = [];
    /** Told to write clear keys, whoever asks hesitates until the pass has begun. */
    const hesitating: FormerForm = {
      mayBeFound: (session) => form.mayBeFound(session),
      async isWritten(session) {
        const clear = await form.isWritten(session);
        if (migrated.length === 0) migrated.push(opened.migrate());
        await until('the last pass to begin', () =>
          opened.db.collection<{ _id: string }>('migrations').findOne({ _id: HASHED_KEYS, last: true }),
        );
        return clear;
      },
    };
    const customers = createCustomers(mongo, new IdentityKeyNames(encryptionKey, hesitating));
    const { customerId } = await customers.identify(merchantId, CONTACT, now);
    await Promise.all(migrated);
    const keys = await keysOf(merchantId);
    expect(keys.filter(({ _id }) => CLEAR.test(_id))).toEqual([]);
    expect(new Set(keys.map((key) => key.customerId))).toEqual(new Set([customerId]));
    await mongo.connection.close();
  });

  it('makes one customer of one person, however many processes meet them', async () => {
    const [early, late] = [await store(), await store()];
    await late.customers.identify(`${merchantId}_x`, CONTACT, now);
    const found = await Promise.all(
      [early, late, early, late, early, late].map((one) => one.customers.identify(merchantId, CONTACT, now)),
    );
    await Promise.all([early.close(), late.close()]);
    expect(new Set(found.map(({ customerId }) => customerId)).size).toBe(1);
  });

  it('gives keys back when a merge that names them in clear text is undone after it', async () => {
    const fresh = await store();
    const from = await fresh.customers.identify(merchantId, CONTACT, now);
    const other = { ...CONTACT, name: 'Rui', document: '11144477735', phones: ['+5511987654321'] };
    const into = await fresh.customers.identify(merchantId, other, now);
    const order = { automatic: false, operator: null, reason: null, force: true, id: `mrg_${merchantId}` };
    await fresh.merges.merge({ ...order, merchantId, from: from.customerId, into: into.customerId }, NOW);
    const merges = opened.db.collection('customer_merges');
    await merges.updateOne({ merchantId }, { $pull: { identityKeys: /hmac:/ } as never });
    await opened.migrate();
    expect(
      JSON.stringify(await merges.findOne({ merchantId }, { projection: { identityKeys: 1 } })),
    ).not.toMatch(CLEAR);
    // What is attested of the keys is the same in either form.
    expect((await fresh.ledger.verify(merchantId)).problems).toEqual([]);
    await fresh.merges.undo(merchantId, order.id, { operator: null, reason: null, call: 'u' }, NOW);
    const found = await fresh.customers.identify(merchantId, CONTACT, now);
    expect(found.customerId).toBe(from.customerId);
    await fresh.close();
    const owners = (await keysOf(merchantId)).map(({ customerId }) => customerId);
    expect(owners.filter((owner) => owner === from.customerId)).toHaveLength(owners.length / 2);
  });
});
