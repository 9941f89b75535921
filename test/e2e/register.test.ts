import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consentModel, customerModel } from '../../src/store/customer';
import type { Consent } from '../../src/store';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { aCounterSale, sold } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { toTheEnd } from './to-the-end';

interface Registered {
  customer: { id: string; name: string; phones: string[] };
  created: boolean;
  consents: { channel: string; given: boolean; text: string }[];
}

const WORDS = 'Aceito receber mensagens do clube pelo WhatsApp, versão 3.';

let house: House;
let mongo: Mongo;
beforeAll(async () => {
  house = await openHouse();
  mongo = await connectMongo(house.config.mongodbUri);
});
afterAll(async () => {
  await mongo.connection.close();
  await house.close();
});

const whatsapp = (given: boolean): object => ({ channel: 'whatsapp', given, text: WORDS });

async function register(body: object, key?: string): Promise<Registered> {
  const { api } = house.tenant;
  return (await toTheEnd(() => api.post<Registered & { code?: string }>('/v1/customers', body, key))).expect(
    201,
  ).body;
}

describe('registering at a counter', () => {
  it('makes one customer of twenty calls at once, whatever the spelling', async () => {
    const { merchantId } = house.tenant;
    const spellings = ['(31) 97777-2002', '31 7777-2002', '+5531977772002', '031977772002'];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        register({ name: 'Vera Vinte', phone: spellings[n % spellings.length], consents: [whatsapp(true)] }),
      ),
    );
    expect(new Set(all.map(({ customer }) => customer.id)).size).toBe(1);
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    const made = await mongo.of(customerModel).countDocuments({ merchantId, name: 'Vera Vinte' });
    expect(made).toBe(1);
  });

  it('answers who is known by a sale, with the newer data, and a repetition with the same', async () => {
    const known = await sold(
      house.tenant,
      aCounterSale('centro', { customer: { name: 'Rui Prado', document: '111.444.777-35' } }),
    );
    const body = { name: 'Rui Prado', document: '11144477735', phone: '(21) 96666-3003' };
    const [first, again] = [await register(body, 'rui'), await register(body, 'rui')];
    expect(first).toMatchObject({
      customer: { id: known.customerId, phones: ['+5521966663003'] },
      created: false,
    });
    expect(again).toEqual(first);
  });

  it('keeps each consent as a fact, which a merge brings along and its undoing gives back', async () => {
    const { api, merchantId } = house.tenant;
    const ana = await register({
      name: 'Ana Lima',
      email: 'ana@lojademo.com.br',
      consents: [whatsapp(true)],
    });
    const twin = await register({ name: 'A. Lima', phone: '(41) 95555-4004', consents: [whatsapp(false)] });
    type Facts = { data: { given: boolean; text: string; actor: object; operator: string | null }[] };
    const facts = async (): Promise<Facts['data']> =>
      (await api.get<Facts>(`/v1/customers/${ana.customer.id}/consents`)).expect(200).body.data;
    expect(await facts()).toMatchObject([{ given: true, text: WORDS, actor: { kind: 'key' } }]);
    const merge = { from: twin.customer.id, reason: 'Mesma pessoa' };
    const { id } = (await api.post<{ id: string }>(`/v1/customers/${ana.customer.id}/merges`, merge)).expect(
      201,
    ).body;
    expect((await facts()).map(({ given }) => given)).toEqual([false, true]);
    (await api.post(`/v1/merges/${id}/undo`, { reason: 'São duas' })).expect(200);
    expect((await facts()).map(({ given }) => given)).toEqual([true]);
    const told = { channel: 'whatsapp', given: false, text: 'Não quero mais.', operator: 'caixa 1' };
    (await api.post(`/v1/customers/${ana.customer.id}/consents`, told, 'sair')).expect(201);
    (await api.post(`/v1/customers/${ana.customer.id}/consents`, told, 'sair')).expect(201);
    expect(await facts()).toMatchObject([{ given: false, operator: 'caixa 1' }, { given: true }]);
    expect(await mongo.of(consentModel).countDocuments({ merchantId, text: 'Não quero mais.' })).toBe(1);
  });

  it('keeps a consent that is told again, and refuses another one under its id', async () => {
    const { merchantId } = house.tenant;
    const { consents } = house.store;
    const fact: Consent = {
      ...{ id: 'cst_1', merchantId, customerId: 'cus_x', channel: 'email', given: true, text: WORDS },
      ...{ at: new Date(0), source: 'staff', purpose: 'all', actor: { kind: 'key', id: 'k' } },
      ...{ operator: null, storeId: null },
    };
    await consents.record([fact]);
    await consents.record([{ ...fact, at: new Date(1) }]);
    for (const other of [{ text: 'Outro.' }, { operator: 'x' }, { actor: { kind: 'key' as const, id: 'l' } }])
      await expect(consents.record([{ ...fact, ...other }])).rejects.toMatchObject({
        code: 'idempotency_key_reused',
      });
    expect(await consents.of(merchantId, 'cus_x')).toEqual([fact]);
  });
});
