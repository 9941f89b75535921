import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import type { Sale } from '../../src/loyalty';
import type { SaleDoc } from '../../src/store/sale';
import { ConcurrentChangeError } from '../../src/store';
import { aCustomerOf, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { aReturn, aStoredSale, changeSale, settleSale } from './a-stored-sale';

let opened: OpenDatabase;
let sales: mongo.Collection<SaleDoc>;
let ledger: OneLedger;
let sale: Sale;

async function open(finish: boolean): Promise<void> {
  opened = await openDatabase({ finish });
  sales = opened.db.collection('sales');
  ledger = await aCustomerOf(opened.store);
  sale = await aStoredSale(opened.store, ledger, 'one');
}
afterEach(() => opened.close());

async function problems(): Promise<string[]> {
  const found = await opened.store.ledger.verify(ledger.merchantId);
  return found.problems.map(({ subject, problem }) => `${subject}: ${problem}`);
}

const byHand = (set: object, unset: Record<string, 1> = {}) =>
  sales.updateOne({ _id: sale.id }, { $set: set, $unset: unset });
const again = async (): Promise<Sale> => (await opened.store.sales.get(ledger.merchantId, sale.id))!;
const stored = () => sales.findOne({ _id: sale.id });

/** Longer ago than clocks differ. */
const longAgo = () =>
  opened.db
    .collection('migrations')
    .updateMany({}, { $set: { finishedAt: new Date(0) }, $unset: { mark: 1 } });

/** As a version writes that attests, and seals nothing. */
const asBefore = (set: Partial<SaleDoc>) =>
  sales.updateOne({ _id: sale.id }, { $set: set, $inc: { version: 1, attestingVersion: 1 } });

const settle = (read: Sale): Promise<void> => settleSale(opened.store, ledger, read);

/** Form, version, digest. */
const SEAL = /^f1 \d+ [0-9a-f]{64}$/;

const notAsWritten = (): string[] => [`${sale.id}: is not as it was written`];
const broken = () => [
  expect.stringMatching(/had been changed when attestation 1 was written: .* seal says$/),
];

describe('a sale that is in nobody’s ledger yet', () => {
  beforeEach(() => open(true));

  it('holds as the product opens and changes it, gives it away, and settles it', async () => {
    expect(await problems()).toEqual([]);
    const returned = await changeSale(opened.store, sale, { purchase: aReturn('ret_1') });
    const told = await changeSale(opened.store, returned, { notices: { given: ['a'] } });
    expect(await problems()).toEqual([]);
    const other = await aCustomerOf(opened.store, ledger.merchantId);
    const given = await changeSale(opened.store, told, { owner: { customerId: other.customerId } });
    const back = await changeSale(opened.store, given, { owner: { customerId: ledger.customerId } });
    expect(await problems()).toEqual([]);
    await settle(back);
    expect(await stored()).toMatchObject({ attested: { n: 1 } });
    expect(await stored()).not.toHaveProperty('seal');
    expect(await problems()).toEqual([]);
  });

  it('holds where its customer is merged into another, and taken apart again', async () => {
    const into = await aCustomerOf(opened.store, ledger.merchantId);
    const { merchantId, customerId, tag } = ledger;
    const why = { automatic: false, operator: null, reason: null, force: true };
    const order = { id: `mrg_${tag}`, merchantId, from: customerId, into: into.customerId, ...why };
    await opened.store.merges.merge(order, NOW);
    expect(await stored()).toMatchObject({ customerId: into.customerId });
    expect(await problems()).toEqual([]);
    await byHand({ totalCents: 1 });
    await opened.store.merges.undo(merchantId, order.id, { operator: null, reason: null, call: 'undo' }, NOW);
    expect(await stored()).toMatchObject({ customerId });
    expect(await problems()).toEqual(notAsWritten());
  });

  it.each([
    ['its content', { totalCents: 1 }],
    ['whose it is', { customerId: 'cus_none' }],
    ['how often it was written', { version: 1 }],
    ['its goods, by a value of another kind', { 'items.0.sku': { nested: new Date(0) } }],
  ])('is found when %s was changed by hand', async (_what, set) => {
    await byHand(set);
    expect((await problems()).length).toBeGreaterThan(0);
  });

  it('stays found where the product has since written what was changed, or other things', async () => {
    await byHand({ totalCents: 1 });
    const changed = await changeSale(opened.store, await again(), { notices: { given: ['a'] } });
    expect(await problems()).toEqual(notAsWritten());
    await changeSale(opened.store, changed, { content: { totalCents: 20_000 } });
    expect(await problems()).toEqual(notAsWritten());
  });

  it('is found when it was changed between being read and being written', async () => {
    const read = await again();
    await byHand({ totalCents: 1 });
    await changeSale(opened.store, read, { notices: { given: ['a'] } });
    expect(await problems()).toEqual(notAsWritten());
  });

  it('is found for good when it was settled before anybody looked', async () => {
    await longAgo();
    await byHand({ totalCents: 1 });
    await settle(await again());
    expect(await problems()).toEqual(broken());
    await settle(await again());
    expect(await problems()).toEqual(broken());
  });

  it('is found for good when it was settled by what somebody had written and has taken back since', async () => {
    const known = (await stored())!;
    await byHand({ totalCents: 1 });
    const read = await again();
    await sales.replaceOne({ _id: known._id }, known);
    await settle(read);
    expect(await problems()).toEqual(broken());
  });

  it('stays found where that was taken back before something else was written', async () => {
    const known = (await stored())!;
    await byHand({ totalCents: 1 });
    const read = await again();
    await sales.replaceOne({ _id: known._id }, known);
    await changeSale(opened.store, read, { notices: { given: ['a'] } });
    expect(await problems()).toEqual(notAsWritten());
  });

  it('is written only over the seal that was read', async () => {
    const read = await again();
    const seal = `f1 ${read.version} ${'0'.repeat(64)}`;
    await byHand({ seal });
    const patch = { notices: { given: ['a'] } };
    await expect(opened.store.sales.change({ sale: read, patch })).rejects.toBeInstanceOf(
      ConcurrentChangeError,
    );
    await expect(settle(read)).rejects.toBeInstanceOf(ConcurrentChangeError);
    await changeSale(opened.store, await again(), patch);
    expect(await problems()).toEqual(notAsWritten());
  });

  it('is found when it was put in, or its seal taken away, also once it was settled', async () => {
    await longAgo();
    await byHand({ totalCents: 1 }, { seal: 1 });
    expect(await problems()).toEqual([`${sale.id}: nothing says that it was ever written`]);
    await settle(await again());
    expect(await problems()).toEqual([
      expect.stringMatching(/had been written by somebody who seals nothing when attestation 1 was written$/),
    ]);
  });

  it('is not proved by the seal of another', async () => {
    const other = await aStoredSale(opened.store, ledger, 'two');
    const { seal } = (await sales.findOne({ _id: other.id }))!;
    await byHand({ seal });
    expect(await problems()).toEqual(notAsWritten());
  });
});

describe('beside a version that seals no sales', () => {
  beforeEach(() => open(false));

  it('one that it has opened or changed is not judged, whatever is done with it, until the migration has sealed it', async () => {
    await asBefore({ totalCents: 7_000 });
    expect(await problems()).toEqual([]);
    const changed = await changeSale(opened.store, await again(), { purchase: aReturn('ret_1') });
    expect(await problems()).toEqual([]);
    await byHand({}, { seal: 1 });
    expect(await problems()).toEqual([]);
    await opened.migrate();
    expect(await stored()).toMatchObject({ seal: expect.stringMatching(SEAL) });
    expect(await problems()).toEqual([]);
    await settle((await again()) ?? changed);
    expect(await problems()).toEqual([]);
  });

  it('one that it settles, and leaves its seal to, is proved as any other', async () => {
    await settle(sale);
    await byHand({ seal: sale.seal });
    expect(await problems()).toEqual([]);
    await changeSale(opened.store, await again(), { notices: { given: ['a'] } });
    await changeSale(opened.store, await again(), { purchase: aReturn('ret_1') });
    expect(await problems()).toEqual([]);
    expect(await stored()).not.toHaveProperty('seal');
  });

  it('what is changed by hand of one that is sealed is found all the same, and no migration makes it right', async () => {
    await byHand({ totalCents: 1 });
    expect(await problems()).toEqual(notAsWritten());
    await opened.migrate();
    expect(await problems()).toEqual(notAsWritten());
    await settle(await again());
    expect(await problems()).toEqual(broken());
  });

  it('one that the migration has sealed since it was read is read again before it is changed', async () => {
    await byHand({}, { seal: 1 });
    const read = await again();
    await opened.migrate();
    const change = { sale: read, patch: { notices: { given: ['a'] } } };
    await expect(opened.store.sales.change(change)).rejects.toBeInstanceOf(ConcurrentChangeError);
    await opened.store.sales.change({ ...change, sale: await again() });
    expect(await problems()).toEqual([]);
  });

  it('what was changed by hand of one that is sealed stays said where the migration attests it', async () => {
    await byHand({ totalCents: 1, programVersion: 3 });
    await opened.migrate();
    expect(await stored()).toMatchObject({ attested: { n: 1 } });
    expect(await problems()).toEqual(broken());
  });

  it('one that it has settled is attested by the migration, and nothing is said of its seal', async () => {
    await asBefore({ programVersion: 3 });
    await opened.migrate();
    expect(await stored()).toMatchObject({ attested: { n: 1 } });
    expect(await problems()).toEqual([]);
  });

  it('one that says that nothing attests it, instead of saying nothing, is sealed as any other', async () => {
    await byHand({ attested: null }, { seal: 1 });
    await opened.migrate();
    expect(await stored()).toMatchObject({ seal: expect.stringMatching(SEAL) });
    await changeSale(opened.store, await again(), { purchase: aReturn('ret_1') });
    expect(await problems()).toEqual([]);
    await byHand({ totalCents: 1 });
    expect(await problems()).toEqual(notAsWritten());
  });

  it('the migration seals nothing that is attested or sealed, and has nothing to do the second time', async () => {
    const two = await aStoredSale(opened.store, ledger, 'two');
    await sales.updateOne({ _id: two.id }, { $unset: { seal: 1 } });
    await settle(sale);
    await opened.migrate();
    const after = await sales.find().sort({ _id: 1 }).toArray();
    expect(after.map(({ seal, attested }) => [seal !== undefined, attested !== undefined])).toEqual(
      after.map(({ _id }) => [_id === two.id, _id === sale.id]),
    );
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    expect(await sales.find().sort({ _id: 1 }).toArray()).toEqual(after);
  });
});
