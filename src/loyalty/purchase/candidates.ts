import type { Sale } from '../sale';
import { arrivedBefore, openedBefore } from './arrival';
import type { Arrivals } from './arrival';
import { endOfChain } from './chain';
import type { KnownSales } from './chain';
import { compareSales } from './compare-sales';
import type { SaleComparison } from './compare-sales';
import { mayVouch } from './doubt';
import { saleMark } from './mark';

/** A purchase that other sources tell of, and how the sale at hand compares with it. */
export interface Candidate extends SaleComparison {
  /** The sale by which the purchase counts. */
  root: Sale;
  /** It was opened before the sale at hand. */
  earlier: boolean;
}

const CLOSENESS: Record<SaleComparison['verdict'], number> = { same: 2, doubtful: 1, distinct: 0 };

/**
 * The purchases that the sale may be part of, the one that was opened first in front: one candidate for each purchase, by
 * whichever of its completed tellings fits best.
 * @param arrivals the sales under the fingerprints of `sale` and those nearby
 */
export function findCandidates(sale: Sale, known: KnownSales, arrivals: Arrivals): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const other of completedSales(known, arrivals)) {
    const root = endOfChain(known, other);
    if (!root || root.id === sale.id || other.id === sale.id) continue;
    if (other.id !== root.id && !mayVouch(other, sale, root)) continue;
    const before = found.get(root.id);
    const earlier =
      (before?.earlier ?? false) || other.id !== root.id || arrivedBefore(arrivals, other, sale);
    const { verdict, reasons } = closest(before, compareSales(saleMark(sale), saleMark(other)));
    found.set(root.id, { root, earlier, verdict, reasons });
  }
  return [...found.values()].sort((a, b) => (openedBefore(a.root, b.root) ? -1 : 1));
}

function completedSales(known: KnownSales, arrivals: Arrivals): Sale[] {
  return [...new Set([...arrivals.values()].flat())]
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ source }) => source.status === 'completed')
    .sort((a, b) => (openedBefore(a, b) ? -1 : 1));
}

function closest(before: SaleComparison | undefined, next: SaleComparison): SaleComparison {
  return before && CLOSENESS[before.verdict] >= CLOSENESS[next.verdict] ? before : next;
}
