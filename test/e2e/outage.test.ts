import { afterEach, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { endPause } from './end-of-pause';
import { until } from './until';
import { aBuyer } from './shop';
import { openTimeHouse } from './time-house';
import type { TimeHouse } from './time-house';

let house: TimeHouse;
afterEach(() => house.close());

function aSale(): { buyer: ReturnType<typeof aBuyer>; orderId: number } {
  const company = house.simulator.company();
  const buyer = aBuyer(company);
  const order = company.createOrder({ contactId: buyer.id, totalCents: 10_000 });
  company.completeOrder(order.id);
  return { buyer, orderId: order.id };
}

const lifetime = aProgram({ expiry: { after: 'P30D' }, messages: { earned: {} } });

describe('an outage on a clock that runs ahead', () => {
  it('of Bling for a whole day loses no sale, and its block page is waited out', async () => {
    house = await openTimeHouse(lifetime);
    const { orderId } = aSale();
    house.simulator.injectFault({ kind: 'block-page', times: 1 });
    house.simulator.injectFault({ kind: 'server-error', times: Infinity });
    const { saleId, handle } = await house.announce(orderId);
    await endPause(house.store.callPlaces, house.simulator.company().id);
    await house.env.sleep('1 day');
    expect(await house.store.ledger.entriesOfSale(house.merchantId, saleId)).toEqual([]);
    house.simulator.clearFaults();
    expect(await handle.result()).toMatchObject({ status: 'expired', benefitCents: 500 });
  });

  it('of WhatsApp for some minutes delays the message, sends it once, and holds nothing else up', async () => {
    house = await openTimeHouse(lifetime);
    const { buyer, orderId } = aSale();
    house.simulator.whatsapp.faults.inject({ kind: 'server-error', times: 3 });
    const { handle } = await house.announce(orderId);
    await handle.result();
    expect(house.simulator.whatsapp.messages(buyer.mobile)).toHaveLength(1);
    expect(house.simulator.mail.messages(buyer.email)).toMatchObject([{ copies: 1 }]);
  });

  it('between handing a WhatsApp message over and hearing so leaves it unknown rather than sending it twice', async () => {
    house = await openTimeHouse(lifetime);
    const { buyer, orderId } = aSale();
    house.simulator.whatsapp.faults.inject({ kind: 'hang-after-accept', ms: 1 });
    const { saleId, handle } = await house.announce(orderId);
    await handle.result();
    expect(house.simulator.whatsapp.messages(buyer.mobile)).toHaveLength(1);
    const sent = await house.store.messages.ofSale(house.merchantId, saleId);
    expect(sent.find(({ channel }) => channel === 'whatsapp')).toMatchObject({
      state: 'unknown',
      reason: 'no_report',
    });
  });

  it('between handing an e-mail over and hearing so repeats it under the same Message-ID, which mailboxes show once', async () => {
    house = await openTimeHouse(lifetime);
    const { buyer, orderId } = aSale();
    house.simulator.mail.faults.inject({ kind: 'drop-after-accept' });
    const { handle } = await house.announce(orderId);
    await handle.result();
    const mails = await until('the mailbox', () =>
      Promise.resolve(house.simulator.mail.messages(buyer.email)),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]!.copies).toBe(2);
  });

  it('that WhatsApp answers with "not on WhatsApp" fails that message and not the e-mail', async () => {
    house = await openTimeHouse(lifetime);
    const { buyer, orderId } = aSale();
    // With the ninth digit of its number, and without it.
    house.simulator.whatsapp.faults.inject({ kind: 'error', code: 131_026, times: 2 });
    const { saleId, handle } = await house.announce(orderId);
    await handle.result();
    const sent = await house.store.messages.ofSale(house.merchantId, saleId);
    expect(sent.map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
      'email sent',
      'whatsapp failed',
    ]);
    expect(house.simulator.mail.messages(buyer.email)).toHaveLength(1);
  });
});
