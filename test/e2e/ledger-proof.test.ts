import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { adjust, LedgerError } from '../../src/loyalty';
import { chainEntries, entriesGenesis } from '../../src/store/ledger';
import type { EntryDoc, LotDoc, WalletDoc } from '../../src/store/ledger';
import type { SealDoc } from '../../src/store/ledger/proof';
import type { Store } from '../../src/store';
import { aCustomerOf, adjustBy, aSealedLedger, earn, NOW, openDatabase, use } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

let opened: OpenDatabase;
let store: Store;
let docs: {
  entries: mongo.Collection<EntryDoc>;
  wallets: mongo.Collection<WalletDoc>;
  lots: mongo.Collection<LotDoc>;
  seals: mongo.Collection<SealDoc>;
};

beforeAll(async () => {
  opened = await openDatabase();
  const { db } = opened;
  store = opened.store;
  docs = {
    entries: db.collection('ledger_entries'),
    wallets: db.collection('wallets'),
    lots: db.collection('lots'),
    seals: db.collection('ledger_seals'),
  };
});
afterAll(() => opened.close());

/** What somebody does who can write to the database. */
type Tampering = (ledger: OneLedger) => Promise<unknown>;

const at = ({ customerId }: OneLedger, seq: number) => ({ customerId, seq });
const sealOf = ({ merchantId }: OneLedger, n: number) => ({ _id: `${merchantId}/${n}` });
const lotOf = ({ tag, customerId }: OneLedger) => ({ _id: `sal_${tag}/r/${customerId}/1` });

/** Changes entries and computes every hash anew, as the store does; lots, totals and the wallet's end agree. */
async function rewrite(ledger: OneLedger, change: (entries: EntryDoc[]) => EntryDoc[]): Promise<void> {
  const { merchantId, customerId } = ledger;
  const entries = await docs.entries.find({ customerId }).sort({ seq: 1 }).toArray();
  const anew = chainEntries(entriesGenesis(merchantId, customerId), change(entries));
  await docs.entries.deleteMany({ customerId });
  await docs.entries.insertMany(anew);
  const last = anew.at(-1)!;
  const end = { lastHash: last.hash, entryCount: last.seq, lastAt: last.at };
  await docs.wallets.updateOne({ _id: customerId }, { $set: end });
}

const entryTamperings: [string, Tampering, number, string | null][] = [
  [
    'the amount of an entry',
    (l) => docs.entries.updateOne(at(l, 3), { $inc: { 'moves.0.amount': 1 } }),
    3,
    'reserve/red_TAG-used',
  ],
  [
    'the reason of an entry',
    (l) => docs.entries.updateOne(at(l, 5), { $set: { 'cause.reason': 'x' } }),
    5,
    'adjust-credit/TAG-more',
  ],
  [
    'the date of an entry',
    (l) => docs.entries.updateOne(at(l, 2), { $set: { at: new Date(NOW - 1) } }),
    2,
    'activate/LOT',
  ],
  [
    'when an entry was recorded',
    (l) => docs.entries.updateOne(at(l, 1), { $set: { recordedAt: new Date(0) } }),
    1,
    'earn/LOT',
  ],
  [
    'an entry by a field nobody knows',
    (l) => docs.entries.updateOne(at(l, 6), { $set: { note: 'x' } as object }),
    6,
    'reserve/red_TAG-open',
  ],
  ['an entry in the middle: deleted', (l) => docs.entries.deleteOne(at(l, 4)), 4, null],
  ['the last entry: deleted', (l) => docs.entries.deleteOne(at(l, 7)), 7, null],
  [
    'the order of two entries',
    async (l) => {
      for (const [from, to] of [
        [4, 99],
        [5, 4],
        [99, 5],
      ] as const)
        await docs.entries.updateOne(at(l, from), { $set: { seq: to } });
    },
    4,
    'adjust-credit/TAG-more',
  ],
  [
    'an amount, and every hash after it computed anew',
    async (l) => {
      await rewrite(l, (entries) =>
        entries.with(4, { ...entries[4]!, moves: [{ ...entries[4]!.moves[0]!, amount: 500 }] }),
      );
      await docs.lots.updateOne(
        { _id: `adjustment/${l.tag}-more` },
        { $inc: { amount: 450, 'buckets.active': 450 } },
      );
      await docs.wallets.updateOne({ _id: l.customerId }, { $inc: { 'cashback.active': 450 } });
    },
    6,
    'reserve/red_TAG-open',
  ],
  [
    'the newest entries: removed, and the wallet made to agree',
    (l) => rewrite(l, (entries) => entries.slice(0, 5)),
    6,
    null,
  ],
];

const otherTamperings: [string, Tampering, string | RegExp][] = [
  [
    'a bucket of a lot',
    (l) => docs.lots.updateOne(lotOf(l), { $inc: { 'buckets.active': 1, 'buckets.spent': -1 } }),
    /active is \d+, entries give/,
  ],
  [
    'the end of a lot’s validity',
    (l) => docs.lots.updateOne(lotOf(l), { $set: { expiresAt: new Date(NOW * 2) } }),
    /dates or terms/,
  ],
  [
    'the mark by which a lot is found',
    (l) => docs.lots.updateOne(lotOf(l), { $set: { open: false } }),
    'is marked closed, and is not',
  ],
  [
    'the terms of a redemption',
    (l) =>
      opened.db
        .collection('redemptions')
        .updateOne({ customerId: l.customerId }, { $set: { saleTotalCents: 1 } }),
    /dates or terms/,
  ],
  [
    'the account of a sale: deleted',
    (l) => opened.db.collection('grants').deleteOne({ customerId: l.customerId }),
    /is on no account/,
  ],
  [
    'a total of the wallet',
    (l) => docs.wallets.updateOne({ _id: l.customerId }, { $inc: { 'cashback.active': 1 } }),
    /cashback active is/,
  ],
  [
    'the wallet’s mark for the next seal',
    (l) => docs.wallets.updateOne({ _id: l.customerId }, { $unset: { unsealed: 1 } }),
    /is not marked for the next/,
  ],
  [
    'the wallet’s clock',
    (l) => docs.wallets.updateOne({ _id: l.customerId }, { $set: { lastAt: new Date(NOW * 2) } }),
    /its clock stands after its last entry/,
  ],
  ['the wallet: deleted', (l) => docs.wallets.deleteOne({ _id: l.customerId }), /is missing/],
  [
    'the customer: deleted with everything',
    async (l) => {
      for (const name of ['ledger_entries', 'lots', 'redemptions', 'grants'])
        await opened.db.collection(name).deleteMany({ customerId: l.customerId });
      for (const name of ['wallets', 'customers'])
        await opened.db.collection<WalletDoc>(name).deleteOne({ _id: l.customerId });
    },
    /is missing with its wallet: seal 1 holds it/,
  ],
  [
    'a seal',
    (l) => docs.seals.updateOne(sealOf(l, 1), { $set: { root: 'x' } }),
    /was changed after it was written/,
  ],
  [
    'what a seal holds of a customer',
    (l) =>
      opened.db
        .collection('ledger_heads')
        .updateOne({ customerId: l.customerId, n: 1 }, { $set: { seq: 3 } }),
    /does not hold the heads that are stored for it/,
  ],
  [
    'the date of a seal',
    (l) => docs.seals.updateOne(sealOf(l, 1), { $set: { at: new Date(0) } }),
    /was changed after it was written/,
  ],
  ['a seal in the middle: deleted', (l) => docs.seals.deleteOne(sealOf(l, 1)), /is missing a seal before it/],
  ['the newest seal: deleted', (l) => docs.seals.deleteOne(sealOf(l, 2)), /is missing: its heads are there/],
];

describe('the proof of a ledger', () => {
  it('finds nothing where nobody tampered', async () => {
    const { merchantId } = await aSealedLedger(store);
    expect(await store.ledger.verify(merchantId)).toEqual({
      ...{ customers: 1, entries: 7, problems: [], firstMisfit: null, unattestedSales: 0, next: null },
      sealed: { seals: 2, entries: 6, last: { n: 2, hash: expect.any(String), at: NOW + 3_600_000 } },
    });
  });

  it.each(entryTamperings)('names the first entry that does not fit: %s', async (_what, tamper, seq, key) => {
    const ledger = await aSealedLedger(store);
    await tamper(ledger);
    const { firstMisfit, problems } = await store.ledger.verify(ledger.merchantId);
    const named = key && key.replace('TAG', ledger.tag).replace('LOT', lotOf(ledger)._id);
    expect(firstMisfit).toMatchObject({ customerId: ledger.customerId, seq, key: named });
    expect(problems.map(({ problem }) => problem)).toContain(firstMisfit!.problem);
  });

  it.each(otherTamperings)('finds %s', async (_what, tamper, expected) => {
    const ledger = await aSealedLedger(store);
    await tamper(ledger);
    const { problems } = await store.ledger.verify(ledger.merchantId);
    expect(problems.map(({ problem }) => problem)).toContainEqual(expect.stringMatching(expected));
  });

  it('does not fall over what cannot be read at all, and goes on with the next customer', async () => {
    const ledger = await aSealedLedger(store);
    const other = await aCustomerOf(store, ledger.merchantId);
    await earn(store, other, 10);
    await docs.entries.updateOne(at(ledger, 2), { $unset: { moves: 1 } });
    const found = await store.ledger.verify(ledger.merchantId);
    expect(found).toMatchObject({ customers: 2, entries: 9 });
    expect(found.problems.map(({ problem }) => problem)).toContainEqual(
      expect.stringMatching(/cannot be read/),
    );
  });

  it('goes on after a customer when its time was up, and comes to the same', async () => {
    const { merchantId } = await aSealedLedger(store);
    for (const cents of [10, 20]) await earn(store, await aCustomerOf(store, merchantId), cents);
    const whole = await store.ledger.verify(merchantId);
    let customers = 0;
    let entries = 0;
    let after: string | null | undefined;
    do {
      const part = await store.ledger.verify(merchantId, { until: 0, ...(after ? { after } : {}) });
      expect(part.customers).toBeLessThanOrEqual(1);
      customers += part.customers;
      entries += part.entries;
      after = part.next;
    } while (after !== null);
    expect([customers, entries]).toEqual([whole.customers, whole.entries]);
  });
});

describe('the parts of a ledger', () => {
  it('come to the same as the whole, with what is of no single customer', async () => {
    const { merchantId } = await aSealedLedger(store);
    for (const cents of [10, 20, 30]) await earn(store, await aCustomerOf(store, merchantId), cents);
    const whole = await store.ledger.verify(merchantId);
    expect(await store.ledger.parts(merchantId)).toEqual([{ after: '', upTo: null }]);
    const ids = await docs.wallets.distinct('_id', { merchantId });
    const middle = ids.sort()[1]!;
    const [first, rest] = await Promise.all([
      store.ledger.verify(merchantId, { after: '', upTo: middle }),
      store.ledger.verify(merchantId, { after: middle, upTo: null }),
    ]);
    const { sealed } = await store.ledger.verifySeals(merchantId);
    expect([first.customers, rest.customers]).toEqual([2, 2]);
    expect(first.entries + rest.entries).toBe(whole.entries);
    expect({ ...sealed, entries: first.sealed.entries + rest.sealed.entries }).toEqual(whole.sealed);
  });
});

describe('the chain of a customer', () => {
  it.each([
    ['an object', { a: 1 }],
    ['half of a character', '\ud800'],
  ])(
    'takes no cause with %s in it: nothing is written, and the ledger goes on holding',
    async (_what, operator) => {
      const ledger = await aSealedLedger(store);
      const order = {
        ...{
          id: `${ledger.tag}-typed`,
          type: 'cashback' as const,
          amount: 5,
          reason: 'x',
          programVersion: null,
        },
        ...{ operator: operator as string, zone: 'America/Sao_Paulo', expiresAt: null },
      };
      const typed = store.wallets.change(ledger.merchantId, ledger.customerId, {}, NOW, (book, now) => ({
        result: adjust(book, order, now),
      }));
      await expect(typed).rejects.toThrow(LedgerError);
      expect(await store.ledger.verify(ledger.merchantId)).toMatchObject({ entries: 7, problems: [] });
    },
  );

  it('is one chain after 50 changes of one wallet at once', async () => {
    const ledger = await aCustomerOf(store);
    await Promise.all(Array.from({ length: 50 }, (_, n) => adjustBy(store, ledger, `n${n}`, 10 + n)));
    expect(await store.ledger.verify(ledger.merchantId)).toMatchObject({ entries: 50, problems: [] });
  });

  it('grows while it is being sealed, and no change is held up or lost', async () => {
    const ledger = await aCustomerOf(store);
    await adjustBy(store, ledger, 'first', 1_000);
    const sealing = (async () => {
      for (let n = 0; n < 10; n += 1) await store.ledger.seal(ledger.merchantId, NOW + n);
    })();
    for (let n = 0; n < 15; n += 1) await use(store, ledger, `u${n}`, 10, true);
    await sealing;
    await store.ledger.seal(ledger.merchantId, NOW + 99);
    const found = await store.ledger.verify(ledger.merchantId);
    expect(found).toMatchObject({ entries: 31, problems: [], sealed: { entries: 31 } });
  });
});
