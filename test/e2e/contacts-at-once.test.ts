import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCustomers, customerModel, IdentityKeyNames } from '../../src/store/customer';
import type { CustomerContact, Customers } from '../../src/store/customer';
import { formerForm, HASHED_KEYS } from '../../src/store/migration';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { aContact } from './builders';
import { NOW, openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';

const now = new Date(NOW);
const [HOME, WORK, OTHER] = ['+5554991234567', '+5551998765432', '+5548991112222'] as const;

let opened: OpenDatabase;
let mongo: Mongo;
beforeAll(async () => {
  opened = await openDatabase();
  mongo = await connectMongo(opened.uri);
});
afterAll(async () => {
  await mongo.connection.close();
  await opened.close();
});

let merchantId: string;
let known: CustomerContact;
let customerId: string;
beforeEach(async () => {
  merchantId = `mer_${randomUUID()}`;
  known = aContact({ name: 'Rita Alves', phones: [HOME] });
  customerId = await identified(known);
});

async function identified(contact: CustomerContact): Promise<string> {
  return (await opened.store.customers.identify(merchantId, contact, now)).customerId;
}

/** Customers of one who has read a customer, and writes only after something else has happened: once. */
function writingAfter(happens: () => Promise<unknown>): Customers {
  let begun: Promise<unknown> | undefined;
  const customers = new Proxy(mongo.of(customerModel), {
    get(model, name) {
      const value: unknown = Reflect.get(model, name);
      if (name !== 'updateOne') return value;
      return async (...asked: Parameters<typeof model.updateOne>) => {
        await (begun ??= happens());
        return model.updateOne(...asked);
      };
    },
  });
  const slow = new Proxy(mongo, {
    get(real, name) {
      if (name === 'of')
        return (kind: Parameters<Mongo['of']>[0]) =>
          (kind as unknown) === customerModel ? customers : real.of(kind);
      const value: unknown = Reflect.get(real, name);
      return typeof value === 'function' ? (value.bind(real) as unknown) : value;
    },
  });
  return createCustomers(slow, new IdentityKeyNames(Buffer.alloc(32, 7), formerForm(mongo, HASHED_KEYS)));
}

const phonesOf = async (id: string): Promise<string[]> =>
  (await opened.store.customers.get(merchantId, id))!.phones.map(({ e164 }) => e164).sort();

/** Somebody who says nothing but a phone is whoever has it. */
const byPhone = (phone: string): Promise<string> =>
  identified(aContact({ name: 'Rita', document: null, phones: [phone] }));

describe('contacts of one customer that come at once', () => {
  it('leave every phone with the customer, and each is recognised', async () => {
    const phones = [WORK, OTHER, '+5547992223333', '+5541993334444', '+5531994445555'];
    await Promise.all(phones.map((phone) => identified({ ...known, phones: [phone] })));
    expect(await phonesOf(customerId)).toEqual([HOME, ...phones].sort());
    for (const phone of phones) expect(await byPhone(phone)).toBe(customerId);
  });

  it.each([
    [WORK, OTHER],
    [OTHER, WORK],
  ])('keep %s, which is read first and written last, and %s', async (late, early) => {
    const customers = writingAfter(() => identified({ ...known, phones: [early] }));
    const { changed } = await customers.identify(merchantId, { ...known, phones: [late] }, now);
    expect(changed).toEqual(['phones']);
    expect(await phonesOf(customerId)).toEqual([HOME, early, late].sort());
    expect([await byPhone(early), await byPhone(late)]).toEqual([customerId, customerId]);
  });
});

describe('a contact that comes while its customer is merged', () => {
  const mergeOf = async (from: string, into: string): Promise<void> => {
    const why = { automatic: false, operator: 'gerente', reason: 'Mesma pessoa', force: true };
    await opened.store.merges.merge({ id: `mrg_${randomUUID()}`, merchantId, from, into, ...why }, NOW);
  };

  it('erases nothing of what the merge brings to the one who remains', async () => {
    const other = await identified(aContact({ phones: [OTHER], emails: ['rita@lojademo.com.br'] }));
    const customers = writingAfter(() => mergeOf(other, customerId));
    await customers.identify(merchantId, { ...known, phones: [WORK] }, now);
    expect(await phonesOf(customerId)).toEqual([HOME, WORK, OTHER].sort());
    expect((await opened.store.customers.get(merchantId, customerId))!.emails).toEqual([
      'rita@lojademo.com.br',
    ]);
    expect([await byPhone(OTHER), await byPhone(WORK)]).toEqual([customerId, customerId]);
  });

  it('is kept with the one who remains, where its customer is the one merged away', async () => {
    const into = await identified(aContact({ phones: [OTHER], document: null }));
    const customers = writingAfter(() => mergeOf(customerId, into));
    const found = await customers.identify(merchantId, { ...known, phones: [WORK] }, now);
    expect(found.customerId).toBe(into);
    expect(await phonesOf(into)).toEqual([HOME, WORK, OTHER].sort());
    expect(await byPhone(WORK)).toBe(into);
  });
});

describe('a phone that somebody lost who had read the customer before it was added', () => {
  it('is recognised by its key, and kept again', async () => {
    await identified({ ...known, phones: [WORK] });
    const [phone] = (await opened.store.customers.get(merchantId, customerId))!.phones.filter(
      ({ e164 }) => e164 === HOME,
    );
    await mongo.of(customerModel).updateOne({ _id: customerId, merchantId }, { $set: { phones: [phone] } });
    expect(await byPhone(WORK)).toBe(customerId);
    expect(await phonesOf(customerId)).toEqual([HOME, WORK].sort());
  });
});
