import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { createUseNaming } from '../../src/store/redemption/naming';
import { Mongo } from '../../src/store/mongo';
import { openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';

/*
 * One millisecond is no order: what happened in the same one is told in the order in which it was written.
 */

const AT = new Date('2026-03-10T15:00:00Z');
const PERIOD = { from: new Date(0), end: new Date('2027-01-01') };

let opened: OpenDatabase;
let mongo: Mongo;
let merchantId: string;
beforeAll(async () => {
  opened = await openDatabase();
  mongo = new Mongo(await mongoose.createConnection(opened.uri).asPromise(), opened.encryptionKey);
});
afterAll(async () => {
  await mongo.connection.close();
  await opened.close();
});
beforeEach(() => {
  merchantId = `mer_${randomUUID()}`;
});

/** Stores documents as they are, in this order; ids are unique among all merchants. */
async function stored(collection: string, documents: { _id: string }[]): Promise<void> {
  const all = documents.map((document) => ({ merchantId, ...document, _id: idOf(document._id) }));
  await opened.db.collection<{ _id: string }>(collection).insertMany(all);
}

const idOf = (name: string): string => `${merchantId}/${name}`;
const nameIn = (id: string): string => id.slice(merchantId.length + 1);

/** An entry of a merge of some customer, or of anything else. */
function entry(customerId: string, seq: number, type: string, key: string, more: object = {}) {
  const cause = { kind: 'merge', mergeId: 'm1' };
  const about = { customerId, seq, type, key, cause, benefit: 'cashback', at: AT, recordedAt: AT };
  return {
    ...{ _id: key, ...about, programVersion: null, ruleId: null, debt: 0, hash: '', attests: [] },
    ...{ saleIds: ['sal_1'], moves: [{ lotId: 'l', from: 'active', to: 'active', amount: 100 }], ...more },
  };
}

/** Uses of one voucher whose ids say the contrary of their numbers, all of them in one millisecond. */
async function storedUses(change: object = {}): Promise<void> {
  const use = (_id: string, useNumber: number) => ({
    ...{ _id, useNumber, customerId: 'cus_1', type: 'voucher', amount: 1, discountCents: 100, zone: 'UTC' },
    ...{ state: 'confirmed', draws: [], terms: {}, saleTotalCents: 5_000, freightCents: 0, storeId: null },
    ...{ reservedAt: AT, reservedUntil: AT, confirmedAt: AT, closedAt: null, operator: null },
    ...{ saleRef: '57', saleKey: '57', saleId: 'sal_gone', lastCall: null },
    ...change,
  });
  await stored('redemptions', [use('a', 3), use('c', 1), use('b', 2)]);
}

describe('what happens in one millisecond', () => {
  it('leaves one customer’s ledger in a sale’s story before it is in the other’s, through several merges', async () => {
    await stored('ledger_entries', [
      entry('cus_a', 7, 'MERGE_IN', 'merge-in/m2/cashback'),
      entry('cus_a', 8, 'EXPIRE', 'expire/l'),
      entry('cus_b', 4, 'MERGE_IN', 'merge-in/m1/cashback'),
      entry('cus_b', 5, 'MERGE_OUT', 'merge-out/m2/cashback'),
      entry('cus_c', 1, 'ACTIVATE', 'activate/l'),
      entry('cus_c', 2, 'MERGE_OUT', 'merge-out/m1/cashback'),
      entry('cus_a', 1, 'EARN_PENDING', 'earn/o', { at: new Date(+AT - 1) }),
      entry('cus_a', 9, 'CLAWBACK', 'clawback/l', { at: new Date(+AT + 1) }),
    ]);
    const lines = await opened.store.ledger.entriesOfSale(merchantId, 'sal_1');
    expect(lines.map(({ key }) => key)).toEqual([
      'earn/o',
      ...['activate/l', 'merge-out/m1/cashback', 'merge-in/m1/cashback'],
      ...['merge-out/m2/cashback', 'merge-in/m2/cashback', 'expire/l'],
      'clawback/l',
    ]);
  });

  it('is told of uses of balance in the order of the ledger, whatever their ids are', async () => {
    await storedUses({
      type: 'cashback',
      useNumber: null,
      saleId: 'sal_1',
      closedAt: AT,
      state: 'rolled_back',
    });
    await stored('ledger_entries', [
      ...['b', 'c', 'a'].map((use, n) => entry('cus_1', n + 1, 'RESERVE', `reserve/${idOf(use)}`)),
      ...['c', 'a', 'b'].map((use, n) => entry('cus_1', n + 7, 'ROLLBACK', `rollback/${idOf(use)}`)),
    ]);
    const { redemptions, past } = opened.store;
    const names = (uses: readonly { id: string }[]): string[] => uses.map(({ id }) => nameIn(id));
    expect(names(await redemptions.ofSale(merchantId, ['sal_1']))).toEqual(['b', 'c', 'a']);
    expect(names(await redemptions.undoneOfSale(merchantId, ['sal_1']))).toEqual(['c', 'a', 'b']);
    const played = await past.uses(merchantId, PERIOD);
    expect(played.map(({ id, undoneAs }) => [nameIn(id), undoneAs])).toEqual([
      ['b', 2],
      ['c', 0],
      ['a', 1],
    ]);
  });

  it('is told of uses by their ids, where no entry says more', async () => {
    await storedUses({ type: 'cashback', useNumber: null, saleId: 'sal_1' });
    const uses = await opened.store.redemptions.ofSale(merchantId, ['sal_1']);
    expect(uses.map(({ id }) => nameIn(id))).toEqual(['a', 'b', 'c']);
  });

  it('is asked again which sales it names in the order of the uses’ numbers', async () => {
    await storedUses();
    const asked: string[] = [];
    const change = ((_merchant: string, _customer: string, { redemptionId }: { redemptionId: string }) => {
      asked.push(nameIn(redemptionId));
      return Promise.resolve();
    }) as never;
    await createUseNaming(mongo, { change }).nameAll(merchantId, 'cus_1', +AT, () => Promise.resolve());
    expect(asked).toEqual(['c', 'b', 'a']);
  });

  it('is played again in the order of numbers, and of places in the ledger', async () => {
    await storedUses();
    await stored('ledger_entries', [
      entry('cus_1', 2, 'ADJUST_DEBIT', 'adjust/2'),
      entry('cus_1', 1, 'ADJUST_CREDIT', 'adjust/1'),
    ]);
    const uses = await opened.store.past.uses(merchantId, PERIOD);
    expect(uses.map(({ id }) => nameIn(id))).toEqual(['c', 'b', 'a']);
    const adjustments = await opened.store.past.adjustments(merchantId, PERIOD);
    expect(new Map(adjustments.map(({ seq, amount }) => [seq, amount]))).toEqual(
      new Map([
        [1, 100],
        [2, -100],
      ]),
    );
  });

  it('is carried on by id, where large merges began in it', async () => {
    const begun = (_id: string) => ({
      ...{ _id, from: 'cus_1', into: 'cus_2', at: AT, woken: true, undoneAt: null },
      underway: { what: 'merge', at: AT },
    });
    await stored('customer_merges', [begun('c'), begun('a'), begun('b')]);
    const found = await opened.store.merges.inParts(merchantId, new Date(+AT + 1), 2);
    expect(found.map(({ id }) => nameIn(id))).toEqual(['a', 'b']);
  });
});
