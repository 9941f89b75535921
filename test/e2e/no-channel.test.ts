import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sale } from '../../src/loyalty';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer } from './shop';
import { until } from './until';

/*
 * Orders that were typed by hand have no sales channel: a store can have those too.
 */

let house: House;
beforeAll(async () => {
  const rules = [
    { id: 'todas', grant: { type: 'cashback' as const, rateBps: 500 } },
    { id: 'balcao', grant: { type: 'cashback' as const, rateBps: 1_000 }, when: { stores: ['0'] } },
  ];
  house = await openHouse({ program: aProgram({ earning: { rules }, messages: {} }) });
});
afterAll(() => house.close());

/** The sale of a completed order, once it has earned. */
async function sold(channelId?: number): Promise<Sale> {
  const { company, merchantId } = house.tenant;
  const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 10_000, channelId });
  company.completeOrder(id);
  const sale = (): Promise<Sale | null> =>
    house.store.sales.find({ merchantId, channel: 'bling', externalId: String(id) });
  await until(`order ${id} to earn`, async () => ((await sale())?.benefit.earnedCents ?? 0) > 0);
  return (await sale())!;
}

describe('an order without a sales channel', () => {
  it('belongs to no store as long as none has those, and from then on to the one that has', async () => {
    const { api } = house.tenant;
    const before = await sold();
    expect(before.content.storeId).toBeNull();
    const store = { name: 'Balcão', zone: 'America/Sao_Paulo', channels: ['0'], documents: [] };
    const { body } = (await api.post<{ id: string }>('/v1/stores', store)).expect(201);
    const after = await sold();
    expect(after.content.storeId).toBe('0');
    const online = await sold(205_375_013);
    expect(online.content.storeId).toBe('205375013');
    const listed = async (storeId: string): Promise<string[]> => {
      const list = await api.get<{ data: { id: string }[] }>(`/v1/sales?storeId=${storeId}`);
      return list.body.data.map(({ id }) => id);
    };
    expect(await listed(body.id)).toEqual([after.id]);
    expect(await listed('none')).toEqual([before.id]);
  });

  it('is of the store that has those of its company, before one that has those of all', async () => {
    const { api, connectionId } = house.tenant;
    const own = `0@${connectionId}`;
    const before = await sold();
    expect(before.benefit.earnedCents).toBe(1_000);
    const store = { name: 'Matriz', zone: 'America/Sao_Paulo', channels: [own], documents: [] };
    (await api.post('/v1/stores', store)).expect(201);
    expect((await sold()).content.storeId).toBe(own);

    // What was calculated stays where it was, and keeps what it has earned there.
    const { company, merchantId } = house.tenant;
    company.patchOrder(Number(before.source.externalId), { totalCents: 20_000 });
    const now = (): Promise<Sale | null> => house.store.sales.get(merchantId, before.id);
    await until('its change to be read', async () => (await now())?.content.totalCents === 20_000);
    await until('its change to earn', async () => (await now())?.benefit.earnedCents === 2_000);
    expect((await now())?.content.storeId).toBe('0');
  });
});
