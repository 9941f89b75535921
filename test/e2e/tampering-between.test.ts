import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catchUp } from '../../src/loyalty';
import { aCustomerOf, adjustBy, earn, NOW, openDatabase, use } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

async function problems({ merchantId }: OneLedger): Promise<string[]> {
  return (await opened.store.ledger.verify(merchantId)).problems.map(({ problem }) => problem);
}

/** Changes the customer's one document of a kind by hand. */
async function byHand(collection: string, { customerId }: OneLedger, set: object): Promise<void> {
  const of = collection === 'customer_merges' ? { from: customerId } : { customerId };
  const { matchedCount } = await opened.db.collection(collection).updateOne(of, { $set: set });
  expect(matchedCount).toBe(1);
}

const timePasses = ({ merchantId, customerId }: OneLedger): Promise<void> =>
  opened.store.wallets.change(merchantId, customerId, {}, NOW + 3_600_000, (book, now) => ({
    result: catchUp(book, now),
  }));

async function mergeAway(ledger: OneLedger): Promise<string> {
  const { merchantId, customerId, tag } = ledger;
  const into = (await aCustomerOf(opened.store, merchantId)).customerId;
  const id = `mrg_${tag}`;
  const why = { automatic: false, operator: 'gerente', reason: 'Mesma pessoa', force: true };
  await opened.store.merges.merge({ id, merchantId, from: customerId, into, ...why }, NOW);
  return id;
}

const undo = ({ merchantId, tag }: OneLedger): Promise<unknown> =>
  opened.store.merges.undo(merchantId, `mrg_${tag}`, { operator: null, reason: null, call: 'undo' }, NOW);

const LATER = new Date(NOW + 400 * 86_400_000);

/** What is done before and after somebody changes something by hand: what, how, and who of the product writes it next. */
const ATTACKS: [
  name: string,
  before: (ledger: OneLedger) => Promise<unknown>,
  collection: string,
  set: object,
  after: (ledger: OneLedger) => Promise<unknown>,
][] = [
  [
    'a lot that lasts longer is used',
    (ledger) => earn(opened.store, ledger, 1_000),
    'lots',
    { expiresAt: LATER },
    (ledger) => use(opened.store, ledger, 'used', 300, true),
  ],
  [
    'a lot that would go on is used',
    (ledger) => earn(opened.store, ledger, 1_000),
    'lots',
    { fairUntil: LATER },
    (ledger) => use(opened.store, ledger, 'used', 300, true),
  ],
  [
    'a lot of another rule goes to another customer',
    (ledger) => earn(opened.store, ledger, 1_000),
    'lots',
    { ruleId: 'other' },
    mergeAway,
  ],
  [
    'a reservation of another sale is let go by time',
    async (ledger) => {
      await adjustBy(opened.store, ledger, 'more', 500);
      await use(opened.store, ledger, 'held', 300, false);
    },
    'redemptions',
    { saleTotalCents: 1 },
    timePasses,
  ],
  [
    'a use that a call is said to have moved goes to another customer',
    async (ledger) => {
      await adjustBy(opened.store, ledger, 'more', 500);
      await use(opened.store, ledger, 'used', 300, true);
    },
    'redemptions',
    { formerCalls: [{ id: 'call' }] },
    mergeAway,
  ],
  [
    'a use by somebody else goes to another customer, and comes back',
    async (ledger) => {
      await adjustBy(opened.store, ledger, 'more', 500);
      await use(opened.store, ledger, 'used', 300, true);
    },
    'redemptions',
    { operator: 'outra' },
    async (ledger) => {
      await mergeAway(ledger);
      await undo(ledger);
    },
  ],
  [
    'an account of another month is taken back from',
    (ledger) => earn(opened.store, ledger, 1_000),
    'grants',
    { month: '2020-01' },
    (ledger) => earn(opened.store, ledger, 900),
  ],
  [
    'a merge for another reason is undone',
    async (ledger) => {
      await earn(opened.store, ledger, 1_000);
      await mergeAway(ledger);
    },
    'customer_merges',
    { reason: 'outro' },
    undo,
  ],
];

describe('what somebody changes by hand, and the product writes before anybody looks', () => {
  it.each(ATTACKS)('is found: %s', async (_name, before, collection, set, after) => {
    const untouched = await aCustomerOf(opened.store);
    await before(untouched);
    await after(untouched);
    expect(await problems(untouched)).toEqual([]);
    const ledger = await aCustomerOf(opened.store);
    await before(ledger);
    await byHand(collection, ledger, set);
    await after(ledger);
    expect(await problems(ledger)).toContainEqual(
      expect.stringMatching(/had been changed when .* was written/),
    );
  });
});

describe('a date for which somebody puts its own text', () => {
  it.each([
    ['ledger_entries', 'recordedAt'],
    ['ledger_entries', 'at'],
    ['ledger_attestations', 'recordedAt'],
    ['customer_merges', 'at'],
    ['customer_merges', 'undoneAt'],
    ['lots', 'expiresAt'],
    ['wallets', 'lastAt'],
  ])('is found in %s: %s', async (collection, field) => {
    const ledger = await aCustomerOf(opened.store);
    await earn(opened.store, ledger, 1_000);
    await mergeAway(ledger);
    await undo(ledger);
    expect(await problems(ledger)).toEqual([]);
    const { customerId } = ledger;
    const of =
      collection === 'customer_merges'
        ? { from: customerId }
        : collection === 'wallets'
          ? { _id: customerId as never }
          : { customerId };
    const documents = opened.db.collection(collection);
    const doc = await documents.findOne({ ...of, [field]: { $ne: null } });
    const date = (doc as Record<string, unknown> | null)?.[field];
    expect(date).toBeInstanceOf(Date);
    await documents.updateOne({ _id: doc!._id }, { $set: { [field]: (date as Date).toISOString() } });
    expect(await problems(ledger)).not.toEqual([]);
  });
});
