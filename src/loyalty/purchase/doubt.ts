import type { Sale } from '../sale';
import type { KnownSales } from './chain';
import { compareSales } from './compare-sales';
import { saleMark } from './mark';
import type { SaleMark } from './series';
import type { PairReview } from './review';

/** A purchase that the sale may be part of: a person has to say. */
export interface Doubt {
  /** The sale by which the purchase counts. */
  root: Sale;
  /** What speaks for and against it (pt-BR). */
  reasons: string[];
  review: PairReview;
}

const NO_LONGER = ['Os dados deixaram de coincidir'];

/**
 * What speaks against the sale's being the purchase it counts by; null where nothing does. A person's decision stands before
 * the data, and one telling of the purchase that agrees is enough.
 */
export function findDoubt(sale: Sale, root: Sale, review: PairReview, known: KnownSales): Doubt | null {
  if (review.decision === 'same') return null;
  const { verdict, reasons } = compareSales(saleMark(sale), markOfPurchase(root, sale));
  if (review.decision === 'distinct') return { root, reasons, review };
  if (verdict === 'same' || anotherAgrees(sale, root, known)) return null;
  return { root, reasons: reasons.length > 0 ? reasons : NO_LONGER, review };
}

/** A claim is one of the purchase: it does not speak against a telling that it names nobody. */
function markOfPurchase(root: Sale, { owner }: Sale): SaleMark {
  const mark = saleMark(root);
  const claimed = root.owner.claimCall !== null && owner.customerId === null;
  return claimed ? { ...mark, customerId: null } : mark;
}

function anotherAgrees(sale: Sale, root: Sale, known: KnownSales): boolean {
  return root.purchase.tellings
    .flatMap(({ saleId }) => (saleId === sale.id ? [] : (known.get(saleId) ?? [])))
    .some((telling) => compareSales(saleMark(sale), saleMark(telling)).verdict === 'same');
}
