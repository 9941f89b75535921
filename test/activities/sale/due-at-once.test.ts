import { expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createClaimSale } from '../../../src/activities/sale/claim-sale';
import { createReturnGoods } from '../../../src/activities/sale/return-goods';
import type { ActivityDeps } from '../../../src/activities/runtime';
import type { SaleChange } from '../../../src/store';
import { aCustomer, aSale } from '../../api/builders';

/*
 * Between storing what staff said of a sale and settling it a worker may die, and its run be ended: the sale has to be found then.
 */

class Died extends Error {}

/** Everything around a sale, up to the moment at which something of it is stored. */
function aShopThatDies(sale: ReturnType<typeof aSale>): { deps: ActivityDeps; stored: SaleChange[] } {
  const stored: SaleChange[] = [];
  const customer = aCustomer({});
  const store = {
    commands: { textsOf: () => Promise.resolve(null) },
    customers: { get: () => Promise.resolve(customer), current: () => Promise.resolve(customer) },
    sales: {
      get: () => Promise.resolve(sale),
      change(change: SaleChange) {
        stored.push(change);
        return Promise.reject(new Died());
      },
    },
  };
  return { deps: { store } as unknown as ActivityDeps, stored };
}

const BY = { operator: null, storeId: null };
const input = ({ id, merchantId }: { id: string; merchantId: string }) => ({
  ...{ merchantId, saleId: id, channel: 'pos' as const, externalId: 'x', connectionId: null, settleMs: 0 },
});

it('a sale is due from the moment at which a return is stored', async () => {
  const sale = aSale({ source: { status: 'completed' }, content: { totalCents: 10_000 } });
  const { deps, stored } = aShopThatDies(sale);
  const asked = { ...BY, amountCents: 100, items: [], reason: null };
  const step = new MockActivityEnvironment().run(createReturnGoods(deps), input(sale), asked, 'call');
  await expect(step).rejects.toBeInstanceOf(Died);
  expect(stored[0]!.patch.benefit?.nextAt).toBe(stored[0]!.event!.at);
});

it('a sale is due from the moment at which a claim is stored', async () => {
  const completedAt = Date.now();
  const sale = aSale({ source: { status: 'completed', completedAt }, owner: { customerId: null } });
  const { deps, stored } = aShopThatDies(sale);
  const asked = { ...BY, customerId: 'cus_1' };
  const step = new MockActivityEnvironment().run(createClaimSale(deps), input(sale), asked, 'call');
  await expect(step).rejects.toBeInstanceOf(Died);
  expect(stored[0]!.patch.benefit?.nextAt).toBe(stored[0]!.event!.at);
});
