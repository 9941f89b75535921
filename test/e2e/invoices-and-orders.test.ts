import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { countedInvoices, key } from './counted-invoices';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

/*
 * What Bling does not say of NFC-e, or says beside the way: which order one is of, that its contact is not who bought, that it was reduced;
 * and that they may not be read at all. Nothing is paid twice by it, and nothing is lost.
 */

const TOTAL = 20_000;
const EARNED = 1_000;

let house: House;
let tenant: Tenant;
beforeAll(async () => {
  house = await openHouse({ program: aProgram({ holding: { after: 'PT0S' }, messages: {} }) });
  tenant = house.tenant;
  await count(true);
});
afterAll(() => house.close());

const { count, stored, become, balance, compared } = countedInvoices(
  () => house,
  () => tenant,
);

describe('an order that has earned, and its NFC-e of another total', () => {
  /** Nothing but Bling's own word makes them one purchase. */
  async function anEarner(contactId: number): Promise<number> {
    const { id } = anOrder(tenant.company, { contactId, totalCents: TOTAL });
    tenant.company.completeOrder(id);
    await become(String(id), 'active');
    return id;
  }

  /** Bling tells of nothing that is done meanwhile. */
  function untold<T>(act: () => T): T {
    tenant.company.setWebhookMode('dropped');
    const done = act();
    tenant.company.setWebhookMode('live');
    return done;
  }

  async function countsByOrder(orderId: number, invoiceId: number): Promise<void> {
    const invoice = await become(key(invoiceId), 'duplicate');
    const order = await become(String(orderId), 'active');
    expect(invoice.purchase.duplicateOf).toBe(order.id);
    expect(order.source.invoiceId).toBe(String(invoiceId));
    expect([order.benefit.earnedCents, invoice.benefit.earnedCents]).toEqual([EARNED, 0]);
    expect(await balance(order.owner.customerId)).toBe(EARNED);
  }

  it('are one purchase from the first where the order names it and no event says so', async () => {
    const { company } = tenant;
    const contactId = aBuyer(company).id;
    const orderId = await anEarner(contactId);
    const invoice = untold(() => {
      const issued = company.issueInvoice({ contactId, totalCents: 18_000 });
      company.patchOrder(orderId, { invoiceId: issued.id });
      return issued;
    });
    await company.deliver(company.events(invoice.id), { copies: 2 });
    await countsByOrder(orderId, invoice.id);
    const { timeline } = (await stored(key(invoice.id)))!;
    expect(timeline.map(({ event }) => event)).not.toContain('compared');
    await verifyLedger(tenant);
  });

  it('come to be one by a comparison, where it was of somebody else and is named later; once more changes nothing', async () => {
    const { company } = tenant;
    const orderId = await anEarner(aBuyer(company).id);
    const invoice = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: 18_000 });
    const { owner } = await become(key(invoice.id), 'active');
    expect(await balance(owner.customerId)).toBe(900);
    untold(() => company.patchOrder(orderId, { invoiceId: invoice.id }));
    // No row of a list tells of an order's NFC-e: the order itself was read.
    expect(await compared()).toMatchObject({ state: 'finished', missing: 0, differing: 1, deleted: 0 });
    await countsByOrder(orderId, invoice.id);
    expect(await balance(owner.customerId)).toBe(0);
    const { id: saleId } = (await stored(String(orderId)))!;
    const entries = () => house.store.ledger.entriesOfSale(tenant.merchantId, saleId);
    const before = await entries();
    await compared();
    await company.deliver([...company.events(orderId), ...company.events(invoice.id)]);
    await countsByOrder(orderId, invoice.id);
    expect(await entries()).toEqual(before);
    await verifyLedger(tenant);
  });
});

describe('an order, and its NFC-e that names another customer', () => {
  it.each([
    ['the order', '529.982.247-25'],
    ['the NFC-e', '935.411.347-80'],
  ])(
    'are one purchase of the order’s customer, and the other has nothing, where %s is told of first',
    async (first, document) => {
      const { company } = tenant;
      const contactId = aBuyer(company).id;
      company.setWebhookMode('dropped');
      const { id: orderId } = anOrder(company, { contactId, totalCents: TOTAL });
      company.completeOrder(orderId);
      const consumer = { document, name: 'Outra Pessoa' };
      const { id } = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: TOTAL, consumer });
      company.patchOrder(orderId, { invoiceId: id });
      company.setWebhookMode('live');
      const told = [company.events(orderId), company.events(id)];
      const [one, other] = first === 'the order' ? told : told.reverse();
      await company.deliver(one!);
      await become(first === 'the order' ? String(orderId) : key(id), 'active');
      await company.deliver(other!, { copies: 2 });
      const invoice = await become(key(id), 'duplicate');
      const order = await become(String(orderId), 'active');
      expect(invoice.purchase.duplicateOf).toBe(order.id);
      expect([order.benefit.earnedCents, invoice.benefit.earnedCents]).toEqual([EARNED, 0]);
      const named = invoice.owner.customerId;
      expect(named).not.toBe(order.owner.customerId);
      expect(await balance(order.owner.customerId)).toBe(EARNED);
      if (named !== null) expect(await balance(named)).toBe(0);
      company.cancelOrder(orderId);
      await until('the order to have given back', async () => (await balance(order.owner.customerId)) === 0);
      if (named !== null) expect(await balance(named)).toBe(0);
      await verifyLedger(tenant);
    },
  );
});

describe('an order of nobody, whose NFC-e names somebody', () => {
  it('is of whom that names, and stays theirs whatever other nobody the order is of then', async () => {
    const { company, merchantId } = tenant;
    const contactId = company.anonymousContact.id;
    const { id: orderId } = anOrder(company, { contactId, totalCents: TOTAL });
    company.completeOrder(orderId);
    const consumer = { document: '390.533.447-05', name: 'Lia Prado' };
    const { id } = company.issueInvoice({ contactId, totalCents: TOTAL, consumer });
    company.patchOrder(orderId, { invoiceId: id });
    await become(key(id), 'duplicate');
    const { id: saleId, owner } = await become(String(orderId), 'active');
    expect(await balance(owner.customerId)).toBe(EARNED);
    const types = async (): Promise<string[]> =>
      (await house.store.ledger.entriesOfSale(merchantId, saleId)).map(({ type }) => type);
    const before = await types();

    const none = { phone: '', mobile: '', email: '', document: '' };
    const another = company.addContact({ ...none, name: 'Venda consumidor' });
    company.patchOrder(orderId, { contactId: another.id });
    const now = await until('the other contact to be looked up', async () => {
      const sale = await stored(String(orderId));
      return sale?.owner.identifiedBy === String(another.id) && sale;
    });
    expect(now.owner.customerId).toBe(owner.customerId);
    await become(String(orderId), 'active');
    expect([await types(), await balance(owner.customerId)]).toEqual([before, EARNED]);
    await verifyLedger(tenant);
  });
});

describe('an NFC-e', () => {
  it('is of whoever gave a CPF for it, though its contact is the walk-in one or another person', async () => {
    const { company } = tenant;
    const consumer = { document: '111.444.777-35', name: 'Rita Campos' };
    const contactId = company.anonymousContact.id;
    const first = company.issueInvoice({ contactId, totalCents: TOTAL, consumer });
    const { owner } = await become(key(first.id), 'active');
    const buyer = aBuyer(company).id;
    const second = company.issueInvoice({ contactId: buyer, totalCents: 2 * TOTAL, consumer });
    expect((await become(key(second.id), 'active')).owner.customerId).toBe(owner.customerId);
    expect(await balance(owner.customerId)).toBe(3 * EARNED);
    const rita = await house.store.customers.get(tenant.merchantId, owner.customerId!);
    expect(rita).toMatchObject({ name: 'Rita Campos', document: { value: '11144477735' }, phones: [] });
    const own = company.issueInvoice({ contactId: buyer, totalCents: TOTAL });
    const theirs = await become(key(own.id), 'active');
    expect(theirs.owner.customerId).not.toBe(owner.customerId);
    expect(await balance(theirs.owner.customerId)).toBe(EARNED);
  });

  it('of nobody waits for somebody to claim it', async () => {
    const { company } = tenant;
    const { id } = company.issueInvoice({ contactId: company.anonymousContact.id, totalCents: TOTAL });
    expect((await become(key(id), 'unidentified')).owner.customerId).toBeNull();
  });

  it('has given the discount that its lines come to beyond its total', async () => {
    const contactId = aBuyer(tenant.company).id;
    const { id } = tenant.company.issueInvoice({ contactId, totalCents: TOTAL, discountCents: 1_500 });
    const { content } = await become(key(id), 'active');
    expect(content).toMatchObject({ totalCents: TOTAL, discountCents: 1_500 });
  });
});

describe('NFC-e that the app may not read (403)', () => {
  const alerts = async (): Promise<string[]> =>
    (await house.store.alerts.list(tenant.merchantId, { state: 'open', limit: 50 })).map(({ kind }) => kind);

  it('are told of and wait, while orders earn and the connection stays; they earn once it may', async () => {
    const { company, merchantId, connectionId } = tenant;
    for (const route of ['GET /nfce/{id}', 'GET /nfce'] as const)
      company.injectFault({ kind: 'insufficient-scope', route, times: Infinity });
    const { id } = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: TOTAL });
    await until('it to be told of', async () => (await alerts()).length > 0);
    expect((await stored(key(id)))?.source.parked?.asked).toBe('invoice');
    const connection = (await house.store.connections.get(merchantId, connectionId))!;
    const refusals = { refused: null, invoicesRefused: { reason: 'forbidden' } };
    expect(connection).toMatchObject({ state: 'connected', ...refusals });
    expect(await alerts()).toEqual(['bling_refused']);
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: TOTAL });
    company.completeOrder(order.id);
    await become(String(order.id), 'active');
    expect(await compared()).toMatchObject({ state: 'finished', deleted: 0 });

    house.simulator.clearFaults();
    const next = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: TOTAL });
    await become(key(next.id), 'active');
    const { owner } = await become(key(id), 'active');
    expect(await balance(owner.customerId)).toBe(EARNED);
    expect(await alerts()).toEqual([]);
    await verifyLedger(tenant);
  });
});
