import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invoiceSituations } from '../../simulator/world';
import { aProgram } from './builders';
import { countedInvoices, key } from './counted-invoices';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

/*
 * NFC-e as sales: one that no order names earns by itself; one that an order names is that order's purchase, and whichever is known
 * first, the purchase earns once and counts by the order.
 */

const TOTAL = 20_000;
const EARNED = 1_000;

let house: House;
let tenant: Tenant;
beforeAll(async () => {
  house = await openHouse({ companies: 2, program: aProgram({ holding: { after: 'PT0S' }, messages: {} }) });
  tenant = house.tenant;
  await count(true);
});
afterAll(() => house.close());

const { count, stored, become, balance, compared } = countedInvoices(
  () => house,
  () => tenant,
);

async function countsByOrder(orderId: number, invoiceId: number): Promise<void> {
  const order = await become(String(orderId), 'active');
  const invoice = await become(key(invoiceId), 'duplicate');
  expect(order.purchase).toMatchObject({ duplicateOf: null, reviewId: null });
  expect(invoice.purchase).toMatchObject({ duplicateOf: order.id, reviewId: null });
  expect(order.benefit.earnedCents).toBe(EARNED);
  expect(invoice.benefit.earnedCents).toBe(0);
  expect(await balance(order.owner.customerId)).toBe(EARNED);
}

const anotherOrder = () =>
  anOrder(tenant.company, { contactId: aBuyer(tenant.company).id, totalCents: TOTAL }).id;

describe('an NFC-e that no order names', () => {
  it('earns once it is authorised, is told of by its number, and gives back when it is cancelled', async () => {
    const { company, api } = tenant;
    const contactId = aBuyer(company).id;
    const { id, number, accessKey } = company.issueInvoice({
      ...{ contactId, totalCents: TOTAL, situationId: invoiceSituations.pending },
    });
    await become(key(id), 'waiting');
    company.authoriseInvoice(id);
    const sale = await become(key(id), 'active');
    expect(await balance(sale.owner.customerId)).toBe(EARNED);
    const shown = (await api.get(`/v1/sales/${sale.id}`)).expect(200).body;
    expect(shown).toMatchObject({
      consumerInvoice: { id: String(id), number: `00${number}`, accessKey },
      earnedCents: EARNED,
    });
    company.cancelInvoice(id);
    await become(key(id), 'cancelled');
    expect(await balance(sale.owner.customerId)).toBe(0);
  });

  it('gives back when it is deleted', async () => {
    const { id } = tenant.company.issueInvoice({ contactId: aBuyer(tenant.company).id, totalCents: TOTAL });
    const sale = await become(key(id), 'active');
    tenant.company.deleteInvoice(id);
    await become(key(id), 'cancelled');
    expect(await balance(sale.owner.customerId)).toBe(0);
  });

  it('is not heard where its connection does not count NFC-e, another merchant’s', async () => {
    const other = house.tenants[1]!;
    const { id } = other.company.issueInvoice({ contactId: aBuyer(other.company).id, totalCents: TOTAL });
    await house.simulator.webhooksIdle();
    expect(other.company.events(id)).toHaveLength(1);
    const { merchantId } = other;
    const identity = { merchantId, channel: 'bling' as const, externalId: key(id) };
    expect(await house.store.sales.find(identity)).toBeNull();
    expect(await stored(key(id))).toBeNull();
  });
});

describe('an order and its NFC-e', () => {
  it('are one purchase where the order is completed first', async () => {
    const id = anotherOrder();
    tenant.company.completeOrder(id);
    await become(String(id), 'active');
    await countsByOrder(id, tenant.company.issueInvoiceOf(id).id);
  });

  it('are one purchase where the NFC-e is issued of an order that is still open: it earns when that is completed', async () => {
    const id = anotherOrder();
    const invoice = tenant.company.issueInvoiceOf(id);
    await become(key(invoice.id), 'duplicate');
    await become(String(id), 'waiting');
    tenant.company.completeOrder(id);
    await countsByOrder(id, invoice.id);
  });

  it('are one purchase where everything is told at once, in whichever order and twice', async () => {
    const { company } = tenant;
    company.setWebhookMode('held');
    const id = anotherOrder();
    const invoice = company.issueInvoiceOf(id);
    company.completeOrder(id);
    const events = company.takeHeldEvents();
    company.setWebhookMode('live');
    await Promise.all([
      company.deliver(events.toReversed(), { copies: 2 }),
      company.deliver(events, { copies: 2 }),
    ]);
    await countsByOrder(id, invoice.id);
  });

  it('are one purchase where the order names it after it was credited: the order earns, and the NFC-e no more', async () => {
    const { company } = tenant;
    const contactId = aBuyer(company).id;
    const invoice = company.issueInvoice({ contactId, totalCents: TOTAL });
    await become(key(invoice.id), 'active');
    const { id } = anOrder(company, { contactId, totalCents: TOTAL, invoiceId: invoice.id });
    company.completeOrder(id);
    await countsByOrder(id, invoice.id);
  });

  it('are one purchase where both look alike and waited for a person until the order names it', async () => {
    const { company } = tenant;
    const contactId = aBuyer(company).id;
    const { id } = anOrder(company, { contactId, totalCents: TOTAL });
    company.completeOrder(id);
    await become(String(id), 'active');
    const invoice = company.issueInvoice({ contactId, totalCents: TOTAL });
    await become(key(invoice.id), 'in_review');
    company.patchOrder(id, { invoiceId: invoice.id });
    await countsByOrder(id, invoice.id);
  });

  it('stand by the order where the NFC-e is cancelled, and fall with the order', async () => {
    const { company } = tenant;
    const id = anotherOrder();
    company.completeOrder(id);
    const invoice = company.issueInvoiceOf(id);
    await countsByOrder(id, invoice.id);
    company.cancelInvoice(invoice.id);
    await until(
      'the NFC-e to be read',
      async () => (await stored(key(invoice.id)))?.source.status === 'cancelled',
    );
    const order = await become(String(id), 'active');
    expect(await balance(order.owner.customerId)).toBe(EARNED);
    company.cancelOrder(id);
    await become(String(id), 'cancelled');
    expect(await balance(order.owner.customerId)).toBe(0);
  });

  it('are told apart by a person where the order does not name it any more, and nothing is given twice', async () => {
    const { company } = tenant;
    const id = anotherOrder();
    company.completeOrder(id);
    const invoice = company.issueInvoiceOf(id);
    await countsByOrder(id, invoice.id);
    company.patchOrder(id, { invoiceId: 0 });
    await become(key(invoice.id), 'in_review');
    const order = await become(String(id), 'active');
    expect(await balance(order.owner.customerId)).toBe(EARNED);
  });

  it('where the order is deleted, the NFC-e that stands counts', async () => {
    const { company } = tenant;
    const id = anotherOrder();
    company.completeOrder(id);
    const invoice = company.issueInvoiceOf(id);
    await countsByOrder(id, invoice.id);
    company.deleteOrder(id, { cancelFirst: false });
    const sale = await become(key(invoice.id), 'active');
    expect(await balance(sale.owner.customerId)).toBe(EARNED);
  });
});

describe('events of NFC-e that never came', () => {
  it('are found by a comparison: one that is not known, one that was cancelled, one that was deleted', async () => {
    const { company } = tenant;
    company.repeatRows(1);
    const buyers = [1, 2].map(() => aBuyer(company).id);
    const [cancelled, deleted] = buyers.map((contactId) =>
      company.issueInvoice({ contactId, totalCents: TOTAL }),
    );
    for (const { id } of [cancelled!, deleted!]) await become(key(id), 'active');
    company.setWebhookMode('dropped');
    const lost = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: TOTAL });
    company.cancelInvoice(cancelled!.id);
    company.deleteInvoice(deleted!.id);
    const report = await compared();
    company.setWebhookMode('live');
    expect(report).toMatchObject({ state: 'finished', missing: 1, differing: 1, deleted: 1, repaired: 3 });
    expect(report.found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ orderId: key(lost.id), why: 'missing' }),
        expect.objectContaining({ orderId: key(cancelled!.id), why: 'situation' }),
        expect.objectContaining({ orderId: key(deleted!.id), why: 'unlisted' }),
      ]),
    );
    await become(key(lost.id), 'active');
    for (const { id } of [cancelled!, deleted!]) await become(key(id), 'cancelled');
  });

  it('are not heard, nor looked for, once the connection counts NFC-e no more; counting again, it makes them good', async () => {
    const { company } = tenant;
    const { id } = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: TOTAL });
    const sale = await become(key(id), 'active');
    await count(false);
    company.cancelInvoice(id);
    const later = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: TOTAL });
    await house.simulator.webhooksIdle();
    expect(await compared()).toMatchObject({ state: 'finished', missing: 0, differing: 0, deleted: 0 });
    expect(await stored(key(later.id))).toBeNull();
    expect(await balance(sale.owner.customerId)).toBe(EARNED);

    await count(true);
    company.moveInvoice(later.id, invoiceSituations.authorised);
    const held = await become(key(later.id), 'no_benefit');
    expect(held.source.lateness).toBe('held');
    await become(key(id), 'cancelled');
    expect(await balance(sale.owner.customerId)).toBe(0);
    await verifyLedger(tenant);
  });
});
