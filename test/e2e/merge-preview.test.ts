import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WalletView } from '../../src/loyalty';
import { aCounterSale, sold } from './counter';
import { openHouse } from './house';
import type { House } from './house';

interface Preview {
  before: { into: WalletView; from: WalletView };
  after: { customer: { phones: string[]; emails: string[] }; wallet: WalletView };
  sales: { count: number };
}

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('a merge that is looked at first', () => {
  it('comes to exactly what the preview says', async () => {
    const { tenant } = house;
    const { api } = tenant;
    const buyer = (customer: object) => sold(tenant, aCounterSale('centro', { customer }));
    const ana = await buyer({ name: 'Ana Lima', phone: '(11) 98888-1001' });
    const twin = await buyer({ name: 'A. Lima', email: 'ana.lima@lojademo.com.br' });
    const [into, from] = [ana.customerId!, twin.customerId!];
    const use = { customerId: from, type: 'cashback', amountCents: 100, saleTotalCents: 10_000 };
    (await api.post('/v1/redemptions', use)).expect(201);
    const read = async <T>(path: string): Promise<T> => (await api.get<T>(path)).expect(200).body;
    const path = `/v1/customers/${into}/merges/preview?with=${from}`;
    const preview = await read<Preview>(path);
    expect(preview.sales.count).toBe(1);
    expect(await read<Preview>(path)).toEqual(preview);
    expect(await read<WalletView>(`/v1/customers/${from}/wallet`)).toEqual(preview.before.from);
    (await api.post(`/v1/customers/${into}/merges`, { from, reason: 'Mesma pessoa' })).expect(201);
    expect(await read<WalletView>(`/v1/customers/${into}/wallet`)).toEqual(preview.after.wallet);
    expect(await read(`/v1/customers/${into}`)).toMatchObject({
      phones: preview.after.customer.phones,
      emails: preview.after.customer.emails,
    });
    const { data } = await read<{ data: { id: string }[] }>(`/v1/customers/${from}/purchases`);
    expect(data.map(({ id }) => id).sort()).toEqual([ana.id, twin.id].sort());
  });
});
