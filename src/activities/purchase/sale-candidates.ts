import { compareSales, fingerprintsOf, localDate, neighbouringFingerprints } from '../../loyalty';
import type { Sale, SaleComparison, SaleMark } from '../../loyalty';
import type { Review, ReviewPair } from '../../store';
import type { ActivityDeps } from '../runtime';

/** A purchase that another source tells, and how what is known of it compares with the sale that is settled. */
export interface Candidate extends SaleComparison {
  /** The account that counts. */
  root: Sale;
  /** It was there before. */
  earlier: boolean;
  /** What a person was asked, or has decided, about the pair. */
  review: Review | null;
}

const RANK: Record<SaleComparison['verdict'], number> = { same: 2, doubtful: 1, distinct: 0 };
/** Longer chains of accounts come about only while several of them are settled at the same instant. */
const LONGEST_CHAIN = 5;

/** Other sources' completed sales under the same fingerprints: one for each purchase, by the account that fits best. */
export async function candidatesOf(deps: ActivityDeps, sale: Sale): Promise<Candidate[]> {
  const mark = markOf(sale);
  const keys = { own: fingerprintsOf(mark), nearby: neighbouringFingerprints(mark) };
  const lists = await deps.store.sameSales.enter(sale.merchantId, sale.id, keys);
  const byRoot = new Map<string, Candidate>();
  for (const id of new Set([...lists.values()].flat())) {
    const other = id === sale.id ? null : await deps.store.sales.get(sale.merchantId, id);
    const root = other?.source.status === 'completed' ? await rootOf(deps, other) : null;
    if (!other || !root || root.id === sale.id) continue;
    const known = byRoot.get(root.id);
    const review = known ? known.review : await deps.store.reviews.of(pairOf(sale, root));
    const found = compareSales(mark, markOf(other));
    const best = known && RANK[known.verdict] >= RANK[found.verdict] ? known : found;
    const earlier = (known?.earlier ?? false) || other.id !== root.id || cameBefore(lists, other, sale);
    const { verdict, reasons } = best;
    byRoot.set(root.id, { verdict: review?.decision ?? verdict, reasons, root, earlier, review });
  }
  return [...byRoot.values()];
}

/** The account that a sale counts by: itself, as a rule. Null for a circle, which its elder will open. */
export async function rootOf(deps: ActivityDeps, sale: Sale): Promise<Sale | null> {
  let at = sale;
  for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
    const { duplicateOf } = at.purchase;
    const next = duplicateOf === null ? null : await deps.store.sales.get(at.merchantId, duplicateOf);
    if (!next) return at;
    at = next;
  }
  return null;
}

/** The pair as the review list knows it. */
export function pairOf(a: Sale, b: Sale): ReviewPair {
  return { merchantId: a.merchantId, kind: 'same_sale', subjects: [a.id, b.id] };
}

/** Which of two sales was opened first: the same answer whoever asks. */
export function isOlder(a: Sale, b: Sale): boolean {
  const [one, two] = [a.createdAt, b.createdAt];
  return one === two ? a.id < b.id : one < two;
}

/** A stored sale as far as it can be told from others. */
export function markOf(sale: Sale): SaleMark {
  const { channel, connectionId, externalId, number, marketplaceNumber, invoiceNumber } = sale.source;
  const present = (numbers: (string | null)[]): string[] => numbers.filter((one) => one !== null);
  const own = channel === 'ecommerce' ? [externalId, number] : [];
  return {
    saleId: sale.id,
    source: `${channel}/${connectionId ?? ''}`,
    totalCents: sale.content.totalCents,
    date: localDate(sale.content.soldAt ?? sale.createdAt, sale.content.zone),
    numbers: present([externalId, number, marketplaceNumber, invoiceNumber]),
    shopOrders: present([marketplaceNumber, ...own]),
    customerId: sale.owner.customerId,
  };
}

/**
 * The order of arrival under the first key that both carry now: whoever looks finds the same. A held account comes after one
 * that counts, however late that one took on the key. Two that are a day apart carry none in common; there the one that was
 * compared first is the earlier, and of two that never were, the elder.
 */
function cameBefore(lists: ReadonlyMap<string, readonly string[]>, other: Sale, sale: Sale): boolean {
  if ((other.purchase.reviewId === null) !== (sale.purchase.reviewId === null))
    return other.purchase.reviewId === null;
  const theirs = new Set(fingerprintsOf(markOf(other)));
  const shared = fingerprintsOf(markOf(sale)).find((key) => theirs.has(key));
  if (shared === undefined) return other.purchase.comparedAs !== null || isOlder(other, sale);
  const order = lists.get(shared) ?? [];
  const place = order.indexOf(other.id);
  return place >= 0 && place < order.indexOf(sale.id);
}
