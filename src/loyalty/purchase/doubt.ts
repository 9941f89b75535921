import { namesInvoice } from '../sale';
import type { Sale } from '../sale';
import type { KnownSales } from './chain';
import { compareSales, haveNumbersToCompare } from './compare-sales';
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
 * the data, and one telling of the purchase that agrees is enough; an order's own NFC-e only where nothing else says which it is.
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
    .some((telling) => agrees(sale, telling) && mayVouch(telling, sale, root));
}

/**
 * An order and its NFC-e agree whatever either says, so that each would vouch for the other for ever: the NFC-e does so only where it is the
 * purchase's by itself, and the order has no number by which it would be that, or would not.
 */
export function mayVouch(telling: Sale, sale: Sale, root: Sale): boolean {
  if (!namesInvoice(sale, telling)) return true;
  return agrees(telling, root) && !haveNumbersToCompare(saleMark(sale), saleMark(root));
}

function agrees(one: Sale, other: Sale): boolean {
  return compareSales(saleMark(one), saleMark(other)).verdict === 'same';
}
