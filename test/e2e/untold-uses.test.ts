import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { programSchema, reserve, rollback, saleRecord } from '../../src/loyalty';
import type { Book, Redemption, Sale } from '../../src/loyalty';
import { calculateSale } from '../../src/loyalty/entitlement';
import { redemptionCause } from '../../src/loyalty/ledger';
import { aCustomerOf, adjustBy, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { changeSale, keptBenefit } from './a-stored-sale';
import { aProgram, aReserveCommand } from './builders';

/*
 * A use is kept with the sale it paid, and whatever was to tell that sale of it is taken away by hand: the sale goes on earning on all of it.
 */

const ZONE = 'America/Sao_Paulo';
let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

/** A customer's sale, calculated before anybody has used anything on it. */
async function aSettledSale(ledger: OneLedger, name = 'paid'): Promise<Sale> {
  const { store } = opened;
  const { merchantId, customerId, tag } = ledger;
  const identity = { merchantId, channel: 'pos' as const, externalId: `${tag}-${name}` };
  const { id } = await store.sales.open(identity, null, ZONE, new Date(NOW));
  const completed = await changeSale(store, (await store.sales.get(merchantId, id))!, {
    source: { status: 'completed', completedAt: NOW, readAt: NOW },
    content: { soldAt: NOW, totalCents: 20_000 },
    owner: { customerId, identifiedBy: '77' },
  });
  return settle(ledger, completed, []);
}

/** Calculates the sale by these uses, and keeps what it comes to. */
async function settle(ledger: OneLedger, sale: Sale, uses: readonly Redemption[]): Promise<Sale> {
  const { store } = opened;
  const { merchantId, customerId } = ledger;
  const pinned = { customerId, firstPurchase: false, segments: [] };
  const { of } = calculateSale(saleRecord(sale), {
    ...{ program: programSchema.parse(aProgram()), redemptions: uses },
    ...{ facts: pinned, usage: { month: {}, budget: {} } },
  });
  const benefit = { ...keptBenefit(customerId, 0), pinned, evaluated: { of, grants: [] } };
  await store.wallets.change(merchantId, customerId, { saleId: sale.id }, NOW, () => ({
    result: undefined,
    sale: { sale, patch: { benefit } },
  }));
  return (await store.sales.get(merchantId, sale.id))!;
}

/** A use of R$ 3,00 at that time, kept with the sale; nobody is to tell the sale of it any more. */
async function usedOn(ledger: OneLedger, sale: Sale, name: string, at = NOW): Promise<Redemption> {
  const { store } = opened;
  const id = `red_${ledger.tag}-${name}`;
  await change(ledger, id, at, (book, now) => {
    reserve(book, aReserveCommand({ id, amount: 300, confirm: true, saleRef: sale.id }), now);
  });
  const use = (await store.redemptions.get(ledger.merchantId, id))!;
  await store.redemptions.keepSale(ledger.merchantId, use, sale.id, at);
  return untold(ledger, id);
}

async function untold({ merchantId }: OneLedger, id: string): Promise<Redemption> {
  await opened.db
    .collection<{ _id: string }>('redemptions')
    .updateOne({ _id: id }, { $unset: { unwoken: 1 } });
  return (await opened.store.redemptions.get(merchantId, id))!;
}

function change(
  { merchantId, customerId }: OneLedger,
  redemptionId: string,
  at: number,
  work: (book: Book, now: number) => void,
): Promise<void> {
  return opened.store.wallets.change(merchantId, customerId, { redemptionId }, at, (book, now) => ({
    result: work(book, now),
  }));
}

async function aCustomer(): Promise<OneLedger> {
  const ledger = await aCustomerOf(opened.store);
  await adjustBy(opened.store, ledger, 'credit', 1_000);
  return ledger;
}

const problemsOf = async ({ merchantId }: OneLedger): Promise<string[]> =>
  (await opened.store.ledger.verify(merchantId)).problems.map(
    ({ subject, problem }) => `${subject} ${problem}`,
  );

const notSince = (use: Redemption, sale: Sale, was: string): string =>
  `${use.id} was ${was}, and ${sale.id}, which it paid, was not calculated since`;

describe('a use whose sale was never told of it', () => {
  it('is found by the proof until the sale is calculated by it', async () => {
    const ledger = await aCustomer();
    const sale = await aSettledSale(ledger);
    const use = await usedOn(ledger, sale, 'one');
    expect(await problemsOf(ledger)).toEqual([notSince(use, sale, 'confirmed')]);
    await settle(ledger, sale, [use]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  it('is found where the sale was told of another use, and only that one', async () => {
    const ledger = await aCustomer();
    const sale = await aSettledSale(ledger);
    const told = await usedOn(ledger, sale, 'one');
    const since = await settle(ledger, sale, [told]);
    const use = await usedOn(ledger, sale, 'two', NOW + 1);
    expect(await problemsOf(ledger)).toEqual([notSince(use, since, 'confirmed')]);
  });

  it('is found where it was undone, as the sale earns on the rest alone', async () => {
    const ledger = await aCustomer();
    const sale = await aSettledSale(ledger);
    const use = await usedOn(ledger, sale, 'one');
    const paid = await settle(ledger, sale, [use]);
    await change(ledger, use.id, NOW + 1, (book, now) => {
      const own = book.wallet.redemptions.find(({ id }) => id === use.id)!;
      rollback(book, own, redemptionCause(own, {}), now);
    });
    await untold(ledger, use.id);
    expect(await problemsOf(ledger)).toEqual([notSince(use, paid, 'rolled back')]);
  });

  it('is found where the sale that it names counts by another', async () => {
    const ledger = await aCustomer();
    const counting = await aSettledSale(ledger);
    const named = await aSettledSale(ledger, 'named');
    const { id: saleId, source } = named;
    const { channel, externalId, number, refs } = source;
    const telling = { saleId, channel, externalId, number, refs, cancelled: false, at: NOW };
    await changeSale(opened.store, named, { purchase: { duplicateOf: counting.id } });
    await changeSale(opened.store, counting, { purchase: { tellings: [telling] } });
    const use = await usedOn(ledger, named, 'one');
    expect(await problemsOf(ledger)).toEqual([notSince(use, counting, 'confirmed')]);
  });

  it('has a day until it is one: its run is about to', async () => {
    const ledger = await aCustomer();
    await usedOn(ledger, await aSettledSale(ledger), 'one', Date.now());
    expect(await problemsOf(ledger)).toEqual([]);
  });

  it('is left to the run that settles the sale where something else of it has changed too', async () => {
    const ledger = await aCustomer();
    const sale = await aSettledSale(ledger);
    await usedOn(ledger, sale, 'one');
    await changeSale(opened.store, sale, { content: { totalCents: 30_000 } });
    expect(await problemsOf(ledger)).toEqual([]);
  });
});
