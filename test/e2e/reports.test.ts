import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { flowsOf } from '../../src/api/report/report-view';
import { SALE_STATUSES } from '../../src/loyalty';
import type { Bucket, LotType } from '../../src/loyalty';
import type { EntryDoc, LotsAsked, MovedSum, Source, Store } from '../../src/store';
import { aFullLedger } from './a-full-ledger';
import { NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

const ZONE = 'America/Sao_Paulo';
const DAY = 86_400_000;
const TYPES: LotType[] = ['cashback', 'points', 'voucher'];
const HELD: Bucket[] = ['pending', 'active', 'reserved'];

let database: OpenDatabase;
let store: Store;
let ledger: OneLedger;
let entries: EntryDoc[];
beforeAll(async () => {
  database = await openDatabase();
  store = database.store;
  ledger = await aFullLedger(store);
  const { merchantId } = ledger;
  entries = await database.db.collection<EntryDoc>('ledger_entries').find({ merchantId }).toArray();
});
afterAll(() => database.close());

/** What all lots hold by the entries alone, replayed from nothing. */
function replayed(): Map<string, Record<string, number>> {
  const lots = new Map<string, Record<string, number>>();
  for (const { type, benefit, moves } of entries) {
    if (type === 'MERGE_OUT' || type === 'MERGE_IN') continue;
    for (const { from, to, amount } of moves) {
      const sums = lots.get(benefit) ?? {};
      sums[to] = (sums[to] ?? 0) + amount;
      if (from !== 'issued') sums[from] = (sums[from] ?? 0) - amount;
      lots.set(benefit, sums);
    }
  }
  return lots;
}

const period = { from: new Date(0), end: new Date(NOW + 3_650 * DAY), zone: ZONE };
const at = (now: number): { zone: string; now: Date } => ({ zone: ZONE, now: new Date(now) });
const ofType = (moved: readonly MovedSum[], type: LotType): MovedSum[] =>
  moved.filter(({ benefit }) => benefit === type);

const FLOWS = ['granted', 'credited', 'used', 'expired', 'takenBack', 'debited'] as const;

interface Listed {
  id: string;
  when: Date;
  amount: number;
}

/** All pages of a list, each element once. */
async function pagesOf(
  read: (place: { before?: Date; beforeId?: string }) => Promise<Listed[]>,
): Promise<Listed[]> {
  const all: Listed[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await read(last ? { before: last.when, beforeId: last.id } : {});
    if (page.length === 0) break;
    all.push(...page);
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  return all;
}

function endsOf(month: string | null): LotsAsked['ends'] {
  if (month === null) return 'never';
  const first = DateTime.fromISO(`${month}-01`, { zone: ZONE });
  return { from: first.toJSDate(), until: first.plus({ months: 1 }).toJSDate() };
}

describe('reports', () => {
  it('owe what the entries come to when they are replayed, whatever month it ends in', async () => {
    const sums = await store.reports.outstanding(ledger.merchantId, at(NOW), null);
    for (const type of TYPES) {
      const held = sums.filter((one) => one.type === type);
      for (const bucket of HELD as ('pending' | 'active' | 'reserved')[])
        expect([type, bucket, held.reduce((sum, one) => sum + one[bucket], 0)]).toEqual([
          ...[type, bucket, replayed().get(type)?.[bucket] ?? 0],
        ]);
    }
    expect(sums.some(({ active }) => active > 0)).toBe(true);
  });

  it('sum what moved so that nothing is left over', async () => {
    const { moved } = await store.reports.activity(ledger.merchantId, period, null);
    for (const type of TYPES) {
      const flows = flowsOf(ofType(moved, type));
      const sums = replayed().get(type) ?? {};
      const held = HELD.reduce((sum, bucket) => sum + (sums[bucket] ?? 0), 0);
      expect([type, flows.net]).toEqual([type, held]);
      expect([type, flows.used, flows.expired]).toEqual([type, sums['spent'] ?? 0, sums['expired'] ?? 0]);
      expect([type, flows.takenBack + flows.debited]).toEqual([type, sums['reversed'] ?? 0]);
    }
    const credits = entries.filter(({ type, benefit }) => type === 'ADJUST_CREDIT' && benefit === 'cashback');
    const credited = credits.flatMap(({ moves }) => moves).reduce((sum, { amount }) => sum + amount, 0);
    expect(flowsOf(ofType(moved, 'cashback')).credited).toBe(credited);
    expect(credited).toBeGreaterThan(0);
  });

  it('open to the entries and lots behind each figure, page by page', async () => {
    const { merchantId } = ledger;
    const { moved } = await store.reports.activity(merchantId, period, null);
    const some = new Set<string>();
    for (const benefit of TYPES)
      for (const flow of FLOWS) {
        const listed = await pagesOf((place) =>
          store.reports
            .movements(merchantId, { flow, benefit, ...period, limit: 3, ...place })
            .then((page) => page.map(({ key, at: when, amount }) => ({ id: key, when, amount }))),
        );
        if (listed.length > 0) some.add(flow);
        const sum = listed.reduce((total, { amount }) => total + amount, 0);
        expect([benefit, flow, sum]).toEqual([benefit, flow, flowsOf(ofType(moved, benefit))[flow]]);
      }
    expect([...some].sort()).toEqual([...FLOWS].sort());
    for (const now of [NOW, NOW + 12 * DAY, NOW + 60 * DAY, NOW + 900 * DAY]) {
      const owed = await store.reports.outstanding(merchantId, at(now), null);
      for (const benefit of TYPES)
        for (const state of ['pending', 'active', 'reserved'] as const) {
          const held = owed.filter(({ type }) => type === benefit);
          const lots = (ends: LotsAsked['ends']): Promise<number> =>
            pagesOf((place) =>
              store.reports
                .lots(merchantId, { benefit, state, ends, now: new Date(now), limit: 3, ...place })
                .then((page) =>
                  page.map(({ expiresAt, ...lot }) => ({ ...lot, when: expiresAt ?? new Date(0) })),
                ),
            ).then((listed) => listed.reduce((total, { amount }) => total + amount, 0));
          expect([benefit, state, await lots(null)]).toEqual([
            ...[benefit, state, held.reduce((total, one) => total + one[state], 0)],
          ]);
          for (const { month, [state]: amount } of held)
            expect([benefit, state, month, await lots(endsOf(month))]).toEqual([
              benefit,
              state,
              month,
              amount,
            ]);
        }
    }
  });

  it('open to the entries and lots behind each line by store and channel, page by page', async () => {
    const { merchantId } = ledger;
    const sales = database.db.collection<{ _id: string; storeId: string | null }>('sales');
    const fields = { name: 'Norte', zone: ZONE, channels: ['301'], documents: [] };
    const shop = (await store.shops.create(merchantId, fields, new Date(NOW)))!;
    const before = await sales.find({ merchantId }).toArray();
    const names = ['301', shop.id, 'praia', null];
    for (const [place, { _id }] of before.entries())
      await sales.updateOne({ _id }, { $set: { storeId: names[place % 4]! } });
    const shops = [shop];
    const { moved } = await store.reports.activity(merchantId, period, shops);
    const owed = await store.reports.outstanding(merchantId, at(NOW), shops);
    const sources = new Map(
      [...moved, ...owed].map((row) => [JSON.stringify([row.storeId, row.channel]), row]),
    );
    expect([...sources.values()].map(({ storeId }) => storeId)).toEqual(
      expect.arrayContaining([shop.id, 'praia', null]),
    );
    for (const { storeId, channel } of sources.values())
      for (const benefit of TYPES) {
        const source = { storeId, channel, shops };
        const isHere = (row: Source): boolean => row.storeId === storeId && row.channel === channel;
        for (const flow of FLOWS) {
          const listed = await pagesOf((place) =>
            store.reports
              .movements(merchantId, { flow, benefit, ...period, source, limit: 1, ...place })
              .then((page) => page.map(({ key, at: when, amount }) => ({ id: key, when, amount }))),
          );
          const sum = listed.reduce((total, { amount }) => total + amount, 0);
          const line = flowsOf(ofType(moved, benefit).filter(isHere))[flow];
          expect([storeId, channel, benefit, flow, sum]).toEqual([storeId, channel, benefit, flow, line]);
        }
        const lots = await pagesOf((place) =>
          store.reports
            .lots(merchantId, {
              ...{ benefit, state: 'active', ends: null, now: new Date(NOW), source, limit: 1 },
              ...place,
            })
            .then((page) =>
              page.map(({ expiresAt, ...lot }) => ({ ...lot, when: expiresAt ?? new Date(0) })),
            ),
        );
        const held = owed.filter((row) => row.type === benefit && isHere(row));
        expect([storeId, channel, benefit, lots.reduce((total, { amount }) => total + amount, 0)]).toEqual([
          ...[storeId, channel, benefit, held.reduce((total, { active }) => total + active, 0)],
        ]);
      }
    for (const { _id, storeId } of before) await sales.updateOne({ _id }, { $set: { storeId } });
  });

  it('come to the same by store and channel as together', async () => {
    const { merchantId } = ledger;
    const together = await store.reports.activity(merchantId, period, null);
    const apart = await store.reports.activity(merchantId, period, []);
    for (const type of TYPES)
      expect(flowsOf(ofType(apart.moved, type))).toEqual(flowsOf(ofType(together.moved, type)));
    expect(apart.debts).toEqual(together.debts);
    expect(apart.moved.some(({ channel }) => channel !== null)).toBe(true);
  });

  it('owe the same by store and channel as together, in every month', async () => {
    const { merchantId } = ledger;
    const together = await store.reports.outstanding(merchantId, at(NOW), null);
    const apart = await store.reports.outstanding(merchantId, at(NOW), []);
    const total = (sums: typeof apart): Map<string, number[]> => {
      const months = new Map<string, number[]>();
      for (const { month, type, pending, active, reserved, faceCents } of sums) {
        const known = months.get(`${type}/${month}`) ?? [0, 0, 0, 0];
        const more = [pending, active, reserved, faceCents];
        months.set(
          `${type}/${month}`,
          known.map((one, place) => one + more[place]!),
        );
      }
      return months;
    };
    expect(total(apart)).toEqual(total(together));
    expect(apart.some(({ channel }) => channel !== null)).toBe(true);
    const byHand = await database.db
      .collection<{ saleId: null; buckets: Record<string, number> }>('lots')
      .find({ merchantId, open: true, saleId: null })
      .toArray();
    const ofNone = apart.filter(({ channel }) => channel === null);
    expect(ofNone.reduce((sum, { active }) => sum + active, 0)).toBe(
      byHand.reduce((sum, { buckets }) => sum + buckets['active']!, 0),
    );
  });

  it('count who came back by store and channel: each purchase once, a store’s by any of its names', async () => {
    const { merchantId } = ledger;
    const sales = database.db.collection<{ _id: string; storeId: string | null; customerId: string | null }>(
      'sales',
    );
    const bought = await sales.find({ merchantId, customerId: { $ne: null } }).toArray();
    const owner = bought[0]!.customerId;
    const fields = { name: 'Centro', zone: ZONE, channels: ['205'], documents: [] };
    const shop = (await store.shops.create(merchantId, fields, new Date(NOW)))!;
    const names = ['205', shop.id, 'praia'];
    for (const [place, { _id }] of bought.entries())
      await sales.updateOne({ _id }, { $set: { storeId: names[place % 3]!, customerId: owner } });
    const statuses = SALE_STATUSES;
    const { from, end } = period;
    const all = await store.reports.returning(merchantId, { from, end, statuses });
    const rows = await store.reports.returningBySource(merchantId, { from, end, statuses }, [shop]);
    const sum = (of: 'purchases' | 'totalCents'): number => rows.reduce((total, row) => total + row[of], 0);
    expect([sum('purchases'), sum('totalCents')]).toEqual([all.purchases, all.totalCents]);
    expect(new Set(rows.map(({ storeId }) => storeId))).toEqual(new Set([shop.id, 'praia']));
    expect(rows.find(({ storeId }) => storeId === shop.id)).toMatchObject({
      customers: 1,
      repeatCustomers: 1,
    });
    for (const { _id, storeId, customerId } of bought)
      await sales.updateOne({ _id }, { $set: { storeId, customerId } });
  });

  it('say of debt what the entries say', async () => {
    const { debts } = await store.reports.activity(ledger.merchantId, period, null);
    const sum = (type: EntryDoc['type']): number =>
      entries.filter((entry) => entry.type === type).reduce((total, { debt }) => total + Math.abs(debt), 0);
    expect(debts.reduce((total, { opened }) => total + opened, 0)).toBe(sum('DEBT_OPEN'));
    expect(debts.reduce((total, { settled }) => total + settled, 0)).toBe(sum('DEBT_SETTLE'));
    expect(sum('DEBT_OPEN')).toBeGreaterThan(0);
  });

  it('leave out what has ended by the clock, though nobody has written that down (R1)', async () => {
    const later = await store.reports.outstanding(ledger.merchantId, at(NOW + 3_650 * DAY), null);
    const ended = later.filter(({ month }) => month !== null);
    expect(ended.reduce((sum, { active, pending }) => sum + active + pending, 0)).toBe(0);
  });

  it('are no other merchant’s', async () => {
    const { merchantId } = await store.merchants.create('Outra', new Date(NOW));
    expect(await store.reports.outstanding(merchantId, at(NOW), [])).toEqual([]);
    expect(await store.reports.activity(merchantId, period, [])).toEqual({ moved: [], debts: [] });
  });
});
