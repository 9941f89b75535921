import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

type Shown = SaleJson & { number: string; heldFor: string | null };

const TODAY = new Date(Date.now() - 3 * 3_600_000).toISOString().slice(0, 10);

let house: House;
beforeAll(async () => {
  house = await openHouse();
  (await house.tenant.api.put('/v1/program', aProgram({ messages: {} }))).expect(200);
});
afterAll(() => house.close());

async function erp(orderId: number, status: string): Promise<Shown> {
  return until(`order ${orderId} to be ${status}`, async () => {
    const answer = await house.tenant.api.get<{ data: Shown[] }>(
      `/v1/sales?channel=bling&externalId=${orderId}`,
    );
    const [sale] = answer.status === 200 ? answer.body.data : [];
    return sale?.status === status ? sale : null;
  });
}

describe('numbers of orders (R47)', () => {
  it('of one shop’s order twice in the ERP: the second waits for a person, and says which it resembles', async () => {
    const { company } = house.tenant;
    const { id: contactId } = aBuyer(company);
    const orders = [1, 2].map(() =>
      anOrder(company, { contactId, totalCents: 10_000, storeNumber: 'LOJA-555', date: TODAY }),
    );
    company.completeOrder(orders[0]!.id);
    const first = await erp(orders[0]!.id, 'active');
    company.completeOrder(orders[1]!.id);
    const second = await erp(orders[1]!.id, 'in_review');
    expect(second).toMatchObject({ earnedCents: 0 });
    expect(second.timeline.map(({ text }) => text).join()).toContain(`a venda ${first.number}`);
    await verifyLedger(house.tenant);
  });

  it('of the ERP and of a till are two series: an anonymous sale of the same number is claimed, and earns', async () => {
    const { company, api } = house.tenant;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 1_000, date: TODAY });
    company.completeOrder(order.id);
    const { number } = await erp(order.id, 'active');
    const posted = {
      ...{ channel: 'pos', externalId: 'T-1', number, soldAt: `${TODAY}T12:00:00-03:00`, totalCents: 1_000 },
      status: 'completed',
    };
    const { id } = (await api.post<Shown>('/v1/sales', posted)).expect(201).body;
    const till = await until('the till’s sale to be settled', async () => {
      const { body } = (await api.get<Shown>(`/v1/sales/${id}`)).expect(200);
      return body.status === 'waiting' ? null : body;
    });
    expect(till.status).toBe('unidentified');
    const gina = { name: 'Gina Prado', document: '529.982.247-25' };
    (await api.post(`/v1/sales/${id}/customer`, gina)).expect(200);
    await until('the claim to earn', async () => {
      const { body } = (await api.get<Shown>(`/v1/sales/${id}`)).expect(200);
      return body.status === 'active' && body.earnedCents === 50 ? body : null;
    });
    await verifyLedger(house.tenant);
  });
});
