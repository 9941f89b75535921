import type { Sale } from '../sale';
import { fingerprints } from './fingerprints';
import { saleMark } from './mark';

/** Ids of the sales under each fingerprint, in order of arrival. */
export type Arrivals = ReadonlyMap<string, readonly string[]>;

/** Whether `a` was opened before `b`. The answer is the same whichever of the two asks. */
export function openedBefore(a: Sale, b: Sale): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
}

/**
 * Whether `other` was there before `sale`, so that `sale` is the one that joins or waits. The order under the first
 * fingerprint that both carry now decides, which is the same for both. A sale that waits for a person comes after one that
 * counts, however late that one took on the fingerprint. Two sales a day apart have no fingerprint in common: the one that
 * has been compared is the earlier, and where none has, the one that was opened first.
 */
export function arrivedBefore(arrivals: Arrivals, other: Sale, sale: Sale): boolean {
  const [otherWaits, waits] = [other, sale].map(({ purchase }) => purchase.reviewId !== null);
  if (otherWaits !== waits) return !otherWaits;
  const theirs = new Set(fingerprints(saleMark(other)));
  const shared = fingerprints(saleMark(sale)).find((key) => theirs.has(key));
  if (shared === undefined) return other.purchase.comparedAs !== null || openedBefore(other, sale);
  const order = arrivals.get(shared) ?? [];
  const place = order.indexOf(other.id);
  return place >= 0 && place < order.indexOf(sale.id);
}
