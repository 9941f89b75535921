import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { PastHistory, Simulation } from '../../src/loyalty';
import type { PastSale } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { published } from '../loyalty/program/programs';
import { aContact } from './builders';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const MONGO = testMongoUri();
const ZONE = 'America/Sao_Paulo';
const on = (date: string): Date => new Date(`${date}T15:00:00Z`);
/** Ten per cent on a customer's first purchase, and nothing else. */
const NEWCOMERS = published({
  name: 'Clube',
  earning: {
    rules: [{ id: 'nova', grant: { type: 'cashback', rateBps: 1_000 }, when: { firstPurchase: true } }],
  },
});

let store: Store;
let raw: mongoose.Connection;
const merchantId = `mer_${randomUUID()}`;
beforeAll(async () => {
  store = await openMigratedStore({ uri: MONGO, encryptionKey: Buffer.alloc(32, 7) });
  raw = await mongoose.createConnection(MONGO).asPromise();
});
afterAll(async () => {
  await raw.close();
  await store.close();
});

const telling = (cancelled: boolean): object => ({
  ...{ saleId: 'sal_other', channel: 'ecommerce', externalId: 'w', number: null, refs: ['w'], cancelled },
  at: on('2026-03-11'),
});

/** A customer with one sale, completed on 10 March and calculated as theirs, as it is stored now. */
async function buyerWith(stored: object): Promise<string> {
  const { customerId } = await store.customers.identify(merchantId, aContact(), on('2026-03-10'));
  const sale = await store.sales.record(
    merchantId,
    {
      ...{ channel: 'pos', externalId: randomUUID(), number: null, storeId: null, soldAt: on('2026-03-10') },
      ...{ totalCents: 10_000, freightCents: 0, otherExpensesCents: 0, discountCents: 0, items: [] },
      ...{ sourceStatus: 'completed', customerId, silent: null },
    },
    ZONE,
    on('2026-03-10'),
  );
  const pinned = { customerId, firstPurchase: true, segments: [] };
  await raw
    .collection<{ _id: string }>('sales')
    .updateOne({ _id: sale.id }, { $set: { pinned, programVersion: 1, ...stored } });
  return customerId;
}

/** What the program pays in a simulation from `from` on, in which the customer buys again for 50,00 on 1 April. */
async function simulated(customerId: string, from: Date): Promise<number> {
  const end = on('2026-05-01');
  const history = new PastHistory({ uses: [], adjustments: [], segments: new Map() });
  const buyers = new Set<string>();
  for await (const page of store.past.sales(merchantId, { from, end })) {
    for (const sale of page.sales) if (sale.customerId === customerId) history.add(sale);
    for (const buyer of page.earlierBuyers) buyers.add(buyer);
  }
  history.add(nextSale(customerId));
  const period = { from: from.getTime(), end: end.getTime() };
  const simulation = new Simulation({
    ...{ current: null, draft: NEWCOMERS, ...period, events: history.inOrder(period.end), buyers },
  });
  return simulation.advance(Infinity)!.rules.draft[0]!.paid;
}

function nextSale(customerId: string): PastSale {
  const soldAt = on('2026-04-01').getTime();
  return {
    id: 'next',
    content: {
      ...{ channel: 'pos', storeId: null, soldAt, items: [] },
      ...{ totalCents: 5_000, freightCents: 0, otherExpensesCents: 0, discountCents: 0 },
    },
    ...{ zone: ZONE, refs: ['next'], customerId, completedAt: soldAt, claimedAt: null, changes: [] },
  };
}

const HISTORY = { lateness: 'held', pinned: null, programVersion: null };

describe('a customer with one other sale is a first-time buyer (R17)', () => {
  it.each<[string, object, boolean]>([
    ['is as it was', {}, false],
    ['another source tells of too', { evidence: [telling(false)] }, false],
    ['came back in part', { returnedCents: 9_999 }, false],
    ['is held as history, and never calculated', HISTORY, false],
    ['is held as history, and came back as a whole', { ...HISTORY, returnedCents: 10_000 }, true],
    ['came back as a whole', { returnedCents: 10_000 }, true],
    ['was cancelled', { sourceStatus: 'cancelled' }, true],
    ['another source has cancelled', { evidence: [telling(false), telling(true)] }, true],
    ['is held for a review', { heldFor: 'rev' }, true],
    ['counts by another source’s sale', { duplicateOf: 'sal_other' }, true],
  ])('that %s: %s, for engines, foresight and simulation alike', async (_, stored, first) => {
    const customerId = await buyerWith(stored);
    const request = { saleId: 'next', month: null, budgets: [], firstPurchase: true };
    const inWallet = await store.wallets.change(
      merchantId,
      customerId,
      { usage: request },
      on('2026-04-01').getTime(),
      (_book, _now, usage) => ({ result: usage.firstPurchase }),
    );
    const foreseen = await store.wallets.foreseeUsage(merchantId, customerId, request);
    const paid = await simulated(customerId, on('2026-03-20'));
    expect([inWallet, foreseen.firstPurchase, paid]).toEqual([first, first, first ? 500 : 0]);
  });

  it.each<[string, object, number]>([
    ['is as it was', {}, 1_000],
    ['another source has cancelled', { evidence: [telling(true)] }, 500],
    ['is held for a review', { heldFor: 'rev' }, 500],
    ['is held as history', HISTORY, 0],
  ])('also where the simulation plays that sale, which %s', async (_, stored, paid) => {
    expect(await simulated(await buyerWith(stored), on('2026-03-01'))).toBe(paid);
  });
});
