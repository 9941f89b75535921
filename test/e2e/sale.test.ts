import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainSpaces } from '../plain-spaces';
import { aProgram } from './builders';
import { decoded } from './decoded';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function saleOf(orderId: number): Promise<SaleJson | undefined> {
  const answer = await house.tenant.api.get<{ data: SaleJson[] }>(
    `/v1/sales?channel=bling&externalId=${orderId}`,
  );
  return answer.status === 200 ? answer.body.data[0] : undefined;
}

async function saleWith(orderId: number, status: string): Promise<SaleJson> {
  return until(`sale ${orderId} to be ${status}`, async () => {
    const sale = await saleOf(orderId);
    return sale?.status === status ? sale : null;
  });
}

describe('a Bling sale', () => {
  it('becomes cashback that the customer can spend, is told once by each channel, and explains itself', async () => {
    const { company, api } = house.tenant;
    const buyer = aBuyer(company);
    const order = anOrder(company, { contactId: buyer.id, totalCents: 23_000, freightCents: 2_000 });
    company.completeOrder(order.id);
    const sale = await saleWith(order.id, 'active');
    expect(sale.earnedCents).toBe(1_050);
    expect(sale.explanation.flatMap(({ lines }) => lines).join('\n')).toContain('R$ 10,50');
    expect(await walletOf(api, sale.customerId!)).toMatchObject({
      cashback: { activeCents: 1_050, pendingCents: 0, debtCents: 0 },
    });
    const phone = await until('the WhatsApp message', () =>
      Promise.resolve(house.simulator.whatsapp.messages(buyer.mobile)[0]),
    );
    expect(plainSpaces(JSON.stringify(phone))).toContain('R$ 10,50');
    const mail = await until('the e-mail', () =>
      Promise.resolve(house.simulator.mail.messages(buyer.email)[0]),
    );
    expect(plainSpaces(JSON.stringify(mail))).toContain('R$ 10,50');
    await verifyLedger(house.tenant);
  });

  it('waits while the order is open, and stays unidentified for "Consumidor Final"', async () => {
    const { company } = house.tenant;
    const open = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    const anonymous = anOrder(company, { contactId: company.anonymousContact.id, totalCents: 10_000 });
    company.completeOrder(anonymous.id);
    expect((await saleWith(open.id, 'waiting')).earnedCents).toBe(0);
    const nobodys = await saleWith(anonymous.id, 'unidentified');
    expect(nobodys).toMatchObject({ customerId: null, earnedCents: 0 });
    const lines = plainSpaces(nobodys.explanation.flatMap((rule) => rule.lines).join('\n'));
    expect(lines).toContain('= R$ 5,00');
    expect(lines).toContain('Ninguém foi identificado: a regra pagaria isto');
  });

  it('takes the benefit back when it is cancelled and when it is deleted', async () => {
    const { company, api } = house.tenant;
    for (const undo of ['cancelOrder', 'deleteOrder'] as const) {
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const { customerId } = await saleWith(order.id, 'active');
      company[undo](order.id);
      await saleWith(order.id, 'cancelled');
      expect(await walletOf(api, customerId!)).toMatchObject({
        cashback: { activeCents: 0, pendingCents: 0, debtCents: 0 },
      });
    }
    await verifyLedger(house.tenant);
  });

  it('adjusts the benefit to a changed total, up and down', async () => {
    const { company, api } = house.tenant;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.completeOrder(order.id);
    const { customerId } = await saleWith(order.id, 'active');
    const active = async (cents: number): Promise<unknown> =>
      until(`${cents} cents`, async () => (await walletOf(api, customerId!)).cashback.activeCents === cents);
    await active(500);
    company.patchOrder(order.id, { totalCents: 30_000 });
    await active(1_500);
    company.patchOrder(order.id, { totalCents: 4_000 });
    await active(200);
    await verifyLedger(house.tenant);
  });

  it('is the same sale 50 times over: one benefit, one message', async () => {
    const { company } = house.tenant;
    const buyer = aBuyer(company);
    const order = anOrder(company, { contactId: buyer.id, totalCents: 10_000 });
    company.completeOrder(order.id);
    await company.sendAgain(order.id, { times: 50 });
    const sale = await saleWith(order.id, 'active');
    await until('the run to come to rest', () => restsAt(order.id));
    expect((await saleOf(order.id))!.earnedCents).toBe(500);
    expect(
      (await house.store.ledger.entriesOfSale(house.tenant.merchantId, sale.id)).map(({ type }) => type),
    ).toEqual(['EARN_PENDING', 'ACTIVATE']);
    expect(house.simulator.whatsapp.messages(buyer.mobile)).toHaveLength(1);
    expect(house.simulator.mail.messages(buyer.email)).toHaveLength(1);
  });

  it.each([
    [['created', 'updated', 'deleted']],
    [['deleted', 'updated', 'created']],
    [['updated', 'created', 'deleted']],
    [['deleted', 'created', 'updated']],
    [['created', 'deleted', 'updated']],
    [['updated', 'deleted', 'created']],
  ])(
    'ends without benefit when it was cancelled, whatever the order its events come in: %s',
    async (actions) => {
      const { company, api } = house.tenant;
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const { customerId } = await saleWith(order.id, 'active');
      const events = actions.map((action) => company.eventOf(order.id, action as 'created'));
      company.setWebhookMode('dropped');
      company.cancelOrder(order.id);
      company.setWebhookMode('live');
      await company.deliver(events);
      await saleWith(order.id, 'cancelled');
      expect(await walletOf(api, customerId!)).toMatchObject({ cashback: { activeCents: 0, debtCents: 0 } });
    },
  );

  it('carries on from the ledger when an event comes after its run has ended', async () => {
    const { company, api } = house.tenant;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.completeOrder(order.id);
    const { customerId } = await saleWith(order.id, 'active');
    const handle = house.client.workflow.getHandle(`sale/${house.tenant.merchantId}/bling/${order.id}`);
    await handle.terminate('the test ends this run');
    company.cancelOrder(order.id);
    await saleWith(order.id, 'cancelled');
    expect(await walletOf(api, customerId!)).toMatchObject({ cashback: { activeCents: 0 } });
    await verifyLedger(house.tenant);
  });

  it('moves to another customer together with the order (R26)', async () => {
    const { company, api } = house.tenant;
    const [first, second] = [aBuyer(company), aBuyer(company)];
    const order = anOrder(company, { contactId: first.id, totalCents: 10_000 });
    company.completeOrder(order.id);
    const before = await saleWith(order.id, 'active');
    company.patchOrder(order.id, { contactId: second.id });
    await until('the other customer to have the benefit', async () => {
      const customerId = (await saleOf(order.id))!.customerId!;
      return (
        customerId !== before.customerId && (await walletOf(api, customerId)).cashback.activeCents === 500
      );
    });
    expect(await walletOf(api, before.customerId!)).toMatchObject({
      cashback: { activeCents: 0, debtCents: 0 },
    });
    await verifyLedger(house.tenant);
  });

  it('carries no personal data in its history, and shows what operators filter by', async () => {
    const { company, merchantId } = house.tenant;
    const buyer = aBuyer(company);
    const order = anOrder(company, { contactId: buyer.id, totalCents: 10_000 });
    company.completeOrder(order.id);
    const sale = await saleWith(order.id, 'active');
    const handle = house.client.workflow.getHandle(`sale/${merchantId}/bling/${order.id}`);
    await until('the run to come to rest', () => restsAt(order.id));
    const history = decoded(await handle.fetchHistory());
    const digits = (text: string): string => text.replace(/\D/g, '');
    for (const secret of [
      buyer.name,
      buyer.email,
      buyer.document,
      buyer.mobile,
      digits(buyer.document),
      digits(buyer.mobile).slice(-8),
    ])
      expect(history).not.toContain(secret);
    const { searchAttributes: shown } = await handle.describe();
    expect(shown).toMatchObject({
      MerchantId: [merchantId],
      CustomerId: [sale.customerId],
      SaleChannel: ['bling'],
      SaleStatus: ['active'],
      BenefitCents: [500],
      NextStepAt: [expect.any(Date)],
    });
  });

  it('is invisible to another merchant', async () => {
    const other = await openHouse({ worker: false });
    try {
      const { company } = house.tenant;
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const sale = await saleWith(order.id, 'active');
      for (const path of [
        `/v1/sales/${sale.id}`,
        `/v1/customers/${sale.customerId}`,
        `/v1/customers/${sale.customerId}/wallet`,
      ])
        expect((await other.tenant.api.get(path)).status).toBe(404);
    } finally {
      await other.close();
    }
  });
});

describe('a program', () => {
  it('that pays nothing leaves no lot and no message, and says why', async () => {
    const rich = aProgram({
      earning: {
        rules: [
          { id: 'so-grandes', grant: { type: 'cashback', rateBps: 500 }, when: { minSaleCents: 100_000 } },
        ],
      },
    });
    await house.tenant.api.put('/v1/program', rich).then((answer) => answer.expect(200));
    const { company } = house.tenant;
    const buyer = aBuyer(company);
    const order = anOrder(company, { contactId: buyer.id, totalCents: 90_000 });
    company.completeOrder(order.id);
    const sale = await saleWith(order.id, 'no_benefit');
    expect(sale.explanation.flatMap(({ lines }) => lines).join('\n')).toContain('R$ 100,00');
    expect(await house.store.ledger.entriesOfSale(house.tenant.merchantId, sale.id)).toEqual([]);
    expect(house.simulator.whatsapp.messages(buyer.mobile)).toEqual([]);
  });
});

/** The run waits for a timer or has ended: no activity is under way, no event unread. */
async function restsAt(orderId: number): Promise<boolean> {
  const description = await house.client.workflow
    .getHandle(`sale/${house.tenant.merchantId}/bling/${orderId}`)
    .describe();
  const { pendingActivities, pendingWorkflowTask } = description.raw;
  return !pendingWorkflowTask && (pendingActivities ?? []).length === 0;
}
