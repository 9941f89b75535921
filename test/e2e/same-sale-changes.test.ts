import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { aProgram } from './builders';
import { comesToRest } from './at-rest';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

type ShownSale = SaleJson & {
  duplicateOf: string | null;
  heldFor: string | null;
  returnedCents: number;
  evidence: { saleId: string; cancelled: boolean }[];
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
  (await house.tenant.api.put('/v1/program', aProgram({ messages: {} }))).expect(200);
});
afterAll(() => house.close());

const TODAY = new Date(Date.now() - 3 * 3_600_000).toISOString().slice(0, 10);
const YESTERDAY = new Date(Date.now() - 27 * 3_600_000).toISOString().slice(0, 10);

function posted(order: string, change: Record<string, unknown>): Record<string, unknown> {
  return {
    channel: 'ecommerce',
    externalId: order,
    soldAt: `${TODAY}T12:00:00-03:00`,
    totalCents: 20_000,
    status: 'completed',
    ...change,
  };
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

/** Posts a sale as its channel does, and waits until it has this status. */
async function post(order: string, change: Record<string, unknown>, status: string): Promise<ShownSale> {
  const { body } = (await house.tenant.api.post<ShownSale>('/v1/sales', posted(order, change))).expect(201);
  return become(body.id, status);
}

/** The ERP's sale of an order, once it has this status. */
async function erp(orderId: number, status: string): Promise<ShownSale> {
  return until(`order ${orderId} to be ${status}`, async () => {
    const answer = await house.tenant.api.get<{ data: ShownSale[] }>(
      `/v1/sales?channel=bling&externalId=${orderId}`,
    );
    const [sale] = answer.status === 200 ? answer.body.data : [];
    return sale?.status === status ? sale : null;
  });
}

function order(contactId: number, storeNumber: string, totalCents = 20_000, date = TODAY): number {
  return anOrder(house.tenant.company, { contactId, totalCents, storeNumber, date }).id;
}

function buyer(): { contactId: number; customer: { document: string; email: string } } {
  const { id, document, email } = aBuyer(house.tenant.company);
  return { contactId: id, customer: { document, email } };
}

/** Gives the customer something to spend, and spends some of it on a sale named so. */
async function spendOn(customerId: string, saleRef: string): Promise<void> {
  const { api } = house.tenant;
  const credit = { type: 'cashback', cents: 5_000, reason: 'cortesia' };
  (await api.post(`/v1/customers/${customerId}/adjustments`, credit)).expect(201);
  const use = {
    customerId,
    type: 'cashback',
    amountCents: 3_000,
    saleTotalCents: 20_000,
    saleRef,
    confirm: true,
  };
  (await api.post('/v1/redemptions', use)).expect(201);
}

/** What the customer can use, once nothing moves any more. */
async function atRest(customerId: string): Promise<number> {
  await comesToRest(house);
  return (await walletOf(house.tenant.api, customerId)).cashback.activeCents;
}

describe('one purchase told by two sources, of which one changes its mind', () => {
  it('counts once where the first source cancels it, the second completes it, and the first completes it again', async () => {
    const { contactId, customer } = buyer();
    await post('C-1', { customer }, 'active');
    await post('C-1', { customer, status: 'cancelled' }, 'cancelled');
    const made = order(contactId, 'C-1');
    house.tenant.company.completeOrder(made);
    const { customerId } = await erp(made, 'active');
    await house.tenant.api.post('/v1/sales', posted('C-1', { customer }));
    expect(await atRest(customerId!)).toBe(1_000);
    await verifyLedger(house.tenant);
  });

  it('keeps what was spent on it where the sale that does not count is deleted', async () => {
    const { contactId, customer } = buyer();
    const shop = await post('C-2', { customer }, 'active');
    const made = order(contactId, 'C-2');
    house.tenant.company.completeOrder(made);
    await erp(made, 'duplicate');
    await spendOn(shop.customerId!, 'C-2');
    const before = await atRest(shop.customerId!);
    house.tenant.company.deleteOrder(made, { cancelFirst: false });
    await erp(made, 'cancelled');
    expect(await atRest(shop.customerId!)).toBe(before);
    await verifyLedger(house.tenant);
  });

  it('keeps what was spent on it where the sale that counted is deleted, and the other counts', async () => {
    const { contactId, customer } = buyer();
    const made = order(contactId, 'C-3');
    house.tenant.company.completeOrder(made);
    const { customerId } = await erp(made, 'active');
    const shop = await post('C-3', { customer }, 'duplicate');
    await spendOn(customerId!, 'C-3');
    const before = await atRest(customerId!);
    house.tenant.company.deleteOrder(made, { cancelFirst: false });
    await become(shop.id, 'active');
    expect(await atRest(customerId!)).toBe(before);
    await verifyLedger(house.tenant);
  });

  it('counts with the goods that came back before it was known to be the same', async () => {
    const { contactId, customer } = buyer();
    const shop = await post('C-4', { customer }, 'active');
    const made = order(contactId, 'X-4', 20_000);
    house.tenant.company.completeOrder(made);
    const copy = await erp(made, 'active');
    (await house.tenant.api.post(`/v1/sales/${copy.id}/returns`, { amountCents: 10_000 })).expect(201);
    house.tenant.company.patchOrder(made, { storeNumber: 'C-4' });
    await erp(made, 'duplicate');
    const counted = await until('the return to be taken over', async () => {
      const sale = await saleShown(shop.id);
      return sale.returnedCents === 10_000 ? sale : null;
    });
    expect(counted.evidence).toHaveLength(1);
    expect(await atRest(shop.customerId!)).toBe(500);
    await verifyLedger(house.tenant);
  });

  it('was paid with benefit by whatever name the redemption gives it, once (R9)', async () => {
    const { contactId, customer } = buyer();
    const shop = await post('C-8', { customer }, 'active');
    const made = order(contactId, 'C-8');
    house.tenant.company.completeOrder(made);
    const copy = await erp(made, 'duplicate');
    await spendOn(shop.customerId!, copy.externalId);
    await until('the part paid to be taken out', async () => (await saleShown(shop.id)).earnedCents === 850);
    expect(await atRest(shop.customerId!)).toBe(2_850);
    await verifyLedger(house.tenant);
  });

  it('is asked about where the copy changes so that it no longer fits, and counts once again where it fits again', async () => {
    const { contactId, customer } = buyer();
    const shop = await post('C-9', { customer }, 'active');
    const made = order(contactId, 'C-9');
    house.tenant.company.completeOrder(made);
    await erp(made, 'duplicate');
    house.tenant.company.patchOrder(made, { totalCents: 26_000 });
    await erp(made, 'in_review');
    expect((await saleShown(shop.id)).evidence).toEqual([]);
    await house.tenant.api.post('/v1/sales', posted('C-9', { customer, totalCents: 26_000 }));
    expect((await erp(made, 'duplicate')).duplicateOf).toBe(shop.id);
    expect(await atRest(shop.customerId!)).toBe(1_300);
    await verifyLedger(house.tenant);
  });

  it('counts once where three sources tell it, of which two have no number in common', async () => {
    const { contactId, customer } = buyer();
    const shop = await post('C-5', { customer }, 'active');
    const made = order(contactId, 'C-5');
    house.tenant.company.completeOrder(made);
    const { number } = (await erp(made, 'duplicate')) as ShownSale & { number: string };
    const file = await post(
      `F-${number}`,
      { channel: 'import', erpNumber: number, customer: { document: cpf.generate() } },
      'in_review',
    );
    expect(file.earnedCents).toBe(0);
    const known = await post(`M-${number}`, { channel: 'manual', erpNumber: number, customer }, 'duplicate');
    expect(known.duplicateOf).toBe(shop.id);
    await verifyLedger(house.tenant);
  });
});

describe('a pair that may be one purchase', () => {
  it('is asked about also where the elder sale is the later one to be completed, a day off', async () => {
    const { contactId, customer } = buyer();
    const made = order(contactId, 'C-6', 20_000, YESTERDAY);
    await erp(made, 'waiting');
    const shop = await post('C-6', { customer }, 'active');
    house.tenant.company.completeOrder(made);
    expect((await erp(made, 'in_review')).heldFor).not.toBeNull();
    expect(await atRest(shop.customerId!)).toBe(1_000);
  });

  it('is held where a claim makes it one before anything was paid', async () => {
    const { customer } = buyer();
    const nobody = house.tenant.company.anonymousContact.id;
    const made = order(nobody, '', 20_000);
    house.tenant.company.completeOrder(made);
    const unknown = await erp(made, 'unidentified');
    const till = await post('PDV-C-7', { channel: 'pos', customer, totalCents: 20_000 }, 'active');
    const claim = { customerId: till.customerId };
    (await house.tenant.api.post(`/v1/sales/${unknown.id}/customer`, claim)).expect(200);
    expect((await become(unknown.id, 'in_review')).heldFor).not.toBeNull();
    expect(await atRest(till.customerId!)).toBe(1_000);
  });
});
