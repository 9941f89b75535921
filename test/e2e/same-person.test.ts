import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePhone } from '../../src/loyalty';
import { customerModel, identityKeyId, identityKeyModel } from '../../src/store/customer';
import { phoneKeys } from '../../src/store/migration/phone-keys';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import type { SaleJson } from './shop';
import { until } from './until';

let house: House;
let mongo: Mongo;
beforeAll(async () => {
  house = await openHouse();
  mongo = await connectMongo(house.config.mongodbUri);
  (await house.tenant.api.put('/v1/program', aProgram({ messages: {} }))).expect(200);
});
afterAll(async () => {
  await mongo.connection.close();
  await house.close();
});

let posts = 0;

async function post(customer: Record<string, string>, totalCents = 10_000): Promise<SaleJson> {
  posts += 1;
  const posted = {
    ...{ channel: 'pos', externalId: `SP-${posts}`, soldAt: new Date().toISOString(), totalCents },
    ...{ status: 'completed', customer },
  };
  return (await house.tenant.api.post<SaleJson>('/v1/sales', posted)).expect(201).body;
}

const phonesOf = async (customerId: string): Promise<string[]> =>
  (await house.store.customers.get(house.tenant.merchantId, customerId))!.phones.map(({ e164 }) => e164);

describe('a landline and a mobile of the same last digits (R49)', () => {
  it('are two people', async () => {
    const marcos = await post({ name: 'Marcos Lima', phone: '(11) 4002-8922' });
    const till = await post({ phone: '(11) 94002-8922' }, 20_000);
    expect(till.customerId).not.toBeNull();
    expect(till.customerId).not.toBe(marcos.customerId);
  });

  it('are both kept of one person, the mobile to be written to', async () => {
    const document = '529.982.247-25';
    const { customerId } = await post({ name: 'Rui Prado', document, phone: '(21) 94321-5678' });
    const later = await post({ name: 'Rui Prado', document, phone: '(21) 4321-5678' });
    expect(later.customerId).toBe(customerId);
    expect(await phonesOf(customerId!)).toEqual(['+552143215678', '+5521943215678']);
    const known = await house.store.customers.get(house.tenant.merchantId, customerId!);
    expect(known!.phones.find(({ mobile }) => mobile)?.e164).toBe('+5521943215678');
  });

  it('that had one key before are told apart at once, and each known by its own after the migration', async () => {
    const { merchantId } = house.tenant;
    const { customerId } = await post({ name: 'Nina Reis', phone: '(31) 93333-1111' });
    await makeFormer(merchantId, customerId!, '+5531933331111', '3133331111');
    expect((await post({ name: 'Nina Reis', phone: '(31) 93333-1111' })).customerId).toBe(customerId);
    const landline = await post({ name: 'Nina', phone: '(31) 3333-1111' });
    expect(landline.customerId).not.toBe(customerId);

    await makeFormer(merchantId, customerId!, '+5531933331111', '3133331111');
    const dry = await phoneKeys.step(mongo, { cursor: null, limit: 1_000, dryRun: true });
    expect(dry).toMatchObject({ changed: 1, cursor: null });
    expect((await migrateAll()).changed).toBe(1);
    expect((await migrateAll()).changed).toBe(0);
    const keys = await mongo.of(identityKeyModel).find({ merchantId, customerId }).lean();
    expect(keys.map(({ _id }) => _id)).toEqual([identityKeyId(merchantId, 'phone:31933331111')]);
    expect((await post({ name: 'Nina Reis', phone: '(31) 93333-1111' })).customerId).toBe(customerId);
  });
});

/** A page at a time, as it is run. */
async function migrateAll(): Promise<{ changed: number }> {
  let changed = 0;
  for (let cursor: string | null | undefined; cursor !== null;) {
    const step = await phoneKeys.step(mongo, { cursor: cursor ?? null, limit: 2, dryRun: false });
    changed += step.changed;
    cursor = step.cursor;
  }
  return { changed };
}

/** As it was kept when a landline and a mobile had one key. */
async function makeFormer(merchantId: string, customerId: string, e164: string, key: string): Promise<void> {
  await mongo.of(identityKeyModel).deleteMany({ merchantId, customerId });
  await mongo
    .of(identityKeyModel)
    .updateOne(
      { _id: identityKeyId(merchantId, `phone:${key}`) },
      { $set: { merchantId, customerId } },
      { upsert: true },
    );
  const phones = [{ ...parsePhone(e164)!, key }];
  await mongo.of(customerModel).updateOne({ _id: customerId, merchantId }, { $set: { phones } });
}

describe('nobody (R48)', () => {
  it.each([
    [{ name: 'Venda consumidor' }],
    [{ name: 'CONSUMIDOR NÃO CADASTRADO', phone: '(11) 3456-7890' }],
    [{ name: 'Ana', document: 'aaaaaaaaaaaa45' }],
    [{ name: 'Ana', document: '11.111.111/1111-80' }],
  ])('is whom a sale of %j names', async (customer) => {
    const sale = await post(customer);
    expect(sale.customerId).toBeNull();
    const settled = await until('the sale to be settled', async () => {
      const { body } = (await house.tenant.api.get<SaleJson>(`/v1/sales/${sale.id}`)).expect(200);
      return body.status === 'waiting' ? null : body;
    });
    expect(settled.status).toBe('unidentified');
  });

  it('is whom the ERP’s stand-in contact names, until its document is filled in; and what the merchant adds', async () => {
    const { api, company } = house.tenant;
    (await api.put('/v1/settings/stand-ins', { phones: ['(11) 95555-1234'], words: ['retirada'] })).expect(
      200,
    );
    const contact = company.addContact({ name: 'RETIRADA LOJA', mobile: '(11) 95555-1234' });
    const order = company.createOrder({ contactId: contact.id, totalCents: 10_000 });
    company.completeOrder(order.id);
    const sale = await until('the order to be settled', async () => {
      const { data } = (await api.get<{ data: SaleJson[] }>(`/v1/sales?channel=bling&externalId=${order.id}`))
        .body;
      return data?.[0] && data[0].status !== 'waiting' ? data[0] : null;
    });
    expect(sale).toMatchObject({ status: 'unidentified', customerId: null });
  });
});
