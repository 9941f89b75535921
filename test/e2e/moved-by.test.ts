import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { aCustomerWith } from './a-customer-with';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger } from './shop';

let house: House;
beforeAll(async () => {
  house = await openHouse({ program: aProgram({ messages: {} }) });
});
afterAll(() => house.close());

interface Line {
  type: string;
  operator: string | null;
  key: { id: string; label: string | null } | null;
  told: Omit<Line, 'type' | 'told'> | null;
}

interface Event {
  event: string;
  operator: string | null;
  key: Line['key'];
}

/** Of each kind of movement in a customer's statement: who made it, and whether it says the key. */
async function movers(customerId: string): Promise<Record<string, unknown>> {
  const path = `/v1/customers/${customerId}/statement?limit=100`;
  const { data } = (await house.tenant.api.get<{ data: Line[] }>(path)).expect(200).body;
  const { merchants } = house.store;
  const [key] = await merchants.keys(house.tenant.merchantId);
  return Object.fromEntries(
    data.map(({ type, operator, key: said }) => {
      if (said !== null) expect(said).toEqual({ id: key!.id, label: key!.label });
      return [type, [operator, said !== null]];
    }),
  );
}

const post = <Reply>(path: string, body: object) => house.tenant.api.post<Reply>(path, body);

it('names whoever used balance, and the key they did it with', async () => {
  const customerId = await aCustomerWith(house.store, house.tenant.merchantId, 1_000);
  const use = { customerId, type: 'cashback', amountCents: 400, saleTotalCents: 100_000, operator: 'ana' };
  const { id } = (await post<{ id: string }>('/v1/redemptions', use)).expect(201).body;
  (await post(`/v1/redemptions/${id}/confirm`, { operator: 'bia' })).expect(200);
  (await post(`/v1/redemptions/${id}/rollback`, {})).expect(200);
  expect(await movers(customerId)).toMatchObject({
    ...{ RESERVE: ['ana', true], SPEND: ['bia', true], ROLLBACK: [null, true] },
  });
  await verifyLedger(house.tenant);
});

it('names whoever took goods back, and whoever gave a sale to its customer', async () => {
  const sale = await sold(house.tenant, aCounterSale('centro', { totalCents: 10_000 }));
  const back = { amountCents: 4_000, operator: 'caio' };
  (await post(`/v1/sales/${sale.id}/returns`, back)).expect(201);
  expect(await movers(sale.customerId!)).toMatchObject({
    ...{ EARN_PENDING: [null, false], CLAWBACK: ['caio', true] },
  });
  const nobodys = await sold(
    house.tenant,
    aCounterSale('centro', { customer: null }),
    ({ status }) => status === 'unidentified',
  );
  const claim = { document: cpf.generate(), name: 'Davi', operator: 'eva' };
  const { customerId } = (
    await post<{ customerId: string }>(`/v1/sales/${nobodys.id}/customer`, claim)
  ).expect(200).body;
  expect(await movers(customerId)).toMatchObject({ EARN_PENDING: ['eva', true] });
  await verifyLedger(house.tenant);
});

it('says in the sale and of the import who told of them', async () => {
  const { api, merchantId } = house.tenant;
  const [key] = await house.store.merchants.keys(merchantId);
  const mine = { operator: null, key: { id: key!.id, label: key!.label } };
  const posted = aCounterSale('centro', { totalCents: 10_000 });
  const { id } = await sold(house.tenant, posted);
  (await post('/v1/sales', { ...posted, totalCents: 12_000 })).expect(201);
  const { timeline, customerId } = (
    await api.get<{ timeline: Event[]; customerId: string }>(`/v1/sales/${id}`)
  ).expect(200).body;
  const told = timeline.filter(({ event }) => ['received', 'completed', 'changed'].includes(event));
  expect(told).toMatchObject([
    { event: 'received', ...mine },
    { event: 'completed', ...mine },
    { event: 'changed', ...mine },
  ]);
  expect(timeline.find(({ event }) => event === 'EARN_PENDING')).toMatchObject({ operator: null, key: null });
  const { data } = (await api.get<{ data: Line[] }>(`/v1/customers/${customerId}/statement`)).expect(
    200,
  ).body;
  expect(data.map(({ type, operator, key: by, told: teller }) => [type, operator, by, teller])).toEqual(
    expect.arrayContaining([
      ['EARN_PENDING', null, null, mine],
      ['ACTIVATE', null, null, null],
    ]),
  );
  const file = 'Nome;CPF\nMaria;' + cpf.generate();
  const sent = await api.upload('/v1/imports?kind=customers&dryRun=true', file);
  expect(sent.expect(201).body).toMatchObject(mine);
});

it('names whoever made two records one, and told them apart', async () => {
  const { store, tenant } = house;
  const into = await aCustomerWith(store, tenant.merchantId, 300);
  const gone = await sold(tenant, aCounterSale('centro', { totalCents: 10_000 }));
  const from = gone.customerId!;
  const order = { from, reason: 'Mesma pessoa', operator: 'gil', force: true };
  const made = (await post<{ id: string }>(`/v1/customers/${into}/merges`, order)).expect(201).body;
  expect(await movers(into)).toMatchObject({ MERGE_IN: ['gil', true] });
  const [key] = await store.merchants.keys(tenant.merchantId);
  const { data: merges } = (await tenant.api.get<{ data: Event[] }>(`/v1/customers/${into}/merges`)).expect(
    200,
  ).body;
  expect(merges).toMatchObject([{ operator: 'gil', key: { id: key!.id } }]);
  (await post(`/v1/merges/${made.id}/undo`, { reason: 'Mãe e filha', operator: 'ivo' })).expect(200);
  expect(await movers(into)).toMatchObject({ MERGE_OUT: ['ivo', true] });
  expect(await movers(from)).toMatchObject({ MERGE_IN: ['ivo', true] });
  const { timeline } = (await tenant.api.get<{ timeline: Event[] }>(`/v1/sales/${gone.id}`)).expect(200).body;
  expect(timeline.filter(({ event }) => event === 'merged')).toMatchObject([
    { operator: 'gil', key: { id: key!.id } },
    { operator: 'ivo', key: { id: key!.id } },
  ]);
  await verifyLedger(house.tenant);
});
