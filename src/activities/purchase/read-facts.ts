import {
  consumerInvoiceOf,
  findCandidates,
  fingerprints,
  neighbouringFingerprints,
  saleMark,
  salesToRead,
} from '../../loyalty';
import type { ComparingFacts, CountingFacts, KnownSales, Leaving, NamingOrder, Sale } from '../../loyalty';
import type { Store } from '../../store';
import { readReview, readSales } from './read-sales';

/** What is known of the purchase that the sale tells of already. */
export async function readCounting(store: Store, sale: Sale): Promise<CountingFacts> {
  const naming = await readNaming(store, sale);
  const known = await readSales(store, sale, [
    ...salesToRead(sale),
    ...(naming ? purchasesOf(sale, naming) : []),
  ]);
  const { duplicateOf } = sale.purchase;
  if (duplicateOf === null) return { sale, known, review: null, naming };
  const tellings = known.get(duplicateOf)?.purchase.tellings ?? [];
  const others = tellings.map(({ saleId }) => saleId).filter((id) => !known.has(id));
  const otherSales = await readSales(store, sale, others);
  return {
    sale,
    known: new Map([...otherSales, ...known]),
    review: await readReview(store, sale, duplicateOf),
    naming,
  };
}

/** The order that names the NFC-e which the sale is. */
async function readNaming(store: Store, sale: Sale): Promise<NamingOrder | null> {
  const { merchantId, source } = sale;
  const invoiceId = consumerInvoiceOf(source);
  if (invoiceId === null || source.status !== 'completed') return null;
  const { connectionId } = source;
  const order = await store.sales.namingInvoice({ merchantId, connectionId, invoiceId });
  if (!order) return null;
  const { duplicateOf } = sale.purchase;
  const isOther = duplicateOf !== null && duplicateOf !== order.id;
  const [review, rootReview] = await Promise.all([
    readReview(store, sale, order.id),
    isOther ? readReview(store, order, duplicateOf) : null,
  ]);
  return { order, review, rootReview };
}

/** Who tells of the purchase of either. */
function purchasesOf(sale: Sale, { order }: NamingOrder): string[] {
  const tellings = [...sale.purchase.tellings, ...order.purchase.tellings];
  return [order.id, ...tellings.map(({ saleId }) => saleId)];
}

/**
 * Enters the sale under its fingerprints, and reads who stands there. Other sales are read after that, also those that were
 * read before: of two sales that are completed at the same moment at least one must find the other completed.
 * @param known what was read before the sale had to be compared
 */
export async function readComparing(
  store: Store,
  sale: Sale,
  known: KnownSales,
  leaves: Leaving | null,
): Promise<ComparingFacts> {
  const mark = saleMark(sale);
  const keys = { own: fingerprints(mark), nearby: neighbouringFingerprints(mark) };
  const arrivals = await store.sameSales.enter(sale.merchantId, sale.id, keys);
  const near = await readSales(store, sale, [...arrivals.values()].flat());
  const candidates = await Promise.all(
    findCandidates(sale, near, arrivals).map(async (candidate) => ({
      ...candidate,
      review: await readReview(store, sale, candidate.root.id),
    })),
  );
  const { waitsFor, others } = await readAwaited(store, sale);
  return { sale, known: new Map([...known, ...near, ...others]), leaves, candidates, waitsFor };
}

/** The review that the sale waits for, the other sale of that pair, and what that counts by. */
async function readAwaited(
  store: Store,
  sale: Sale,
): Promise<{ waitsFor: ComparingFacts['waitsFor']; others: KnownSales }> {
  const { reviewId } = sale.purchase;
  const review = reviewId === null ? null : await store.reviews.get(sale.merchantId, reviewId);
  if (!review) return { waitsFor: null, others: new Map() };
  const ids = review.subjects.filter((id) => id !== sale.id);
  const others = await readSales(store, sale, ids);
  return { waitsFor: { review, other: others.get(ids[0] ?? '') ?? null }, others };
}
