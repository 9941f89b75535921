import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBlingAccess } from '../../src/api';
import { BlingApiError } from '../../src/bling';
import { createLogger } from '../../src/log';
import { goOnToBling } from '../../tools/local/consent';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

/*
 * What breaks the access to a company elsewhere: twenty processes that refresh at once, and a code that a browser brings again.
 */

let house: House;
beforeAll(async () => {
  const program = aProgram({ holding: { after: 'PT0S' }, messages: {} });
  house = await openHouse({ companies: 2, program });
});
afterAll(() => house.close());

const stored = ({ merchantId }: Tenant, orderId: number) =>
  house.store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) });

const earns = (tenant: Tenant, orderId: number): Promise<unknown> =>
  until(`order ${orderId} to earn`, async () => (await stored(tenant, orderId))?.benefit.status === 'active');

function completed({ company }: Tenant): number {
  const { id } = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
  company.completeOrder(id);
  return id;
}

describe('twenty processes that meet an expired token at the same moment', () => {
  it('refresh it once, and all go on with what came of it', async () => {
    const { company, connectionId } = house.tenant;
    const order = completed(house.tenant);
    await earns(house.tenant, order);
    const log = createLogger('silent');
    const processes = Array.from({ length: 20 }, () =>
      createBlingAccess(house.config.bling, house.store, log),
    );
    company.forceTokenExpiry();
    const before = house.simulator.tokenCounters().refreshes;
    const account = { connectionId, companyId: company.id };
    const answers = processes.map((bling) =>
      until('it to be answered', async () => {
        try {
          return await bling.getOrder(account, String(order));
        } catch (error) {
          if (error instanceof BlingApiError && !error.permanent) return null;
          throw error;
        }
      }),
    );
    expect((await Promise.all(answers)).map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, () => String(order)),
    );
    expect(house.simulator.tokenCounters().refreshes - before).toBe(1);
    expect(company.counters().highestPerSecond).toBeLessThanOrEqual(3);
  });
});

describe('a code that the browser brings back again and again', () => {
  it('is exchanged once, so that Bling revokes nobody', async () => {
    const { api, company } = house.tenants[1]!;
    const { location } = (await api.get('/integrations/bling/authorize')).expect(302);
    const { pathname, search, searchParams } = new URL(location!);
    const { cookie } = await goOnToBling(house.url + pathname + search);
    const callback = house.simulator.approve({ state: searchParams.get('state')!, company: company.index });
    const before = house.simulator.tokenCounters();
    const come = () => fetch(callback, { headers: { cookie } });
    await Promise.all([come(), come(), come()]);
    expect((await come()).status).toBe(200);
    const after = house.simulator.tokenCounters();
    expect([after.exchanges - before.exchanges, after.refused - before.refused]).toEqual([1, 0]);
    expect(company.isConnected).toBe(true);
    await earns(house.tenants[1]!, completed(house.tenants[1]!));
  });
});
