import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { adjust } from '../../src/loyalty';
import type { Sale } from '../../src/loyalty';
import type { AttestationDoc, EntryDoc } from '../../src/store/ledger';
import type { SaleDoc } from '../../src/store/sale';
import { aCustomerOf, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { aReturn, aStoredSale, changeSale, keptBenefit } from './a-stored-sale';

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
    return { result: undefined, sale: { merchantId, id, version, patch: { benefit } } };
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

const attestations = ({ customerId }: OneLedger): Promise<AttestationDoc[]> =>
  opened.db.collection<AttestationDoc>('ledger_attestations').find({ customerId }).sort({ n: 1 }).toArray();

/** As a version writes that attests no sales. */
const asBefore = ({ id: _id }: Sale, set: Partial<SaleDoc>) =>
  sales.updateOne({ _id }, { $set: set, $inc: { version: 1 } });

const HOLDS = { problems: [], unattestedSales: 0 };

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
