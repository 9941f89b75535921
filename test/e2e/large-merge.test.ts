import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { redeemVoucher, reserve, settleSale } from '../../src/loyalty';
import type { Book, SaleSettlement } from '../../src/loyalty';
import { ConcurrentChangeError } from '../../src/store';
import { createMerges, IdentityKeyNames } from '../../src/store/customer';
import type { MergeOrder } from '../../src/store/customer';
import { carryPart } from '../../src/store/customer/merge-in-parts';
import { mergeIn } from '../../src/store/customer/merge-making';
import { undoIn } from '../../src/store/customer/merge-undoing';
import { inTransaction, Mongo } from '../../src/store/mongo';
import { giveLots } from '../../tools/growth';
import { openDatabase, publishVersions } from './a-ledger';
import type { OpenDatabase } from './a-ledger';
import { aContact, aReserveCommand } from './builders';

const KEY = Buffer.alloc(32, 7);
const DAY = 86_400_000;
const ZONE = 'America/Sao_Paulo';
/** More than one transaction moves. */
const LOTS = 1_050;

let opened: OpenDatabase;
let mongo: Mongo;
let merchantId: string;
let commands = 0;
beforeAll(async () => {
  opened = await openDatabase();
  const connection = await mongoose.createConnection(opened.uri, { monitorCommands: true }).asPromise();
  connection.getClient().on('commandStarted', () => void (commands += 1));
  mongo = new Mongo(connection, KEY);
});
afterAll(async () => {
  await mongo.connection.close();
  await opened.close();
});
beforeEach(async () => {
  merchantId = `mer_${randomUUID()}`;
  await publishVersions(opened.store, merchantId);
});

const GONE = { mayBeFound: () => Promise.resolve(false), isWritten: () => Promise.resolve(false) };
const names = new IdentityKeyNames(KEY, GONE);

function change(
  customerId: string,
  work: (book: Book, now: number) => void,
  about: { saleId?: string; vouchers?: true } = {},
): Promise<void> {
  return opened.store.wallets.change(merchantId, customerId, about, Date.now(), (book, now) => ({
    result: work(book, now),
  }));
}

/** Somebody new, with one key and nothing else. */
async function nobodyElse(): Promise<string> {
  return (await opened.store.customers.identify(merchantId, aContact(), new Date())).customerId;
}

function settlement(saleId: string, now: number, deserved: SaleSettlement['deserved']): SaleSettlement {
  const dates = { activatesAt: now, expiresAt: now + 30 * DAY };
  const of = { saleId, programVersion: 1, zone: ZONE, month: '2026-03', policy: 'allow_debt' as const };
  return { ...of, deserved, dates: () => dates };
}

const cents = (amount: number): SaleSettlement['deserved'] => [
  { ruleId: 'cashback', type: 'cashback', amount },
];

/** Somebody with many lots, uses that draw on several of them, a voucher used once of twice, and a credit by hand. */
async function aGreatCustomer(lots = LOTS): Promise<string> {
  const customerId = await giveLots(opened, merchantId, lots);
  const saleId = `${customerId}-sale-0`;
  const code = `CODE-${customerId}`;
  const discount = { type: 'percent' as const, bps: 1_000, maxCents: 5_000 };
  const face = { code, template: 'volta', discount, minSaleCents: 1_000, stores: null };
  const deserved = [...cents(500), { ruleId: 'v', type: 'voucher' as const, amount: 2, face }];
  await change(customerId, (book, now) => settleSale(book, settlement(saleId, now, deserved), now), {
    saleId,
  });
  for (const id of ['one', 'two'])
    await change(customerId, (book, now) => void reserve(book, aUse(customerId, id, 1_250), now));
  const { terms, zone, sales } = aReserveCommand({});
  const about = { code, saleRef: null, operator: 'caixa', saleTotalCents: 20_000, storeId: null };
  const use = { id: `red_${customerId}-v`, ...about, terms, zone, sales };
  await change(customerId, (book, now) => void redeemVoucher(book, use, now), { vouchers: true });
  return customerId;
}

function aUse(customerId: string, id: string, amount: number) {
  return aReserveCommand({ id: `red_${customerId}-${id}`, amount, confirm: true, saleTotalCents: 200_000 });
}

/** Somebody who owes the value of some lots. */
async function aDebtor(): Promise<string> {
  const customerId = await nobodyElse();
  const saleId = `sal_${randomUUID()}`;
  await change(customerId, (book, now) => settleSale(book, settlement(saleId, now, cents(1_700)), now), {
    saleId,
  });
  await change(customerId, (book, now) => void reserve(book, aUse(customerId, 'all', 1_700), now));
  await change(customerId, (book, now) => settleSale(book, settlement(saleId, now, []), now), { saleId });
  return customerId;
}

function anOrder(from: string, into: string): MergeOrder {
  const why = { automatic: false, operator: 'gerente', reason: 'Mesma pessoa', force: true };
  return { id: `mrg_${randomUUID()}`, merchantId, from, into, ...why };
}

async function problems(): Promise<string[]> {
  const found = await opened.store.ledger.verify(merchantId);
  return found.problems.map(({ subject, problem }) => `${subject}: ${problem}`);
}

/** What the two have, each by themselves. */
async function standing(...customerIds: string[]) {
  const { db } = opened;
  const wallets = await db
    .collection<{ _id: string }>('wallets')
    .find({ _id: { $in: customerIds } })
    .sort({ _id: 1 })
    .project({ cashback: 1, points: 1, mergedInto: 1, moving: 1 })
    .toArray();
  const count = (name: string, customerId: string) => db.collection(name).countDocuments({ customerId });
  const kinds = ['lots', 'sales', 'redemptions', 'identity_keys'];
  return Promise.all(
    wallets.map(async ({ _id, mergedInto, moving, ...wallet }) => ({
      ...{ _id: String(_id), ...wallet, mergedInto: (mergedInto ?? null) as string | null },
      moving: (moving as { by: string } | undefined)?.by ?? null,
      has: await Promise.all(kinds.map((kind) => count(kind, String(_id)))),
    })),
  );
}

const part = (id: string) =>
  inTransaction(mongo, (session) => carryPart(mongo, session, names, merchantId, id));

/** Does the parts one by one until nothing is left. @param look after each */
async function partByPart(id: string, look: () => Promise<void>): Promise<number> {
  for (let parts = 0; ; parts += 1) {
    if (await part(id)) return parts;
    await look();
  }
}

const holds = async (): Promise<void> => expect(await problems()).toEqual([]);

describe('customers with more lots than one transaction moves', () => {
  it('become one, whose debt is paid, and two again, each as they were', async () => {
    const [from, into] = [await aGreatCustomer(), await aDebtor()];
    const before = await standing(from, into);
    const order = anOrder(from, into);
    const made = await opened.store.merges.merge(order, Date.now());
    await holds();
    expect(made).toMatchObject({ undoneAt: null, woken: false });
    expect(made.underway).toBeUndefined();
    expect(made.saleIds).toHaveLength(LOTS);
    const [all, none] = (await standing(from, into)).sort((a) => (a._id === into ? -1 : 1));
    const active = LOTS * 500 - 2 * 1_250 - 1_700;
    expect(all).toMatchObject({
      cashback: { active, debt: 0 },
      mergedInto: null,
      has: [LOTS + 2, LOTS, 4, 2],
    });
    expect(none).toMatchObject({ cashback: { active: 0, debt: 0 }, mergedInto: into, has: [0, 0, 0, 0] });
    // Repeated, it is the merge that was made.
    expect(await opened.store.merges.merge(order, Date.now())).toEqual(made);
    const by = { operator: 'gerente', reason: 'São duas', call: 'undo' };
    const undone = await opened.store.merges.undo(merchantId, order.id, by, Date.now());
    expect(undone).toMatchObject({ undoCall: 'undo', woken: false });
    expect(undone!.underway).toBeUndefined();
    await holds();
    expect(await standing(from, into)).toEqual(before);
    await change(from, (book, now) => void reserve(book, aUse(from, 'later', 900), now));
    await holds();
  });

  it('are two whose ledgers hold after each part, and nothing else changes them meanwhile', async () => {
    const [from, into] = [await aGreatCustomer(), await aDebtor()];
    const before = await standing(from, into);
    const order = anOrder(from, into);
    const meanwhile = async (): Promise<void> => {
      await holds();
      for (const { moving, _id } of await standing(from, into)) {
        if (moving === null) continue;
        await expect(change(_id, () => undefined)).rejects.toBeInstanceOf(ConcurrentChangeError);
      }
    };
    await inTransaction(mongo, (session) => mergeIn(mongo, session, names, order, Date.now()));
    await meanwhile();
    // Two parts of lots, one of sales (two, as a part has a thousand), and the rest.
    expect(await partByPart(order.id, meanwhile)).toBe(5);
    const made = (await opened.store.merges.get(merchantId, order.id))!;
    const by = { operator: null, reason: 'São duas', call: 'undo' };
    await inTransaction(mongo, (session) => undoIn(mongo, session, names, made, by, Date.now()));
    await meanwhile();
    expect(await partByPart(order.id, meanwhile)).toBe(5);
    expect(await standing(from, into)).toEqual(before);
  });

  it('are carried on by whoever calls again, or needs one of them, once nobody is at it', async () => {
    const [from, into] = [await aGreatCustomer(), await nobodyElse()];
    const order = anOrder(from, into);
    await inTransaction(mongo, (session) => mergeIn(mongo, session, names, order, Date.now()));
    await part(order.id);
    const whole = await opened.store.merges.merge(order, Date.now());
    expect(whole.underway).toBeUndefined();
    await holds();
    const by = { operator: null, reason: 'São duas', call: 'undo' };
    await inTransaction(mongo, (session) => undoIn(mongo, session, names, whole, by, Date.now()));
    await part(order.id);
    // Recognising a contact waits for nothing.
    await nobodyElse();
    await opened.db
      .collection<{ _id: string }>('wallets')
      .updateOne({ _id: from }, { $set: { 'moving.until': new Date(0) } });
    await expect(change(into, () => undefined)).rejects.toBeInstanceOf(ConcurrentChangeError);
    await change(into, () => undefined);
    expect(await opened.store.merges.get(merchantId, order.id)).toMatchObject({ undoCall: 'undo' });
    await holds();
  });

  it('cost so many commands for each thousand lots, and none for each lot', async () => {
    const merges = createMerges(mongo, names);
    const costOf = async (lots: number): Promise<number[]> => {
      const [from, into] = [await giveLots(opened, merchantId, lots), await nobodyElse()];
      const order = anOrder(from, into);
      commands = 0;
      await merges.merge(order, Date.now());
      const merged = commands;
      const by = { operator: null, reason: 'São duas', call: 'undo' };
      await merges.undo(merchantId, order.id, by, Date.now());
      return [merged, commands - merged];
    };
    const [small, large] = [await costOf(LOTS), await costOf(LOTS + 1_000)];
    // Of a part: reads of both, writes of both, of its sales and of how far it has come; and reading all takes more batches.
    for (const [index, cost] of large.entries()) expect(cost - small[index]!).toBeLessThan(60);
    expect(Math.max(...small)).toBeLessThan(160);
  });
});
