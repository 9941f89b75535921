import { describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import type { Duration } from '@temporalio/common';
import { aProgram } from './builders';
import { refuse, withCall } from './failing-call';
import { aBuyer, anOrder } from './shop';
import { openTimeHouse } from './time-house';

/*
 * Messages whose step fails: what goes on beside them, and how they end.
 */

describe('a message that cannot be sent for now', () => {
  it('holds up no news of its sale: the benefit of one that was cancelled is taken back', async () => {
    const house = await openTimeHouse(aProgram({ messages: { earned: {} } }), (store) =>
      withCall(store, 'messages', 'open', refuse),
    );
    try {
      const company = house.simulator.company();
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const { saleId } = await house.announce(order.id);
      await house.env.sleep('20 minutes');
      const given = await house.store.sales.get(house.merchantId, saleId);
      expect(given?.benefit.earnedCents).toBeGreaterThan(0);
      company.cancelOrder(order.id);
      await house.announce(order.id);
      await house.env.sleep('10 minutes');
      const sale = await house.store.sales.get(house.merchantId, saleId);
      expect(sale?.benefit).toMatchObject({ status: 'cancelled', earnedCents: 0 });
    } finally {
      await house.close();
    }
  });

  it('holds up no time either: the benefit is released when it is due, and the message comes once it can', async () => {
    let failing = true;
    const program = aProgram({ holding: { after: 'PT1H' }, messages: { earned: {} } });
    const house = await openTimeHouse(program, (store) =>
      withCall(store, 'messages', 'open', () => (failing ? refuse() : undefined)),
    );
    try {
      const company = house.simulator.company();
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const { saleId, handle } = await house.announce(order.id);
      const statusAfter = async (time: Duration): Promise<string | undefined> => {
        await house.env.sleep(time);
        return (await house.store.sales.get(house.merchantId, saleId))?.benefit.status;
      };
      expect(await statusAfter('50 minutes')).toBe('pending');
      expect(await statusAfter('15 minutes')).toBe('active');
      expect(await begunAt(handle, 'giveUpMessage')).toBeNull();
      failing = false;
      await house.env.sleep('20 minutes');
      const messages = await house.store.messages.ofSale(house.merchantId, saleId);
      expect(messages.map(({ state }) => state)).toEqual(['sent', 'sent']);
    } finally {
      await house.close();
    }
  });
});

describe('a message whose step fails for a day', () => {
  it.each([
    { call: 'open', state: 'skipped', what: 'has certainly not gone' },
    { call: 'finish', state: 'unknown', what: 'may have gone' },
  ])(
    'is given up, and said to be $state where it $what; the sale goes on without it',
    async ({ call, state }) => {
      let failing = true;
      const house = await openTimeHouse(
        aProgram({ holding: { after: 'P8D' }, expiry: { after: 'P30D' }, messages: { earned: {} } }),
        (store) => withCall(store, 'messages', call, () => (failing ? refuse() : undefined)),
      );
      try {
        const company = house.simulator.company();
        const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
        company.completeOrder(order.id);
        const { saleId, handle } = await house.announce(order.id);
        for (let hour = 0; hour < 240 && !(await begunAt(handle, 'giveUpMessage')); hour += 1)
          await house.env.sleep('1 hour');
        const given = (await begunAt(handle, 'giveUpMessage')) ?? 0;
        const tried = (await begunAt(handle, 'sendMessage')) ?? 0;
        expect((given - tried) / 3_600_000).toBeCloseTo(24, 0);
        failing = false;
        expect(await handle.result()).toMatchObject({ status: 'expired' });
        const messages = await house.store.messages.ofSale(house.merchantId, saleId);
        expect(messages.map(({ channel }) => channel).sort()).toEqual(['email', 'whatsapp']);
        for (const message of messages) expect(message).toMatchObject({ state, reason: 'gave_up' });
      } finally {
        await house.close();
      }
    },
  );
});

/** When a step was begun first, by the clock of its server; null: it was not. */
async function begunAt(handle: WorkflowHandle, step: string): Promise<number | null> {
  const { events } = await handle.fetchHistory();
  const begun = (events ?? []).find(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === step,
  );
  return begun?.eventTime ? Number(begun.eventTime.seconds) * 1_000 : null;
}
