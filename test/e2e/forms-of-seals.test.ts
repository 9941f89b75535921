import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import type { Sale } from '../../src/loyalty';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { attestedContent } from '../../src/store/sale';
import type { SaleDoc } from '../../src/store/sale';
import { canonicalJson } from '../../src/text';
import { aCustomerOf, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { aReturn, aStoredSale, changeSale, settleSale } from './a-stored-sale';

let opened: OpenDatabase;
let keyed: Mongo;
let sales: mongo.Collection<SaleDoc>;
let ledger: OneLedger;
let sale: Sale;

beforeEach(async () => {
  opened = await openDatabase({ finish: true });
  keyed = await connectMongo(opened.uri, opened.encryptionKey);
  sales = opened.db.collection('sales');
  ledger = await aCustomerOf(opened.store);
  sale = await aStoredSale(opened.store, ledger, 'one');
  // Longer ago than clocks differ.
  await opened.db
    .collection('migrations')
    .updateMany({}, { $set: { finishedAt: new Date(0) }, $unset: { mark: 1 } });
});
afterEach(async () => {
  await keyed.connection.close();
  await opened.close();
});

const byHand = (set: object) => sales.updateOne({ _id: sale.id }, { $set: set });
const again = async (): Promise<Sale> => (await opened.store.sales.get(ledger.merchantId, sale.id))!;
const stored = async (): Promise<SaleDoc> => (await sales.findOne({ _id: sale.id }))!;
const settle = async (): Promise<void> => settleSale(opened.store, ledger, await again());

/** What the product says of the sale's seal of a form, in a version of the sale. */
const mark = (word: 'newer' | 'unread', form: number, version: number): string =>
  keyed.keyedDigest('forms of seals of sales', canonicalJson({ sale: sale.id, version, form, word }));

/** As versions wrote it that had the sale's version first; the very first said no form. */
async function formerSeal(form?: 1): Promise<string> {
  const doc = await stored();
  const said = Object.entries(attestedContent(doc)).filter(([, value]) => JSON.stringify(value) !== '[]');
  const content = { ...Object.fromEntries(said), version: doc.version, ...(form ? { form } : {}) };
  const digest = keyed.keyedDigest('sales that are not attested yet', canonicalJson(content));
  return [doc.version, ...(form ? [form] : []), digest].join(' ');
}

async function found(): Promise<{ problems: string[]; unattestedSales: number }> {
  const { problems, unattestedSales } = await opened.store.ledger.verify(ledger.merchantId);
  const ofSeals = await opened.store.ledger.verifySeals(ledger.merchantId);
  expect(ofSeals.unattestedSales).toBeLessThanOrEqual(unattestedSales);
  return { problems: problems.map(({ problem }) => problem), unattestedSales };
}

const COUNTED = { problems: [], unattestedSales: 1 };
const BROKEN = { problems: ['is not as it was written'], unattestedSales: 0 };
const BROKEN_FOR_GOOD = {
  problems: [expect.stringMatching(/had been changed when attestation 1 was written: .* seal says$/)],
  unattestedSales: 0,
};

describe('a seal of a form that this version does not know', () => {
  const newer = (): string => `f2 ${sale.version} made otherwise ${mark('newer', 2, sale.version)}`;

  it('is passed over and counted where the product says so, however the sale is changed, and when it is settled', async () => {
    await byHand({ seal: newer() });
    expect(await found()).toEqual(COUNTED);
    const changed = await changeSale(opened.store, await again(), { purchase: aReturn('ret_1') });
    expect(changed.seal).toBe(`f2 ${changed.version} unread ${mark('unread', 2, changed.version)}`);
    expect(await found()).toEqual(COUNTED);
    const told = await changeSale(opened.store, changed, { notices: { given: ['a'] } });
    expect(told.seal).toBe(`f2 ${told.version} unread ${mark('unread', 2, told.version)}`);
    await settle();
    expect(await found()).toEqual(COUNTED);
    await settle();
    expect(await found()).toEqual(COUNTED);
  });

  it.each([
    ['where its form alone is newer', () => `f2 ${sale.version} made otherwise`],
    ['in the spelling of former versions', () => `${sale.version} 2 made otherwise`],
    ['with the mark of another form', () => newer().replace('f2', 'f3')],
    ['with the mark of another version', () => `f2 ${sale.version} x ${mark('newer', 2, sale.version - 1)}`],
    ['with the mark of what was not read', () => `f2 ${sale.version} x ${mark('unread', 2, sale.version)}`],
    ['with its mark, said to be of a form that is known', () => newer().replace('f2', 'f1')],
    ['said not to be read, without a mark', () => `f2 ${sale.version} unread`],
    ['said not to be read, with its mark', () => newer().replace('made otherwise', 'unread')],
    ['said not to be read, in the spelling of former versions', () => `${sale.version} 1 unread`],
  ])('is broken %s, for good', async (_how, seal) => {
    await byHand({ totalCents: 7_000, seal: seal() });
    expect(await found()).toEqual(BROKEN);
    await changeSale(opened.store, await again(), { notices: { given: ['a'] } });
    expect(await found()).toEqual(BROKEN);
    await settle();
    expect(await found()).toEqual(BROKEN_FOR_GOOD);
  });

  it('is of no use to another sale', async () => {
    const seal = newer();
    const two = await aStoredSale(opened.store, ledger, 'two');
    await sales.updateOne({ _id: two.id }, { $set: { seal } });
    expect(two.version).toBe(sale.version);
    expect(await found()).toEqual(BROKEN);
  });

  it('is left alone by the migration', async () => {
    await byHand({ seal: newer() });
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    expect((await stored()).seal).toBe(newer());
  });
});

describe('a sale whose seal was not read by whoever wrote it last', () => {
  it('is counted also by a version that knows the form, until the migration seals it as it stands', async () => {
    await byHand({ seal: `f1 ${sale.version} unread ${mark('unread', 1, sale.version)}`, totalCents: 7_000 });
    expect(await found()).toEqual(COUNTED);
    const changed = await changeSale(opened.store, await again(), { notices: { given: ['a'] } });
    expect(changed.seal).toBe(`f1 ${changed.version} unread ${mark('unread', 1, changed.version)}`);
    expect(await found()).toEqual(COUNTED);
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    expect(await found()).toEqual({ problems: [], unattestedSales: 0 });
    await byHand({ totalCents: 1 });
    expect(await found()).toEqual(BROKEN);
  });
});

describe('a seal that a former version wrote', () => {
  it.each([
    ['without its form', undefined],
    ['with its form after the version', 1 as const],
  ])('proves as much %s, and is renewed by the next change', async (_how, form) => {
    await byHand({ seal: await formerSeal(form) });
    expect(await found()).toEqual({ problems: [], unattestedSales: 0 });
    await byHand({ totalCents: 1 });
    expect(await found()).toEqual(BROKEN);
    await byHand({ totalCents: 20_000 });
    const changed = await changeSale(opened.store, await again(), { purchase: aReturn('ret_1') });
    expect(changed.seal).toMatch(/^f1 \d+ [0-9a-f]{64}$/);
    expect(await found()).toEqual({ problems: [], unattestedSales: 0 });
  });

  it('has its place elsewhere: what it looks for, the version of the sale at the beginning, is in no seal of today', () => {
    expect(sale.seal).not.toMatch(/^\d/);
  });
});

describe('a seal that is none', () => {
  const UNSEALED = { problems: ['was written by somebody who seals nothing'], unattestedSales: 0 };

  it('leaves the sale to be changed and settled where it is null, as one without', async () => {
    await byHand({ seal: null, totalCents: 7_000 });
    expect(await found()).toEqual(UNSEALED);
    await changeSale(opened.store, await again(), { notices: { given: ['a'] } });
    await changeSale(opened.store, await again(), { purchase: aReturn('ret_1') });
    expect(await found()).toEqual(UNSEALED);
    await settle();
    expect(await found()).toEqual({
      problems: [expect.stringMatching(/had been written by somebody who seals nothing when attestation 1/)],
      unattestedSales: 0,
    });
  });

  it.each([
    ['a number', 7],
    ['a list', ['x']],
    ['a list of nothing', [null]],
    ['an object', { $ne: null }],
    ['a date', new Date(0)],
    ['false', false],
  ])('leaves the sale to be changed and settled where it is %s, and is broken', async (_what, seal) => {
    await sales.updateOne({ _id: sale.id }, [{ $set: { seal: { $literal: seal } } }]);
    expect(await found()).toEqual(BROKEN);
    const read = await again();
    await changeSale(opened.store, read, { notices: { given: ['a'] } });
    expect((await stored()).seal).toBe(`f1 ${read.version + 1} broken`);
    expect(await found()).toEqual(BROKEN);
    await sales.updateOne({ _id: sale.id }, [{ $set: { seal: { $literal: seal } } }]);
    await settle();
    expect(await found()).toEqual(BROKEN_FOR_GOOD);
  });
});
