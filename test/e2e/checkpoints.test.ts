import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo as driver } from 'mongoose';
import { sha256 } from '../../src/store/ledger';
import type { EntryDoc, LotDoc } from '../../src/store/ledger';
import type { CheckpointDoc } from '../../src/store/ledger/proof/checkpoint-model';
import { appendSeal } from '../../src/store/ledger/proof/seals';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import type { Store } from '../../src/store';
import { aCustomerOf, adjustBy, earn, NOW, openDatabase, use } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

const DAY = 86_400_000;
/** More entries than a history has that is sooner replayed than kept. */
const USES = 25;

const NOT_SEALED = 'is not what its seal holds';
const WITHOUT_THE_KEY = 'was written by somebody without the key';

let opened: OpenDatabase;
let store: Store;
/** Without the key of the database. */
let mongo: Mongo;
let docs: {
  checkpoints: driver.Collection<CheckpointDoc>;
  entries: driver.Collection<EntryDoc>;
  lots: driver.Collection<LotDoc>;
};
beforeAll(async () => {
  opened = await openDatabase();
  store = opened.store;
  mongo = await connectMongo(opened.uri);
  docs = {
    checkpoints: opened.db.collection('ledger_checkpoints'),
    entries: opened.db.collection('ledger_entries'),
    lots: opened.db.collection('lots'),
  };
});
afterAll(async () => {
  await mongo.connection.close();
  await opened.close();
});

/** 52 entries, verified, and kept as verified. */
async function aVerifiedLedger(): Promise<OneLedger> {
  const ledger = await aCustomerOf(store);
  await earn(store, ledger, 10_000);
  for (let n = 0; n < USES; n += 1) await use(store, ledger, `u${n}`, 10, true);
  expect(await again(ledger)).toEqual([]);
  return ledger;
}

/** As somebody writes to the database who knows how everything is computed, but no key: the checkpoint, and the seal that holds it. */
async function forgeCheckpoint(ledger: OneLedger, wholeAt: number, marked: boolean): Promise<void> {
  const { merchantId } = ledger;
  const { mark, ...kept } = (await docs.checkpoints.findOne(checkpointOf(ledger)))!;
  const state = JSON.stringify({ ...(JSON.parse(kept.state) as object), wholeAt });
  const { customerId, seq, hash, attested } = kept;
  const head = { customerId, seq, hash, ...(attested ? { attested } : {}), checkpoint: sha256(state) };
  const { n } = await appendSeal(mongo, merchantId, [head], NOW);
  await docs.checkpoints.replaceOne(checkpointOf(ledger), {
    ...{ ...kept, state, wholeAt: new Date(wholeAt), seal: { n, index: 0, size: 1, path: [] } },
    ...(marked ? { mark: mark ?? 'x' } : {}),
  });
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
    ['since when', () => ({ wholeAt: new Date(NOW + 1) })],
    ['since later than now', () => ({ wholeAt: new Date(NOW + DAY) })],
    ['who made it', () => ({ mark: 'x' }), WITHOUT_THE_KEY],
    ['nothing', () => ({ state: null }), 'cannot be read'],
    ['no seal', () => ({ seal: null }), 'cannot be read'],
    ['a seal without a number', () => ({ 'seal.n': 'x' })],
    ['no moment', () => ({ wholeAt: null }), 'cannot be read'],
  ])('cannot be made to stand for something else: %s', async (_what, change, problem = NOT_SEALED) => {
    const ledger = await aVerifiedLedger();
    const kept = (await docs.checkpoints.findOne(checkpointOf(ledger)))!;
    await docs.checkpoints.updateOne(checkpointOf(ledger), { $set: change(kept) as object });
    expect(await again(ledger)).toEqual([problem]);
    await docs.checkpoints.deleteOne(checkpointOf(ledger));
    expect(await again(ledger)).toEqual([]);
  });

  it.each([
    ['of today', NOW + 1, true, [WITHOUT_THE_KEY]],
    ['of 2099', Date.UTC(2099, 0), true, [WITHOUT_THE_KEY]],
    ['of today, without a mark', NOW + 1, false, []],
    ['of 2099, without a mark', Date.UTC(2099, 0), false, ['is of later than now']],
  ])(
    'hides nothing by a checkpoint %s that somebody has made under a seal of his own',
    async (_what, wholeAt, marked, said) => {
      const ledger = await aVerifiedLedger();
      await forgeCheckpoint(ledger, wholeAt, marked);
      expect(await again(ledger)).toEqual(said);
      await docs.entries.updateOne(
        { customerId: ledger.customerId, seq: 3 },
        { $set: { recordedAt: new Date(0) } },
      );
      for (const at of [NOW, NOW + 2 * DAY]) {
        await forgeCheckpoint(ledger, wholeAt, marked);
        expect(await again(ledger, at)).toContainEqual(
          expect.stringMatching(/does not follow from the entry before/),
        );
      }
    },
  );

  it('is replayed and replaced where it was made while the clock was ahead', async () => {
    const ledger = await aVerifiedLedger();
    expect(await again(ledger, NOW + 8 * DAY)).toEqual([]);
    const ahead = (await docs.checkpoints.findOne(checkpointOf(ledger)))!;
    expect(ahead.wholeAt.getTime()).toBeGreaterThan(NOW + DAY);
    expect(await again(ledger)).toEqual([]);
    const since = (await docs.checkpoints.findOne(checkpointOf(ledger)))!;
    expect(since.wholeAt.getTime()).toBeLessThan(NOW + DAY);
  });

  it('is replayed whole once, and marked, where a version before had kept it', async () => {
    const ledger = await aVerifiedLedger();
    await docs.checkpoints.updateOne(checkpointOf(ledger), { $unset: { mark: 1 } });
    await docs.entries.updateOne(
      { customerId: ledger.customerId, seq: 3 },
      { $set: { recordedAt: new Date(0) } },
    );
    expect(await again(ledger)).not.toEqual([]);
    await docs.checkpoints.deleteOne(checkpointOf(ledger));
    const other = await aVerifiedLedger();
    await docs.checkpoints.updateOne(checkpointOf(other), { $unset: { mark: 1 } });
    expect(await again(other)).toEqual([]);
    expect((await docs.checkpoints.findOne(checkpointOf(other)))!.mark).toEqual(expect.any(String));
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
