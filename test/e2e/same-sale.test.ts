import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

type ShownSale = SaleJson & {
  duplicateOf: string | null;
  heldFor: string | null;
  evidence: { saleId: string; cancelled: boolean }[];
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
  (await house.tenant.api.put('/v1/program', aProgram({ messages: {} }))).expect(200);
});
afterAll(() => house.close());

/** Today at noon in São Paulo: the shop and the ERP mean the same day, whenever the test runs. */
const NOON = `${new Date(Date.now() - 3 * 3_600_000).toISOString().slice(0, 10)}T12:00:00-03:00`;

async function shopTells(order: string, change: Record<string, unknown> = {}): Promise<string> {
  const { body } = (
    await house.tenant.api.post<ShownSale>('/v1/sales', {
      channel: 'ecommerce',
      externalId: order,
      soldAt: NOON,
      totalCents: 20_000,
      status: 'completed',
      ...change,
    })
  ).expect(201);
  return body.id;
}

async function saleShown(id: string): Promise<ShownSale> {
  return (await house.tenant.api.get<ShownSale>(`/v1/sales/${id}`)).expect(200).body;
}

async function become(id: string, status: string): Promise<ShownSale> {
  return until(`sale ${id} to be ${status}`, async () => {
    const sale = await saleShown(id);
    return sale.status === status ? sale : null;
  });
}

async function erpSale(orderId: number): Promise<ShownSale> {
  return until(`order ${orderId} to be known`, async () => {
    const answer = await house.tenant.api.get<{ data: ShownSale[] }>(
      `/v1/sales?channel=bling&externalId=${orderId}`,
    );
    const [sale] = answer.status === 200 ? answer.body.data : [];
    return sale && sale.status !== 'waiting' ? sale : null;
  });
}

/** One buyer, as the shop and the ERP know them. */
function buyer(): { id: number; customer: { document: string; email: string } } {
  const contact = aBuyer(house.tenant.company);
  return { id: contact.id, customer: { document: contact.document, email: contact.email } };
}

function erpTells(contactId: number, order: string, totalCents = 20_000): number {
  const { company } = house.tenant;
  const made = anOrder(company, { contactId, totalCents, storeNumber: order });
  company.completeOrder(made.id);
  return made.id;
}

describe('one purchase that the shop and the ERP both tell', () => {
  it('counts once, whoever comes first, and is known by either name', async () => {
    const { id: contactId, customer } = buyer();
    const shop = await shopTells('W-1', { customer });
    const counted = await become(shop, 'active');
    const erp = await erpSale(erpTells(contactId, 'W-1'));
    expect(erp).toMatchObject({ status: 'duplicate', duplicateOf: shop, earnedCents: 0 });
    expect(await walletOf(house.tenant.api, counted.customerId!)).toMatchObject({
      cashback: { activeCents: 1_000 },
    });
    expect((await saleShown(shop)).evidence).toMatchObject([{ saleId: erp.id, cancelled: false }]);

    const other = buyer();
    const first = await erpSale(erpTells(other.id, 'W-2'));
    const second = await shopTells('W-2', { customer: other.customer });
    expect((await become(second, 'duplicate')).duplicateOf).toBe(first.id);
    await verifyLedger(house.tenant);
  });

  it('counts once each where twenty pairs come at the same instant', async () => {
    const orders = Array.from({ length: 20 }, (_, index) => ({ name: `P-${index}`, ...buyer() }));
    const pairs = await Promise.all(
      orders.map(async ({ name, id, customer }) => {
        const shop = shopTells(name, { customer });
        const erp = erpTells(id, name);
        return { shop: await shop, erp };
      }),
    );
    for (const { shop, erp } of pairs) {
      const both = await until('the pair to be told apart', async () => {
        const sales = [await saleShown(shop), await erpSale(erp)];
        return sales.every(({ status }) => status === 'active' || status === 'duplicate') ? sales : null;
      });
      expect(both.map(({ status }) => status).sort()).toEqual(['active', 'duplicate']);
      const owner = both.find(({ status }) => status === 'active')!;
      expect(await walletOf(house.tenant.api, owner.customerId!)).toMatchObject({
        cashback: { activeCents: 1_000 },
      });
    }
    await verifyLedger(house.tenant);
  });

  it('is over when either source cancels it', async () => {
    const { id: contactId, customer } = buyer();
    const shop = await shopTells('W-3', { customer });
    const { customerId } = await become(shop, 'active');
    const order = erpTells(contactId, 'W-3');
    await erpSale(order);
    house.tenant.company.cancelOrder(order);
    await become(shop, 'cancelled');
    expect(await walletOf(house.tenant.api, customerId!)).toMatchObject({ cashback: { activeCents: 0 } });
    await verifyLedger(house.tenant);
  });

  it('is counted once more as itself when the sale that counted is deleted at its source', async () => {
    const { id: contactId, customer } = buyer();
    const order = erpTells(contactId, 'W-4');
    const erp = await erpSale(order);
    const shop = await shopTells('W-4', { customer });
    await become(shop, 'duplicate');
    house.tenant.company.deleteOrder(order);
    await become(erp.id, 'cancelled');
    const { customerId } = await become(shop, 'active');
    expect(await walletOf(house.tenant.api, customerId!)).toMatchObject({ cashback: { activeCents: 1_000 } });
    await verifyLedger(house.tenant);
  });
});

describe('two sales that may be one purchase', () => {
  async function heldPair(): Promise<{ till: ShownSale; review: string; customerId: string }> {
    const { id: contactId, customer } = buyer();
    const erp = await erpSale(erpTells(contactId, '', 20_000));
    const id = await shopTells(`PDV-${erp.id}`, { channel: 'pos', customer });
    const till = await become(id, 'in_review');
    expect(till.earnedCents).toBe(0);
    return { till, review: till.heldFor!, customerId: erp.customerId! };
  }

  it('wait for a person: distinct ones both count', async () => {
    const { till, review, customerId } = await heldPair();
    const open = (
      await house.tenant.api.get<{ data: { id: string }[] }>('/v1/reviews?kind=same_sale')
    ).expect(200).body;
    expect(open.data.map(({ id }) => id)).toContain(review);
    (await house.tenant.api.post(`/v1/reviews/${review}/resolve`, { decision: 'distinct' })).expect(200);
    await become(till.id, 'active');
    expect(await walletOf(house.tenant.api, customerId)).toMatchObject({ cashback: { activeCents: 2_000 } });
    await verifyLedger(house.tenant);
  });

  it('wait for a person: the same count once, and another decision is refused', async () => {
    const { till, review, customerId } = await heldPair();
    (await house.tenant.api.post(`/v1/reviews/${review}/resolve`, { decision: 'same' })).expect(200);
    await become(till.id, 'duplicate');
    const again = await house.tenant.api.post<{ code: string }>(`/v1/reviews/${review}/resolve`, {
      decision: 'distinct',
    });
    expect([again.status, again.body.code]).toEqual([409, 'review_resolved']);
    expect(await walletOf(house.tenant.api, customerId)).toMatchObject({ cashback: { activeCents: 1_000 } });
    await verifyLedger(house.tenant);
  });
});
