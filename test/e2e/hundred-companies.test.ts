import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saleIdOf } from '../../src/ids';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

/*
 * A hundred companies on one worker: one that brings all its sales at once, one whose Bling does not answer, and the others with a sale each.
 */

const COMPANIES = 100;
/** At its company's pace these alone take more than a minute. */
const CROWD = 100;
const SIX_MINUTES = 360_000;

let house: House;
beforeAll(async () => {
  const program = aProgram({ holding: { after: 'PT0S' }, messages: {} });
  house = await openHouse({ companies: COMPANIES, contacts: 1, program });
}, SIX_MINUTES);
afterAll(() => house.close());

/** A completed order; answers the id of its sale. */
function sells({ company, merchantId }: Tenant, contactId: number): string {
  const { id } = anOrder(company, { contactId, totalCents: 10_000 });
  company.completeOrder(id);
  return saleIdOf({ merchantId, channel: 'bling', externalId: String(id) });
}

async function paid({ merchantId }: Tenant, saleIds: readonly string[]): Promise<number> {
  const sales = await Promise.all(saleIds.map((id) => house.store.sales.get(merchantId, id)));
  return sales.filter((sale) => (sale?.benefit.earnedCents ?? 0) > 0).length;
}

describe(`${COMPANIES} companies on one worker`, () => {
  it(
    'are each credited, whoever brings a crowd and whoever does not answer',
    async () => {
      const [crowded, silent, ...others] = house.tenants as [Tenant, Tenant, ...Tenant[]];
      silent.company.injectFault({ kind: 'hang', times: 100_000 });
      const waiting = Array.from({ length: 20 }, () => sells(silent, aBuyer(silent.company).id));
      const buyer = aBuyer(crowded.company).id;
      const crowd = Array.from({ length: CROWD }, () => sells(crowded, buyer));
      const single = others.map((tenant) => ({ tenant, id: sells(tenant, aBuyer(tenant.company).id) }));
      await until(
        'each of the others to be credited',
        async () => {
          const done = await Promise.all(single.map(({ tenant, id }) => paid(tenant, [id])));
          return done.every((count) => count === 1);
        },
        SIX_MINUTES,
      );
      // Nobody had to wait until those before them were done.
      expect(await paid(crowded, crowd)).toBeLessThan(CROWD);
      expect(await paid(silent, waiting)).toBe(0);
      await until(
        'the crowd to be credited',
        async () => (await paid(crowded, crowd)) === CROWD,
        SIX_MINUTES,
      );
      await verifyLedger(crowded);
      expect(house.simulator.addressCounters().blocks).toBe(0);
      house.simulator.clearFaults();
    },
    2 * SIX_MINUTES,
  );
});
