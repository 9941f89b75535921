import { describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { aBuyer, anOrder } from './shop';
import { openTimeHouse } from './time-house';
import type { TimeHouse } from './time-house';

const program = aProgram({ holding: { after: 'P8D' }, messages: { earned: {} } });

async function bought(house: TimeHouse): Promise<string> {
  const company = house.simulator.company();
  const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
  company.completeOrder(order.id);
  return (await house.announce(order.id)).saleId;
}

async function fates(house: TimeHouse, saleId: string): Promise<string[]> {
  const messages = await house.store.messages.ofSale(house.merchantId, saleId);
  return messages.map(({ channel, state, reason }) => `${channel} ${state} ${reason ?? ''}`.trim()).sort();
}

describe('a merchant whose customers are not written to yet', () => {
  it('earns for them meanwhile; what is less than a day old goes out once they are, what is older never', async () => {
    const house = await openTimeHouse(program);
    try {
      expect(await house.store.merchants.setLive(house.merchantId, null)).toBe(true);
      const early = await bought(house);
      await house.env.sleep('20 hours');
      const late = await bought(house);
      await house.env.sleep('6 hours');
      expect(await fates(house, early)).toEqual(['email skipped not_live', 'whatsapp skipped not_live']);
      expect(await fates(house, late)).toEqual(['email queued not_live', 'whatsapp queued not_live']);
      const sale = await house.store.sales.get(house.merchantId, early);
      expect(sale?.benefit.earnedCents).toBeGreaterThan(0);

      const now = new Date(await house.env.currentTimeMs());
      expect(await house.store.merchants.setLive(house.merchantId, now)).toBe(true);
      expect(await house.store.merchants.setLive(house.merchantId, now)).toBe(false);
      await house.env.sleep('2 hours');
      expect(await fates(house, late)).toEqual(['email sent', 'whatsapp sent']);
      expect(await fates(house, early)).toEqual(['email skipped not_live', 'whatsapp skipped not_live']);

      await house.store.merchants.setLive(house.merchantId, null);
      const paused = await bought(house);
      await house.env.sleep('1 hour');
      expect(await fates(house, paused)).toEqual(['email queued not_live', 'whatsapp queued not_live']);
    } finally {
      await house.close();
    }
  });
});
