import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import type { Store } from '../../src/store';
import type { LostRunsSums } from '../../src/workflows';
import { aProgram } from './builders';
import { aCounterSale, saleUntil, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import { until } from './until';

/*
 * A use is stored, and what was to tell the sales it concerns ends before it comes to them: their value is right, and their runs wait
 * for what no longer comes.
 */

/** Sales that nobody comes to while they are named here, and how often somebody tried. */
const outOfReach = new Map<string, number>();

/** The store of a house in which some sales cannot be read. */
function withSalesOutOfReach(store: Store): Store {
  const get: Store['sales']['get'] = (merchantId, id) => {
    const tried = outOfReach.get(id);
    if (tried === undefined) return store.sales.get(merchantId, id);
    outOfReach.set(id, tried + 1);
    return Promise.reject(new Error('The test keeps this sale out of reach.'));
  };
  return { ...store, sales: { ...store.sales, get } };
}

const PROGRAM = aProgram({
  messages: {},
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'volta', grant: { type: 'voucher', template: 'volta' }, when: { minSaleCents: 20_000 } },
    ],
  },
  vouchers: { volta: { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 1_000 } },
});

let house: House;
beforeAll(async () => {
  house = await openHouse({ program: PROGRAM, watch: withSalesOutOfReach });
});
afterAll(() => house.close());

const runOf = ({ externalId }: CounterSale): WorkflowHandle =>
  house.client.workflow.getHandle(`sale/${house.tenant.merchantId}/pos/${externalId}`);

const statusOf = async (handle: WorkflowHandle): Promise<string> => (await handle.describe()).status.name;

/** One sweep, of everything that is late at all. @returns how many uses and sales it has woken */
async function sweep(): Promise<number> {
  const { taskQueue } = house.config;
  const start = { workflowId: `lost-runs/${randomUUID()}`, taskQueue, args: [{ lateMs: 0 }] };
  const swept = (await house.client.workflow.execute('lostRuns', start)) as LostRunsSums;
  return swept.sales + swept.redemptions;
}

/** Spends all that a sale has earned, on the sale of this number. @returns the use's id */
async function spend({ customerId }: CounterSale, saleRef: string | null): Promise<string> {
  const asked = { customerId, type: 'cashback', amountCents: 500, saleTotalCents: 10_000, confirm: true };
  const body = { ...asked, ...(saleRef === null ? {} : { saleRef }) };
  return (await house.tenant.api.post<{ id: string }>('/v1/redemptions', body)).expect(201).body.id;
}

const isNobodys = ({ status }: CounterSale): boolean => status === 'unidentified';

const tried = (id: string): Promise<boolean> =>
  until('somebody to try to come to the sale', () => Promise.resolve((outOfReach.get(id) ?? 0) > 0));

describe('a sale that was to be told of a use', () => {
  it('is told by the sweep where the run of the use was terminated before it came to it', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    outOfReach.set(sale.id, 0);
    const id = await spend(sale, null);
    await tried(sale.id);
    await house.client.workflow
      .getHandle(`redemption/${house.tenant.merchantId}/${id}`)
      .terminate('the test');
    outOfReach.clear();
    expect(await statusOf(runOf(sale))).toBe('RUNNING');
    expect(await sweep()).toBe(1);
    await until(
      'its run to end, as nothing is left of it',
      async () => (await statusOf(runOf(sale))) === 'COMPLETED',
    );
    await saleUntil(house.tenant, sale.id, ({ status }) => status === 'used');
    expect(await sweep()).toBe(0);
    await verifyLedger(house.tenant);
  });

  it('is told where it was named, and the run of the use was terminated', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const paid = await sold(house.tenant, aCounterSale('centro', { customer: null }), isNobodys);
    outOfReach.set(paid.id, 0);
    const id = await spend(sale, paid.externalId);
    await tried(paid.id);
    await house.client.workflow
      .getHandle(`redemption/${house.tenant.merchantId}/${id}`)
      .terminate('the test');
    outOfReach.clear();
    const wakes = await wakesOf(runOf(paid));
    expect(await sweep()).toBe(1);
    expect(await wakesOf(runOf(paid))).toBe(wakes + 1);
    expect(await sweep()).toBe(0);
  });

  it('is told by the sweep also where the sale that the use names arrives before the sweep', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const posted = aCounterSale('centro', { customer: null });
    outOfReach.set(sale.id, 0);
    const id = await spend(sale, String(posted.externalId));
    await tried(sale.id);
    await house.client.workflow
      .getHandle(`redemption/${house.tenant.merchantId}/${id}`)
      .terminate('the test');
    const paid = await sold(house.tenant, posted, isNobodys);
    await until('the use to be kept with its sale', async () => {
      const use = await house.store.redemptions.get(house.tenant.merchantId, id);
      return use?.saleId === paid.id;
    });
    outOfReach.clear();
    expect(await sweep()).toBeGreaterThan(0);
    await saleUntil(house.tenant, sale.id, ({ status }) => status === 'used');
    expect(await sweep()).toBe(0);
    await verifyLedger(house.tenant);
  });

  it('is told by the sweep where another sale gave back what it had earned, and was cut off', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const posted = aCounterSale('centro', { customer: null });
    const paid = await sold(house.tenant, posted, isNobodys);
    await spend(sale, paid.externalId);
    await saleUntil(house.tenant, sale.id, ({ status }) => status === 'used');
    await until('its run to end', async () => (await statusOf(runOf(sale))) === 'COMPLETED');
    outOfReach.set(sale.id, 0);
    (await house.tenant.api.post('/v1/sales', { ...posted, status: 'cancelled' })).expect(201);
    await tried(sale.id);
    outOfReach.clear();
    await saleUntil(house.tenant, paid.id, ({ status }) => status === 'cancelled');
    expect(await walletOf(house.tenant.api, sale.customerId!)).toMatchObject({
      cashback: { activeCents: 500 },
    });
    expect(await sweep()).toBe(1);
    await saleUntil(house.tenant, sale.id, ({ status }) => status === 'active');
    expect(await statusOf(runOf(sale))).toBe('RUNNING');
    expect(await sweep()).toBe(0);
    await verifyLedger(house.tenant);
  });
});

describe('a sweep', () => {
  it('finds nothing after uses of balance and of vouchers that told everybody', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const paid = await sold(house.tenant, aCounterSale('centro', { customer: null }), isNobodys);
    const id = await spend(sale, paid.externalId);
    const handle = house.client.workflow.getHandle(`redemption/${house.tenant.merchantId}/${id}`);
    await until('the run of the use to end', async () => (await statusOf(handle)) === 'COMPLETED');
    (await house.tenant.api.post(`/v1/redemptions/${id}/rollback`, {})).expect(200);
    await until('the run of the use to end', async () => (await statusOf(handle)) === 'COMPLETED');
    const [voucher] = (await sold(house.tenant, aCounterSale('centro', { totalCents: 20_000 }))).benefit
      .vouchers;
    const use = { saleTotalCents: 10_000, saleRef: paid.externalId };
    (await house.tenant.api.post(`/v1/vouchers/${voucher!.code}/redeem`, use)).expect(200);
    (
      await house.tenant.api.post(`/v1/vouchers/${voucher!.code}/rollback`, { saleRef: paid.externalId })
    ).expect(200);
    await until('nobody to be left to tell', async () => {
      const place = { at: 0, id: '' };
      const left = await house.store.redemptions.unwoken(house.tenant.merchantId, new Date(), place, 10);
      return left.length === 0;
    });
  });
});

/** How often a sale's run has been told that something of it moved. */
async function wakesOf(handle: WorkflowHandle): Promise<number> {
  const { events } = await handle.fetchHistory();
  return events!.filter(
    ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === 'benefitMoved',
  ).length;
}
