import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerError, settleSale } from '../../src/loyalty';
import type { UsageRequest } from '../../src/loyalty';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { aCustomerOf, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { aSettlement } from './builders';

const RULE = { id: 'cashback-5', grant: { type: 'cashback' as const, rateBps: 500 } };
const BUDGET = 1_000;

interface Counter {
  _id: string;
  used: number;
}

let database: OpenDatabase;
/** Another process on the same database. */
let other: Store;
let one: OneLedger;
let sales = 0;

beforeAll(async () => {
  database = await openDatabase();
  other = await openStore({ uri: database.uri, encryptionKey: Buffer.alloc(32, 7) });
});
afterAll(async () => {
  await other.close();
  await database.close();
});
beforeEach(async () => {
  one = await aCustomerOf(database.store);
});

function request(saleId: string, rules: UsageRequest['budgets'] = [RULE]): UsageRequest {
  return { saleId, month: null, budgets: rules, firstPurchase: false };
}

/** A sale that deserves `cents`, as far as the budget of its rule allows; `limited` false: by a version that had none. */
async function sell(
  store: Store,
  { cents = 100, limited = true, of = one }: { cents?: number; limited?: boolean; of?: OneLedger } = {},
): Promise<string> {
  const saleId = `sal_${of.tag}_${(sales += 1)}`;
  const about = limited ? { saleId, usage: request(saleId) } : { saleId };
  await store.wallets.change(of.merchantId, of.customerId, about, NOW, (book, now, usage) => {
    const left = limited ? Math.max(0, BUDGET - usage.budget[RULE.id]!) : cents;
    settleSale(book, aSettlement(saleId, Math.min(cents, left), now), now);
    return { result: undefined };
  });
  return saleId;
}

/** What a next sale would find used. */
async function used(store: Store = database.store): Promise<number> {
  return store.wallets.change(
    one.merchantId,
    one.customerId,
    { usage: request('sal_next') },
    NOW,
    (_book, _now, usage) => ({
      result: usage.budget[RULE.id]!,
    }),
  );
}

const counters = () => database.db.collection<Counter>('rule_budgets');
const counterId = (): string => `${one.merchantId}/cashback/${RULE.id}`;
const MINUTE = 60_000;

/** As if the counter had been made, and counted, an hour ago. */
async function anHourLater(): Promise<void> {
  const countedAt = new Date(Date.now() - 60 * MINUTE);
  const recountedUntil = new Date(countedAt.getTime() + 5 * MINUTE);
  await counters().updateOne({ _id: counterId() }, { $set: { countedAt, recountedUntil } });
}

/** As if no change could be under way any more that had begun before the counter was made. */
async function countedForGood(): Promise<void> {
  await counters().updateOne({ _id: counterId() }, [{ $set: { recountedUntil: '$countedAt' } }]);
}

const problems = async () => (await database.store.ledger.verify(one.merchantId)).problems;

describe('a budget’s counter (R15)', () => {
  it('counts what the rule gave before it had a budget', async () => {
    await sell(database.store, { cents: 700, limited: false });
    expect(await used()).toBe(700);
  });

  it('that was begun by a process that died before it counted is counted', async () => {
    await sell(database.store, { cents: 700, limited: false });
    const { merchantId } = one;
    await counters().insertOne({
      ...{ _id: counterId(), used: 0, merchantId, ruleId: RULE.id, type: 'cashback', version: 0 },
      recountedUntil: new Date(Date.now() - MINUTE),
    } as Counter);
    expect(await used()).toBe(700);
  });

  it('counts what a process gives that looked when there was no budget', async () => {
    await sell(other, { limited: false });
    await sell(database.store);
    await sell(other, { limited: false });
    await countedForGood();
    expect([await used(), await used(other)]).toEqual([300, 300]);
    expect(await problems()).toEqual([]);
  });

  it('is counted once more when changes that had not seen it are over', async () => {
    await sell(database.store, { cents: 200 });
    // What a transaction wrote that had begun before the counter was there.
    const grants = database.db.collection<{ _id: string }>('grants');
    const grant = (await grants.findOne({ merchantId: one.merchantId }))!;
    await grants.insertOne({ ...grant, _id: `unseen-${one.tag}`, saleId: `unseen-${one.tag}` } as {
      _id: string;
    });
    expect(await used()).toBe(200);
    await anHourLater();
    expect(await used()).toBe(400);
    expect(await counters().findOne({ _id: counterId() })).toMatchObject({ used: 400 });
  });

  it('is counted by the database: however many grants there are, none of them comes to the process', async () => {
    await sell(database.store, { cents: 700, limited: false });
    const { db } = database;
    await db.command({ profile: 2 });
    expect(await used()).toBe(700);
    await db.command({ profile: 0 });
    const calls = await db.collection('system.profile').find({}).toArray();
    const onGrants = calls.map(({ command }) => command as Record<string, unknown>);
    const ways = onGrants.flatMap((command) =>
      ['find', 'aggregate'].filter((way) => command[way] === 'grants'),
    );
    expect(ways).toContain('aggregate');
    expect(ways).not.toContain('find');
    for (const { pipeline } of onGrants.filter(({ aggregate }) => aggregate === 'grants'))
      expect(pipeline).toMatchObject([{ $match: { merchantId: one.merchantId } }, { $group: { _id: null } }]);
  });

  it('is never overrun by parallel sales of two processes, first ones included', async () => {
    const customers = await Promise.all(
      Array.from({ length: 6 }, () => aCustomerOf(database.store, one.merchantId)),
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        sell(index % 2 ? database.store : other, { cents: 90, of: customers[index % customers.length]! }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    const totals = await Promise.all(
      customers.map(async ({ merchantId, customerId }) => {
        const lots = (await database.store.wallets.read(merchantId, customerId))!.lots;
        return lots.reduce((sum, { amount }) => sum + amount, 0);
      }),
    );
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(BUDGET);
    await countedForGood();
    expect(await used()).toBe(BUDGET);
    expect(await problems()).toEqual([]);
  });

  it('frees what returns take back, and foresees what a change would find', async () => {
    const saleId = await sell(database.store, { cents: 600 });
    await sell(database.store, { cents: 300 });
    const { merchantId, customerId } = one;
    const foreseen = (id: string) => other.wallets.foreseeUsage(merchantId, customerId, request(id));
    expect([(await foreseen('sal_next')).budget, (await foreseen(saleId)).budget]).toEqual([
      { [RULE.id]: 900 },
      { [RULE.id]: 300 },
    ]);
    await other.wallets.change(merchantId, customerId, { saleId }, NOW, (book, now) => {
      settleSale(book, aSettlement(saleId, 0, now), now);
      return { result: undefined };
    });
    expect(await used()).toBe(300);
  });

  it('that was changed by hand is found by the proof', async () => {
    await sell(database.store, { cents: 400 });
    await countedForGood();
    expect(await problems()).toEqual([]);
    await counters().updateOne({ _id: counterId() }, { $inc: { used: -100 } });
    expect(await problems()).toEqual([
      { subject: 'budget of cashback by rule cashback-5', problem: 'counts 300, grants give 400' },
    ]);
  });

  it('that somebody wants counted anew in years is not believed, and is found until it is counted', async () => {
    await sell(database.store, { cents: 400 });
    await countedForGood();
    await counters().updateOne({ _id: counterId() }, [
      { $set: { used: 0, recountedUntil: { $dateAdd: { startDate: '$$NOW', unit: 'year', amount: 70 } } } },
    ]);
    expect(await problems()).toEqual([
      { subject: counterId(), problem: 'is to be counted anew later than any is' },
    ]);
    const { merchantId, customerId } = one;
    const foreseen = await other.wallets.foreseeUsage(merchantId, customerId, request('sal_next'));
    expect([foreseen.budget[RULE.id], await used()]).toEqual([400, 400]);
    expect(await problems()).toEqual([]);
    expect(await counters().findOne({ _id: counterId() })).toMatchObject({ used: 400 });
    await countedForGood();
    expect(await problems()).toEqual([]);
  });

  it('that says it is another merchant’s is found, and ends a sale for good instead of having it tried for ever', async () => {
    await sell(database.store, { cents: 400 });
    await counters().updateOne({ _id: counterId() }, { $set: { merchantId: 'mer_other' } });
    expect(await problems()).toEqual([
      { subject: counterId(), problem: 'says that it is another merchant’s' },
    ]);
    await expect(sell(database.store)).rejects.toThrow(LedgerError);
    await counters().updateOne({ _id: counterId() }, { $set: { merchantId: one.merchantId } });
    await sell(database.store);
    expect(await used()).toBe(500);
    await countedForGood();
    expect(await problems()).toEqual([]);
  });
});
