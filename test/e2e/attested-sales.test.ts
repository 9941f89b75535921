import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { adjust } from '../../src/loyalty';
import type { Sale } from '../../src/loyalty';
import type { AttestationDoc, EntryDoc } from '../../src/store/ledger';
import type { SaleDoc } from '../../src/store/sale';
import { aCustomerOf, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { aReturn, aStoredSale, changeSale, keptBenefit } from './a-stored-sale';

const { Binary } = mongo;

let opened: OpenDatabase;
let sales: mongo.Collection<SaleDoc>;

async function open(finish: boolean): Promise<void> {
  opened = await openDatabase({ finish });
  sales = opened.db.collection('sales');
}
afterEach(() => opened.close());

/** Brings the sale up to date in the customer's wallet. @param cents value that moves with it; 0: none does */
async function settle(ledger: OneLedger, sale: Sale, cents: number): Promise<void> {
  const { merchantId, customerId, tag } = ledger;
  const { id, version } = sale;
  await opened.store.wallets.change(merchantId, customerId, { saleId: id }, NOW, (book, now) => {
    const by = { operator: 'op', reason: 'cortesia', zone: 'America/Sao_Paulo' };
    const what = { id: `${tag}-${version}`, type: 'cashback' as const, amount: cents };
    if (cents > 0) adjust(book, { ...what, ...by, programVersion: null, expiresAt: null }, now);
    const benefit = keptBenefit(customerId, cents);
    return { result: undefined, sale: { sale, patch: { benefit } } };
  });
}

async function aSettledSale(cents = 100): Promise<{ ledger: OneLedger; sale: Sale }> {
  const ledger = await aCustomerOf(opened.store);
  const sale = await aStoredSale(opened.store, ledger, 'one');
  await settle(ledger, sale, cents);
  return { ledger, sale: (await opened.store.sales.get(ledger.merchantId, sale.id))! };
}

async function proof({ merchantId }: OneLedger): Promise<{ problems: string[]; unattestedSales: number }> {
  const { problems, unattestedSales } = await opened.store.ledger.verify(merchantId);
  return { problems: problems.map(({ problem }) => problem), unattestedSales };
}

/** What is found where nothing is read but this customer, and what that leads to. */
async function problemsOf({ merchantId, customerId }: OneLedger): Promise<string[]> {
  const part = { after: customerId.slice(0, -1), upTo: customerId };
  const { problems } = await opened.store.ledger.verify(merchantId, part);
  return problems.map(({ problem }) => problem);
}

const attestations = ({ customerId }: OneLedger): Promise<AttestationDoc[]> =>
  opened.db.collection<AttestationDoc>('ledger_attestations').find({ customerId }).sort({ n: 1 }).toArray();

/** As a version writes that attests no sales. */
const asBefore = ({ id: _id }: Sale, set: Partial<SaleDoc>) =>
  sales.updateOne({ _id }, { $set: set, $inc: { version: 1 } });

const HOLDS = { problems: [], unattestedSales: 0 };

/** Of a sale whose mark of having been attested was taken away is said as well that it has no seal. */
const besidesSeal = (problems: readonly string[]): string[] =>
  problems.filter((problem) => !problem.includes('written by somebody who seals nothing'));

describe('where a sale is attested', () => {
  beforeEach(() => open(true));

  it('is the last entry of the change that moves value, and nothing more is written', async () => {
    const { ledger, sale } = await aSettledSale();
    const [entry] = await opened.db
      .collection<EntryDoc>('ledger_entries')
      .find({ customerId: ledger.customerId })
      .toArray();
    expect(entry!.cause.sale).toMatch(new RegExp(`^1 [0-9a-f]{64} ${sale.id}$`));
    expect(await attestations(ledger)).toEqual([]);
    expect(await proof(ledger)).toEqual(HOLDS);
  });

  it('is the chain of attestations where no value moves', async () => {
    const { ledger, sale } = await aSettledSale(0);
    expect(await attestations(ledger)).toMatchObject([{ n: 1, records: [], sales: [{ id: sale.id, n: 1 }] }]);
    await changeSale(opened.store, sale, { purchase: aReturn('ret_1') });
    expect(await attestations(ledger)).toMatchObject([{ n: 1 }, { n: 2, sales: [{ id: sale.id, n: 2 }] }]);
    expect(await proof(ledger)).toEqual(HOLDS);
  });

  it('is nowhere before it was brought up to date, and not again where only marks of work change', async () => {
    const ledger = await aCustomerOf(opened.store);
    const sale = await aStoredSale(opened.store, ledger, 'one');
    await changeSale(opened.store, sale, { purchase: aReturn('ret_1') });
    expect(await attestations(ledger)).toEqual([]);
    await settle(ledger, (await opened.store.sales.get(ledger.merchantId, sale.id))!, 0);
    const settled = (await opened.store.sales.get(ledger.merchantId, sale.id))!;
    await changeSale(opened.store, settled, { notices: { given: ['a', 'b'] }, benefit: { nextAt: null } });
    expect(await attestations(ledger)).toHaveLength(1);
    expect(await proof(ledger)).toEqual(HOLDS);
  });

  it('stays the chain it was in when the sale is given to somebody else or to nobody', async () => {
    const { ledger, sale } = await aSettledSale();
    const other = await aCustomerOf(opened.store, ledger.merchantId);
    const given = await changeSale(opened.store, sale, { owner: { customerId: other.customerId } });
    await settle(other, given, 0);
    const owned = (await opened.store.sales.get(ledger.merchantId, sale.id))!;
    await changeSale(opened.store, owned, { owner: { customerId: null } });
    expect((await attestations(ledger)).length).toBe(1);
    expect((await attestations(other)).map(({ sales: some }) => some![0]!.n)).toEqual([3, 4]);
    expect(await proof(ledger)).toEqual(HOLDS);
  });
});

describe('what is changed by hand so that it fits', () => {
  beforeEach(() => open(true));

  it.each([
    ['is said to be newer', { 'attested.n': 2 }, /was number 1/],
    [
      'is said to be attested by nobody there is',
      { 'attested.in': 'cus_none', 'attested.n': 2 },
      /nothing of/,
    ],
    ['is said to be attested by nobody', { attested: null }, /says that nobody attested it/],
    ['is said to be written by an earlier version', { totalCents: 1, version: 99 }, /attests nothing/],
    ['is the customer', { customerId: 'cus_none' }, /is not as/],
  ])('%s', async (_what, set, problem) => {
    const { ledger, sale } = await aSettledSale();
    await sales.updateOne({ _id: sale.id }, { $set: set as object });
    expect((await proof(ledger)).problems).toEqual([expect.stringMatching(problem)]);
  });

  it('is found in a sale that went to another customer, whose chain attests it now', async () => {
    const { ledger, sale } = await aSettledSale();
    const other = await aCustomerOf(opened.store, ledger.merchantId);
    const given = await changeSale(opened.store, sale, { owner: { customerId: other.customerId } });
    await settle(other, given, 50);
    expect(await proof(ledger)).toEqual(HOLDS);
    await sales.updateOne({ _id: sale.id }, { $set: { totalCents: 1 } });
    expect((await proof(ledger)).problems).toHaveLength(1);
    await sales.updateOne({ _id: sale.id }, { $set: { totalCents: 20_000, 'attested.n': 9 } });
    expect((await proof(ledger)).problems).toHaveLength(2);
  });
});

describe('what is changed by hand, and then written by the product before anybody looks', () => {
  beforeEach(async () => {
    await open(true);
    // Longer ago than clocks differ.
    await opened.db
      .collection('migrations')
      .updateMany({}, { $set: { finishedAt: new Date(0) }, $unset: { mark: 1 } });
  });

  const marked = { purchase: aReturn('ret_1') };

  it.each([
    ['its content', { $set: { totalCents: 1 } }, /had been changed when attestation 1 was written/],
    ['what it is written over with', { $set: { returnedCents: 7 } }, /had been changed when/],
    ['that it was ever attested', { $unset: { attested: 1 } }, /says that nobody attested it/],
    ['how often it was attested', { $set: { 'attested.n': 7 } }, /had been changed when/],
    [
      'which version wrote it',
      { $set: { totalCents: 1, attestingVersion: 0 } },
      /attests nothing when attest/,
    ],
  ])('%s: a change of the sale by itself', async (_what, by, problem) => {
    const { ledger, sale } = await aSettledSale();
    await sales.updateOne({ _id: sale.id }, by as object);
    await changeSale(opened.store, sale, marked);
    expect((await proof(ledger)).problems).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    ['its content', { $set: { totalCents: 1 } }, /had been changed when/],
    ['that it was ever attested', { $unset: { attested: 1 } }, /is number 1 by/],
    ['how often it was attested', { $set: { 'attested.n': 7 } }, /had been changed when/],
    ['in whose chain it is attested', { $set: { 'attested.in': 'cus_none' } }, /when .* as cus_none left it/],
    ['which version wrote it', { $set: { totalCents: 1, attestingVersion: 0 } }, /attests nothing when/],
  ])('%s: a change of value', async (_what, by, problem) => {
    for (const cents of [0, 50]) {
      const { ledger, sale } = await aSettledSale();
      await sales.updateOne({ _id: sale.id }, by as object);
      await settle(ledger, sale, cents);
      const { problems } = await proof(ledger);
      expect(besidesSeal(problems)).toEqual([expect.stringMatching(problem)]);
      expect(problems).toHaveLength('$unset' in by ? 2 : 1);
    }
  });

  it('another customer’s settling of it', async () => {
    for (const tampered of [false, true]) {
      const { ledger, sale } = await aSettledSale();
      const other = await aCustomerOf(opened.store, ledger.merchantId);
      const given = await changeSale(opened.store, sale, { owner: { customerId: other.customerId } });
      if (tampered) await sales.updateOne({ _id: sale.id }, { $set: { totalCents: 1 } });
      await settle(other, given, 50);
      const known = (await opened.store.sales.get(ledger.merchantId, sale.id))!;
      const back = await changeSale(opened.store, known, { owner: { customerId: ledger.customerId } });
      await settle(ledger, back, 0);
      const expected = tampered ? [expect.stringMatching(/when .* was written: .* left it/)] : [];
      expect((await proof(ledger)).problems).toEqual(expected);
    }
  });

  it('that it was ever attested: settlings of another customer to whom it was given by hand', async () => {
    const { ledger, sale } = await aSettledSale();
    const other = await aCustomerOf(opened.store, ledger.merchantId);
    const given = { customerId: other.customerId, 'pinned.customerId': other.customerId, totalCents: 1 };
    await sales.updateOne({ _id: sale.id }, { $unset: { attested: 1 }, $set: given as object });
    await settle(other, sale, 50);
    await settle(other, (await opened.store.sales.get(ledger.merchantId, sale.id))!, 50);
    const twice = expect.stringMatching(/is number 1 in the chain of cus_.*, and once more in that of cus_/);
    expect(besidesSeal((await proof(ledger)).problems)).toEqual([twice]);
    const settled = (await opened.store.sales.get(ledger.merchantId, sale.id))!;
    const third = await aCustomerOf(opened.store, ledger.merchantId);
    await changeSale(opened.store, settled, { owner: { customerId: third.customerId } });
    await settle(third, (await opened.store.sales.get(ledger.merchantId, sale.id))!, 0);
    expect((await proof(ledger)).problems).toContainEqual(twice);
    // Whatever is read together with it.
    expect(besidesSeal(await problemsOf(ledger))).toEqual([twice]);
  });

  it('that it was ever attested: settlings of another customer, from whom it then comes back', async () => {
    const { ledger, sale } = await aSettledSale();
    const { merchantId, customerId } = ledger;
    const other = await aCustomerOf(opened.store, merchantId);
    const given = { customerId: other.customerId, 'pinned.customerId': other.customerId };
    await sales.updateOne({ _id: sale.id }, { $unset: { attested: 1 }, $set: given as object });
    await settle(other, sale, 50);
    const known = (await opened.store.sales.get(merchantId, sale.id))!;
    await settle(ledger, await changeSale(opened.store, known, { owner: { customerId } }), 0);
    const twice = [expect.stringMatching(/is number 1 in the chain of cus_.*, and once more/)];
    expect(besidesSeal((await proof(ledger)).problems)).toEqual(twice);
    expect(besidesSeal([...(await problemsOf(ledger)), ...(await problemsOf(other))])).toEqual(twice);
  });

  it('a merge of its customer into another, and the undoing of that', async () => {
    for (const tampered of [false, true]) {
      const { ledger, sale } = await aSettledSale();
      const into = await aCustomerOf(opened.store, ledger.merchantId);
      if (tampered) await sales.updateOne({ _id: sale.id }, { $set: { totalCents: 1 } });
      const { merchantId, customerId, tag } = ledger;
      const why = { automatic: false, operator: null, reason: null, force: true };
      const order = { id: `mrg_${tag}`, merchantId, from: customerId, into: into.customerId, ...why };
      await opened.store.merges.merge(order, NOW);
      const by = { operator: null, reason: null, call: 'undo' };
      await opened.store.merges.undo(merchantId, order.id, by, NOW);
      expect((await attestations(into)).flatMap(({ sales: some = [] }) => some)).toHaveLength(1);
      const expected = tampered ? [expect.stringMatching(/had been changed when/)] : [];
      expect((await proof(ledger)).problems).toEqual(expected);
      expect((await sales.findOne({ _id: sale.id }))!.attested).toEqual({ n: 3, in: into.customerId });
    }
  });
});

describe('what is put in by hand', () => {
  beforeEach(() => open(true));

  it('a sale that says it was settled is found, whatever it says of its digest', async () => {
    const { ledger, sale } = await aSettledSale();
    const known = (await sales.findOne({ _id: sale.id }))!;
    const other = await aCustomerOf(opened.store, ledger.merchantId);
    const { attested: _none, ...bare } = known;
    for (const [forged, ...found] of [
      [bare, /nothing says that it was ever written/, /nothing says that it was ever settled/],
      [{ ...known }, /attested it, and nothing there says so/],
      [{ ...known, attested: { n: 1, in: other.customerId } }, /attested it, and nothing there says so/],
    ] as const) {
      await sales.insertOne({ ...forged, _id: 'sal_forged' });
      const expected = found.map((problem): unknown => expect.stringMatching(problem));
      expect((await proof(ledger)).problems).toEqual(expected);
      await sales.deleteOne({ _id: 'sal_forged' });
    }
    expect(await proof(ledger)).toEqual(HOLDS);
  });

  it('a field that another version writes there is no problem', async () => {
    const { ledger, sale } = await aSettledSale();
    const newer = { fromTheFuture: { at: new Date(NOW), of: [Binary.createFromBase64('AAAA')] } };
    await sales.updateOne({ _id: sale.id }, { $set: newer as object });
    expect(await proof(ledger)).toEqual(HOLDS);
  });

  it('a value of another kind that has the same digest is found', async () => {
    const { ledger, sale } = await aSettledSale();
    const returned = await changeSale(opened.store, sale, { purchase: aReturn('ret_1') });
    const known = (await sales.findOne({ _id: returned.id }))!;
    const [goods] = known.returns;
    for (const [place, value] of [
      ['soldAt', known.soldAt!.toISOString()],
      ['returns.0.at', goods!.at.toISOString()],
      ['zone', { toJSON: known.zone }],
      ['items.0.sku', { nested: new Date(0) }],
      ['number', Binary.createFromBase64('AAAA')],
    ] as const) {
      await sales.updateOne({ _id: sale.id }, { $set: { [place]: value } as object });
      const found = (await proof(ledger)).problems;
      expect(found.some((problem) => /what is never written there|is not as/.test(problem))).toBe(true);
      await sales.replaceOne({ _id: sale.id }, known);
    }
    await sales.updateOne({ _id: sale.id }, { $set: { soldAt: known.soldAt!.toISOString() as never } });
    expect((await proof(ledger)).problems).toEqual(['holds at soldAt what is never written there']);
  });
});

describe('beside a version that attests no sales', () => {
  beforeEach(() => open(false));

  it('a sale that it has changed is counted and not compared, until this one writes it again', async () => {
    const { ledger, sale } = await aSettledSale();
    await asBefore(sale, { totalCents: 30_000 });
    expect(await proof(ledger)).toEqual({ problems: [], unattestedSales: 1 });
    const read = (await opened.store.sales.get(ledger.merchantId, sale.id))!;
    const marked = await changeSale(opened.store, read, { notices: { given: ['a'] } });
    expect(await proof(ledger)).toEqual({ problems: [], unattestedSales: 1 });
    await changeSale(opened.store, marked, { purchase: aReturn('ret_1') });
    expect(await proof(ledger)).toEqual(HOLDS);
    await sales.updateOne({ _id: sale.id }, { $set: { totalCents: 1 } });
    expect((await proof(ledger)).problems).toEqual([
      expect.stringMatching(/is not as attestation 1 left it/),
    ]);
  });

  it('the migration attests what it wrote, once; at the end nothing is excused any more', async () => {
    const { ledger, sale } = await aSettledSale();
    const lost = await changeSale(opened.store, sale, { owner: { customerId: null } });
    await asBefore(lost, { status: 'unidentified' });
    const unsettled = await aStoredSale(opened.store, ledger, 'two');
    const settled = await aStoredSale(opened.store, ledger, 'three');
    await asBefore(settled, { programVersion: 1 });
    await sales.updateOne({ _id: settled.id }, { $unset: { attestingVersion: 1 } });
    await opened.migrate();
    expect(await proof(ledger)).toEqual(HOLDS);
    const marks = async (id: string) => (await sales.findOne({ _id: id }))!.attested;
    expect(await marks(sale.id)).toEqual({ n: 3, in: ledger.customerId });
    expect(await marks(settled.id)).toEqual({ n: 1, in: ledger.customerId });
    expect(await marks(unsettled.id)).toBeUndefined();
    const attested = await attestations(ledger);
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    expect(await attestations(ledger)).toEqual(attested);
    await asBefore(sale, { totalCents: 1 });
    expect((await proof(ledger)).problems).toEqual(['was written by somebody who attests nothing']);
  });

  it('a sale to which it gave another name is found by that at the end', async () => {
    const { ledger, sale } = await aSettledSale();
    await asBefore(sale, { refs: [sale.id, '#00777'] });
    await opened.migrate();
    expect((await sales.findOne({ _id: sale.id }))!.refKeys).toEqual([sale.id, '777']);
    expect(await proof(ledger)).toEqual(HOLDS);
  });
});
