import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { loadConfig } from '../../src/config';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { keptDatabase, keptShop } from './kept-database';
import { openMigratedStore } from './migrated-store';

/*
 * What lies behind figures, and what was tried at the counters: lists that are put together of several, all of one millisecond.
 */

const { merchantId } = keptShop;
const AT = new Date('2026-11-03T15:00:00Z');
const LATER = new Date(+AT + 1);
/** When all lots end that do. */
const END = new Date('2027-11-03T03:00:00Z');
/** More than there is: pages that come again have an end too. */
const MOST = 1_000;

interface Paging {
  before?: Date;
  beforeId?: string;
  limit: number;
}
type Kept = Record<string, unknown> & { _id: string };

let database: Connection;
let store: Store;
beforeAll(async () => {
  const uri = testMongoUri();
  database = await keptDatabase(uri);
  store = await openMigratedStore({ uri, encryptionKey: loadConfig({}).encryptionKey });
  for (let n = 1; n <= 6; n += 1)
    await store.counterAttempts.recordBalance({
      ...{ merchantId, action: 'use', outcome: 'ok', repeated: false, facts: {}, redemptionId: null },
      ...{
        customerId: keptShop.shop.customers.ana,
        type: 'cashback',
        amount: n * 100,
        saleTotalCents: 9_000,
      },
      ...{ saleRef: null, operator: 'caixa 1', storeId: null, caller: 'key', at: AT },
    });
  await collection('voucher_attempts').updateMany({ merchantId }, { $set: { at: AT } });
  await collection('ledger_entries').updateMany({ merchantId }, { $set: { at: AT } });
});
afterAll(async () => {
  await store.close();
  await database.close();
});

const collection = (name: string) => database.collection<Kept>(name);

/** The same once more, under an id that comes last by it, and at another instant. */
async function another(name: string, filter: object, change: object = {}): Promise<void> {
  const one = (await collection(name).findOne({ merchantId, ...filter }))!;
  const zzz = { _id: `${merchantId}/zzz`, key: 'zzz', customerId: 'zzz', seq: 1_000_000 };
  await collection(name).insertOne({ ...one, ...zzz, ...change });
}

/** Everything that a list shows, two at a time. @param between what happens after the first page */
async function paged<One>(
  list: (paging: Paging) => Promise<readonly One[]>,
  placeOf: (one: One) => { before: Date; beforeId: string },
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> {
  const seen: string[] = [];
  let page = await list({ limit: 2 });
  await between();
  while (page.length > 0 && seen.length < MOST) {
    seen.push(...page.map((one) => placeOf(one).beforeId));
    page = await list({ ...placeOf(page.at(-1)!), limit: 2 });
  }
  return seen;
}

const newestFirst = (ids: readonly string[]): string[] => ids.toSorted().reverse();

describe('what was tried at the counters in one millisecond, with balance and with vouchers', () => {
  const made = { from: new Date(0), until: new Date(+AT + 1_000) };
  const read = (between?: () => Promise<unknown>): Promise<string[]> =>
    paged(
      (paging) => store.counterAttempts.list(merchantId, made, paging),
      ({ id, at }) => ({ before: at, beforeId: id }),
      between,
    );

  it('is read page by page, each once, also while more is tried', async () => {
    const balance = await collection('balance_attempts').find({ merchantId }).toArray();
    const vouchers = await collection('voucher_attempts').find({ merchantId, repeated: false }).toArray();
    const tried = vouchers.filter(({ action, outcome }) => action !== 'look' || outcome !== 'ok');
    expect(tried.length).toBeGreaterThan(2);
    const all = newestFirst([...balance, ...tried].map(({ _id }) => _id));
    expect(await read()).toEqual(all);
    const more = async (): Promise<void> => {
      await another('balance_attempts', {}, { _id: 'zzz_1' });
      await another('voucher_attempts', { action: 'redeem', repeated: false }, { _id: 'zzz_2', at: LATER });
    };
    expect(await read(more)).toEqual(all);
    expect((await read()).slice(0, 2)).toEqual(['zzz_2', 'zzz_1']);
  });
});

describe('the movements behind a figure, all of one millisecond', () => {
  it.each([
    ['granted', ['EARN_PENDING']],
    ['used', ['SPEND', 'ROLLBACK']],
    ['takenBack', ['CANCEL_PENDING', 'CLAWBACK', 'DEBT_SETTLE', 'REINSTATE']],
  ] as const)('are read page by page, each once, also while more is booked: %s', async (flow, types) => {
    const ofFlow = { type: { $in: [...types] }, benefit: 'cashback' };
    const entries = await collection('ledger_entries')
      .find({ merchantId, ...ofFlow })
      .toArray();
    expect(entries.length).toBeGreaterThan(4);
    const asked = { flow, benefit: 'cashback' as const, from: new Date(0), end: new Date(+AT + 1_000) };
    const read = (between?: () => Promise<unknown>): Promise<string[]> =>
      paged(
        (paging) => store.reports.movements(merchantId, { ...asked, ...paging }),
        ({ at, key }) => ({ before: at, beforeId: key }),
        between,
      );
    const all = newestFirst(entries.map(({ key }) => String(key)));
    expect(await read()).toEqual(all);
    expect(await read(() => another('ledger_entries', ofFlow))).toEqual(all);
    expect((await read())[0]).toBe('zzz');
    await collection('ledger_entries').deleteOne({ _id: `${merchantId}/zzz` });
  });
});

describe('the lots behind a figure', () => {
  it.each([
    ['that end at one instant', END],
    ['that never end', null],
  ])('are read page by page, each once, also while more is earned: %s', async (_which, expiresAt) => {
    const held = { type: 'cashback', open: true, 'buckets.active': { $gt: 0 } };
    await collection('lots').updateMany({ merchantId }, { $set: { expiresAt } });
    const lots = await collection('lots')
      .find({ merchantId, ...held })
      .toArray();
    expect(lots.length).toBeGreaterThan(4);
    const asked = { benefit: 'cashback', state: 'active', ends: null, now: AT } as const;
    const read = (between?: () => Promise<unknown>): Promise<string[]> =>
      paged(
        (paging) => store.reports.lots(merchantId, { ...asked, ...paging }),
        (lot) => ({ before: lot.expiresAt ?? new Date(0), beforeId: lot.id }),
        between,
      );
    const all = lots.map(({ _id }) => _id).toSorted();
    expect(await read()).toEqual(all);
    // Before all others by its id.
    expect(await read(() => another('lots', held, { _id: '!first' }))).toEqual(all);
    expect((await read())[0]).toBe('!first');
    await collection('lots').deleteOne({ _id: '!first' });
  });
});
