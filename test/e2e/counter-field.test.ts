import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { customerModel } from '../../src/store/customer';
import { customerPhoneEndings } from '../../src/store/migration/phone-endings';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';

interface Found {
  kind: string;
  readAs?: string;
  customers?: {
    id: string;
    name: string;
    phoneLastDigits: string | null;
    cashback: { activeCents: number };
  }[];
  voucher?: { code: string; usable: boolean };
  customer?: { id: string };
}

const MARIA = {
  name: 'Maria das Dores Exemplo',
  document: '529.982.247-25',
  phone: '(11) 98765-4321',
  email: 'maria.dores@lojademo.com.br',
};

let house: House;
let mongo: Mongo;
let maria: CounterSale;
beforeAll(async () => {
  house = await openHouse({
    program: aProgram({
      earning: {
        combine: 'stack',
        rules: [
          { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
          { id: 'volta', grant: { type: 'voucher', template: 'volta' } },
        ],
      },
      vouchers: { volta: { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 1_000, uses: 1 } },
    }),
  });
  mongo = await connectMongo(house.config.mongodbUri);
  maria = await sold(house.tenant, aCounterSale('centro', { customer: MARIA }));
  await sold(
    house.tenant,
    aCounterSale('centro', { customer: { name: 'Bento Fixo', phone: '(11) 3222-4455' } }),
  );
});
afterAll(async () => {
  await mongo.connection.close();
  await house.close();
});

async function typed(query: string): Promise<Found> {
  const { api } = house.tenant;
  return (await api.get<Found>(`/v1/counter?query=${encodeURIComponent(query)}`)).expect(200).body;
}

const names = ({ customers = [] }: Found): string[] => customers.map(({ name }) => name);

describe('the one field of a counter', () => {
  it.each([
    ...['529.982.247-25', '52998224725', '(11) 98765-4321', '+55 11 98765 4321', '98765-4321', '8765 4321'],
    ...['4321', MARIA.email, 'maria', 'exemplo dores', 'Mari'],
  ])('finds who says %s', async (query) => {
    const found = await typed(query);
    expect(names(found)).toEqual([MARIA.name]);
    expect(found.customers).toMatchObject([
      { id: maria.customerId, phoneLastDigits: '4321', cashback: { activeCents: 500 } },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/\d{11}/);
  });

  it('finds a landline by its end', async () => {
    expect(names(await typed('4455'))).toEqual(['Bento Fixo']);
    expect(names(await typed('3222-4455'))).toEqual(['Bento Fixo']);
  });

  it('opens a voucher in any spelling', async () => {
    const { code } = maria.benefit.vouchers[0]!;
    for (const spelling of [code, code.replaceAll('-', ''), code.toLowerCase().replaceAll('-', ' ')])
      expect(await typed(spelling)).toMatchObject({
        kind: 'voucher',
        voucher: { code, usable: true },
        customer: { id: maria.customerId },
      });
  });

  it('finds nobody without making anybody', async () => {
    const { merchantId } = house.tenant;
    const before = await mongo.of(customerModel).countDocuments({ merchantId });
    for (const [query, readAs] of [
      ['111.444.777-35', 'document'],
      ['0000', 'phone_ending'],
      ['Zulmira', 'name'],
    ] as const)
      expect(await typed(query)).toMatchObject({ kind: 'nothing', readAs });
    expect(await mongo.of(customerModel).countDocuments({ merchantId })).toBe(before);
  });

  it('finds by the end of a phone also whom an earlier version has written, once they are moved', async () => {
    const { merchantId } = house.tenant;
    const { customerId } = await sold(
      house.tenant,
      aCounterSale('centro', { customer: { name: 'Velha Ficha', phone: '(31) 96666-3003' } }),
    );
    const record = { _id: customerId!, merchantId };
    await mongo.of(customerModel).updateOne(record, { $unset: { phoneEndings: 1 } });
    expect(await typed('3003')).toMatchObject({ kind: 'nothing' });
    const place = { cursor: null, limit: 1_000 };
    const tried = await customerPhoneEndings.step(mongo, { ...place, dryRun: true });
    expect(tried.changed).toBe(1);
    expect((await customerPhoneEndings.step(mongo, { ...place, dryRun: false })).changed).toBe(1);
    expect((await customerPhoneEndings.step(mongo, { ...place, dryRun: false })).changed).toBe(0);
    expect(names(await typed('3003'))).toEqual(['Velha Ficha']);
  });

  it('follows a merge and its undoing', async () => {
    const { api } = house.tenant;
    const other = await sold(
      house.tenant,
      aCounterSale('centro', { customer: { name: 'Maria D.', phone: '(21) 97777-2002' } }),
    );
    const merged = await api.post<{ id: string }>(`/v1/customers/${maria.customerId}/merges`, {
      from: other.customerId,
      reason: 'Mesma pessoa',
    });
    expect(names(await typed('2002'))).toEqual([MARIA.name]);
    (await api.post(`/v1/merges/${merged.expect(201).body.id}/undo`, { reason: 'São duas' })).expect(200);
    expect(names(await typed('2002'))).toEqual(['Maria D.']);
  });

  it('is no other merchant’s', async () => {
    const { merchantId } = await house.store.merchants.create('Outra', new Date());
    const key = await house.store.merchants.createKey(merchantId, 'outra', new Date());
    const answer = await fetch(`${house.url}/v1/counter?query=4321`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(await answer.json()).toMatchObject({ kind: 'nothing' });
  });
});
