import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import type { EntryDoc, LotDoc } from '../../src/store/ledger';
import type { Store } from '../../src/store';
import { aCustomerOf, adjustBy, earn, NOW, openDatabase, use } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

const DAY = 86_400_000;
/** More entries than a history has that is sooner replayed than kept. */
const USES = 25;

interface CheckpointDoc {
  _id: string;
  seq: number;
  state: string;
}

let opened: OpenDatabase;
let store: Store;
let docs: {
  checkpoints: mongo.Collection<CheckpointDoc>;
  entries: mongo.Collection<EntryDoc>;
  lots: mongo.Collection<LotDoc>;
};
beforeAll(async () => {
  opened = await openDatabase();
  store = opened.store;
  docs = {
    checkpoints: opened.db.collection('ledger_checkpoints'),
    entries: opened.db.collection('ledger_entries'),
    lots: opened.db.collection('lots'),
  };
});
afterAll(() => opened.close());

/** 52 entries, verified, and kept as verified. */
async function aVerifiedLedger(): Promise<OneLedger> {
  const ledger = await aCustomerOf(store);
  await earn(store, ledger, 10_000);
  for (let n = 0; n < USES; n += 1) await use(store, ledger, `u${n}`, 10, true);
  expect(await again(ledger)).toEqual([]);
  return ledger;
}

const checkpointOf = ({ merchantId, customerId }: OneLedger) => ({ _id: `${merchantId}/${customerId}` });

/** What a verification finds that goes by checkpoints. */
async function again({ merchantId }: OneLedger, now = NOW): Promise<string[]> {
  const { problems } = await store.ledger.verify(merchantId, { after: '', checkpointsAt: now });
  return problems.map(({ problem }) => problem);
}

async function whole({ merchantId }: OneLedger): Promise<string[]> {
  return (await store.ledger.verify(merchantId)).problems.map(({ problem }) => problem);
}

describe('a ledger that was verified', () => {
  it('goes on from there: what came after is replayed, and counted with what was before', async () => {
    const ledger = await aVerifiedLedger();
    const { merchantId } = ledger;
    const kept = (await docs.checkpoints.findOne(checkpointOf(ledger)))!;
    expect(kept.seq).toBe(2 + 2 * USES);
    await adjustBy(store, ledger, 'more', 5);
    await use(store, ledger, 'open', 7, false);
    const found = await store.ledger.verify(merchantId, { after: '', checkpointsAt: NOW });
    expect(found).toMatchObject({ customers: 1, entries: 4 + 2 * USES, problems: [] });
    expect(await whole(ledger)).toEqual([]);
    expect(await docs.checkpoints.findOne(checkpointOf(ledger))).toEqual(kept);
  });

  it('is kept anew after as many entries again, and still holds', async () => {
    const ledger = await aVerifiedLedger();
    for (let n = 0; n < USES; n += 1) await use(store, ledger, `v${n}`, 10, true);
    for (let n = 0; n < 2; n += 1) expect(await again(ledger)).toEqual([]);
    const kept = (await docs.checkpoints.findOne(checkpointOf(ledger)))!;
    expect(kept.seq).toBe(2 + 4 * USES);
    expect(await whole(ledger)).toEqual([]);
  });

  it('shows at once what is changed of what is stored now, or of the entries since', async () => {
    const ledger = await aVerifiedLedger();
    await adjustBy(store, ledger, 'more', 5);
    const lot = { _id: `sal_${ledger.tag}/r/${ledger.customerId}/1` };
    await docs.lots.updateOne(lot, { $inc: { 'buckets.active': 1, amount: 1 } });
    expect(await again(ledger)).toContainEqual(expect.stringMatching(/active is \d+, entries give/));
    await docs.lots.updateOne(lot, { $inc: { 'buckets.active': -1, amount: -1 } });
    await docs.lots.updateOne(lot, { $set: { zone: 'UTC' } });
    expect(await again(ledger)).toContainEqual(expect.stringMatching(/dates or terms/));
    await docs.lots.updateOne(lot, { $set: { zone: 'America/Sao_Paulo' } });
    const last = { customerId: ledger.customerId, seq: 3 + 2 * USES };
    await docs.entries.updateOne(last, { $set: { 'cause.reason': 'x' } });
    expect(await again(ledger)).toContainEqual(
      expect.stringMatching(/does not follow from the entry before/),
    );
  });

  it('is replayed from the first entry after a week, or where that is asked for', async () => {
    const ledger = await aVerifiedLedger();
    await docs.entries.updateOne(
      { customerId: ledger.customerId, seq: 3 },
      { $set: { recordedAt: new Date(0) } },
    );
    expect(await again(ledger, NOW + DAY)).toEqual([]);
    expect(await whole(ledger)).toContainEqual(
      expect.stringMatching(/does not follow from the entry before/),
    );
    expect(await again(ledger, NOW + 8 * DAY)).toContainEqual(
      expect.stringMatching(/does not follow from the entry before/),
    );
  });

  it.each([
    ['what it comes to', ({ state }: CheckpointDoc) => ({ state: state.replace('"active":', '"active":1') })],
    ['up to where', ({ seq }: CheckpointDoc) => ({ seq: seq - 1 })],
    ['its place under the seal', () => ({ 'seal.index': 1 })],
    ['the seal', () => ({ 'seal.n': 99 })],
    ['since when', () => ({ wholeAt: new Date(NOW + DAY) })],
  ])('cannot be made to stand for something else: %s', async (_what, change) => {
    const ledger = await aVerifiedLedger();
    const kept = (await docs.checkpoints.findOne(checkpointOf(ledger)))!;
    await docs.checkpoints.updateOne(checkpointOf(ledger), { $set: change(kept) });
    expect(await again(ledger)).toEqual(['is not what its seal holds']);
    await docs.checkpoints.deleteOne(checkpointOf(ledger));
    expect(await again(ledger)).toEqual([]);
  });

  it('needs no checkpoint where somebody was merged: a family is replayed whole', async () => {
    const ledger = await aVerifiedLedger();
    const other = await aCustomerOf(store, ledger.merchantId);
    await earn(store, other, 10);
    const order = {
      ...{ id: `mrg_${ledger.tag}`, merchantId: ledger.merchantId, automatic: false, force: true },
      ...{ from: other.customerId, into: ledger.customerId, operator: null, reason: null },
    };
    await store.merges.merge(order, NOW);
    expect(await again(ledger)).toEqual([]);
    await docs.entries.updateOne(
      { customerId: ledger.customerId, seq: 3 },
      { $set: { recordedAt: new Date(0) } },
    );
    expect(await again(ledger)).not.toEqual([]);
  });
});
