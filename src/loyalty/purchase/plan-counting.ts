import type { Instant } from '../basis';
import type { Sale } from '../sale';
import { openedBefore } from './arrival';
import { endOfChain } from './chain';
import type { KnownSales } from './chain';
import { Changes } from './changes';
import { findDoubt } from './doubt';
import { planInheritance, planJoin } from './join';
import { isCompared } from './mark';
import { isConsumerInvoice, planInvoice } from './plan-invoice';
import type { NamingOrder } from './plan-invoice';
import { assemblePlan } from './purchase-plan';
import type { ComparisonNeeded, Leaving, PurchasePlan } from './purchase-plan';
import type { PairReview } from './review';
import { addTelling } from './tellings';

/** What is known before the sale is compared with sales it has not met yet. */
export interface CountingFacts {
  sale: Sale;
  /** The sales that `salesToRead` names, those that they count by in their turn, and the tellings of the sale it counts by. */
  known: KnownSales;
  /** The review of the sale and the one it counts by; null where it counts by itself. */
  review: PairReview | null;
  /** The order that names the NFC-e which the sale is, with its tellings among `known`; absent: none does, or it is none. */
  naming?: NamingOrder | null;
}

/** Ids of the sales that have to be read to plan: the one that the sale counts by, and its own tellings. */
export function salesToRead(sale: Sale): string[] {
  if (isCompared(sale)) return [];
  const { duplicateOf, tellings } = sale.purchase;
  return [...(duplicateOf === null ? [] : [duplicateOf]), ...tellings.map(({ saleId }) => saleId)];
}

/**
 * What becomes of a sale by what is known of it already. A sale that counts by another goes on doing so, unless both are
 * completed and no longer agree. Answers that a comparison is needed where the sale has to look for other sources' sales.
 */
export function planCounting(facts: CountingFacts, now: Instant): PurchasePlan | ComparisonNeeded {
  const { sale, known, naming = null } = facts;
  const { comparedAs } = sale.purchase;
  const named = naming && planInvoice(sale, naming, known, facts.review, now);
  if (named) return named;
  if (isCompared(sale)) return assemblePlan(sale, { kind: 'keep' }, new Changes(), { comparedAs });
  const root = countedBy(sale, known);
  const leaves = root ? findLeaving(facts, root) : null;
  if (root && !leaves) return planStaying(sale, root, known, now);
  if (sale.source.status === 'completed') return { kind: 'compare', leaves };
  return (leavesHeirs(sale) ? planInheritance(sale, known, now) : null) ?? planIdle(sale);
}

/** What its source has deleted, and an NFC-e that is cancelled: that undoes the invoice, and not what others tell of the purchase. */
function leavesHeirs(sale: Sale): boolean {
  const { status } = sale.source;
  return status === 'missing' || (status === 'cancelled' && isConsumerInvoice(sale));
}

/** The sale that it counts by. Null where there is none, and for the elder of two completed sales that count by each other. */
function countedBy(sale: Sale, known: KnownSales): Sale | null {
  const { duplicateOf } = sale.purchase;
  const root = duplicateOf === null ? undefined : known.get(duplicateOf);
  if (!root) return null;
  const opensCircle =
    root.purchase.duplicateOf === sale.id && sale.source.status === 'completed' && openedBefore(sale, root);
  return opensCircle ? null : root;
}

/** Where the sale it counts by has come to count by another itself: that one. */
function movedOn(sale: Sale, root: Sale, known: KnownSales): Sale | null {
  const end = endOfChain(known, root);
  return end && end.id !== root.id && end.id !== sale.id ? end : null;
}

function findLeaving({ sale, known, review }: CountingFacts, root: Sale): Leaving | null {
  // An NFC-e counts by its order however far that is, and so for no longer than that names it.
  const live =
    root.source.status === 'completed' || (isConsumerInvoice(sale) && root.source.status === 'open');
  if (!review || sale.source.status !== 'completed' || !live || movedOn(sale, root, known)) return null;
  const doubt = findDoubt(sale, root, review, known);
  return doubt && { root, doubt: review.decision === 'distinct' ? null : doubt };
}

function planStaying(sale: Sale, root: Sale, known: KnownSales, now: Instant): PurchasePlan {
  const next = movedOn(sale, root, known);
  if (next) return planJoin(sale, next, known, now);
  const changes = new Changes();
  changes.write(root, addTelling(root, sale, now));
  changes.wake(root);
  return assemblePlan(sale, { kind: 'follow', root }, changes);
}

function planIdle(sale: Sale): PurchasePlan {
  const changes = new Changes();
  changes.write(sale, { purchase: { duplicateOf: null } });
  return assemblePlan(sale, { kind: 'idle' }, changes);
}
