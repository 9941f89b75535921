import type { Instant } from '../basis';
import { consumerInvoiceOf, isOrderBeside, namesInvoice } from '../sale';
import type { Sale } from '../sale';
import { endOfChain } from './chain';
import type { KnownSales } from './chain';
import { Changes } from './changes';
import { findDoubt } from './doubt';
import { countBy, planHandOver, planJoin, saleName } from './join';
import { assemblePlan } from './purchase-plan';
import type { PurchasePlan } from './purchase-plan';
import type { PairReview } from './review';
import { strikeTelling } from './tellings';

/** The order that names an NFC-e as its own, and what a person has said of it. */
export interface NamingOrder {
  order: Sale;
  /** Of the two. */
  review: PairReview;
  /** Of the order and the sale that the NFC-e counts by; null: it counts by none, or by the order. */
  rootReview: PairReview | null;
}

/** Whether the sale is told of by an NFC-e. */
export function isConsumerInvoice({ source }: Sale): boolean {
  return consumerInvoiceOf(source) !== null;
}

/**
 * What becomes of an authorised NFC-e that an order names: the two are one purchase, which counts by the order, whichever was known
 * first and however far the order is. Where the NFC-e counts by another channel's sale, that one counts for both, unless only the order
 * made it that. Null: it is so already, or a person has said that they are two.
 * @param rootReview of the NFC-e and the sale that it counts by
 */
export function planInvoice(
  sale: Sale,
  naming: NamingOrder,
  known: KnownSales,
  rootReview: PairReview | null,
  now: Instant,
): PurchasePlan | null {
  const { order, review } = naming;
  const { duplicateOf } = sale.purchase;
  if (sale.source.status !== 'completed' || review.decision === 'distinct' || duplicateOf === order.id)
    return null;
  const root = duplicateOf === null ? undefined : known.get(duplicateOf);
  if (root && !isOrderBeside(root, sale)) {
    const joined = orderJoins(sale, naming, root, known, now);
    const onlyByOrder = order.purchase.duplicateOf !== root.id && isDoubted(sale, root, rootReview, known);
    if (joined || !onlyByOrder) return joined;
  } else if (root && namesInvoice(root, sale) && root.source.status !== 'missing') return null;
  if (order.purchase.duplicateOf === sale.id)
    return planHandOver(
      sale,
      order,
      `A NFC-e é do pedido ${saleName(order)}: a compra conta por ele`,
      known,
      now,
    );
  return joinsOrder(sale, naming, root, known, now);
}

function isDoubted(sale: Sale, root: Sale, review: PairReview | null, known: KnownSales): boolean {
  return root.source.status === 'completed' && !!review && findDoubt(sale, root, review, known) !== null;
}

/** @param former the sale that it counted by: an order that does not name it any more, or what the order counted by as well */
function joinsOrder(
  sale: Sale,
  { order, review }: NamingOrder,
  former: Sale | undefined,
  known: KnownSales,
  now: Instant,
): PurchasePlan | null {
  const end = endOfChain(known, order);
  if (!end || end.id === sale.id) return null;
  const changes = new Changes();
  if (former) {
    changes.write(former, strikeTelling(former, sale));
    changes.wake(former);
  }
  // What a person was to say of the two is known.
  if (order.purchase.reviewId === review.id)
    changes.write(order, { purchase: { reviewId: null, comparedAs: null } });
  changes.wake(order);
  return planJoin(sale, end, known, now, changes);
}

/**
 * The purchase counts by another channel's sale, which the order joins as its NFC-e has done; not where a person has said that the order
 * is another purchase, or is to say whether it is.
 */
function orderJoins(
  sale: Sale,
  { order, rootReview }: NamingOrder,
  root: Sale,
  known: KnownSales,
  now: Instant,
): PurchasePlan | null {
  const { duplicateOf, reviewId } = order.purchase;
  const alone = order.source.status === 'completed' && duplicateOf === null && reviewId === null;
  if (!alone || rootReview?.decision === 'distinct' || root.purchase.duplicateOf !== null) return null;
  const changes = new Changes();
  countBy(changes, order, root, known, now);
  const text = `A mesma compra que a venda ${saleName(root)}: conta por ela`;
  const purchase = { duplicateOf: root.id, reviewId: null, tellings: [] };
  changes.write(order, { purchase }, { at: now, event: 'matched', text });
  changes.wake(order);
  return assemblePlan(sale, { kind: 'follow', root }, changes);
}
