import { findCandidates, planComparing, planCounting, salesToRead } from '../../purchase';
import type { ComparingFacts, PlannedChange, PurchasePlan } from '../../purchase';
import type { Sale } from '../../sale';
import type { Purchases } from './purchases';
import { asSale, refresh, salesAround } from './told-sale';
import type { World } from './world';
import type { WorldSale } from './world-sale';

/**
 * Finds out whether the sale counts, or another telling of the same purchase does (R47): as the engines' step does over what is
 * stored, over what is in memory.
 * @returns the other sales that have to look again, in the order in which the plan names them
 */
export function matchTellings(world: World, { record: { id } }: WorldSale): WorldSale[] {
  const { purchases } = world;
  if (!purchases) return [];
  const { others, questions, own, comparedAs } = planOf(world, purchases, id);
  for (const change of others) write(world, change);
  for (const question of questions) purchases.ask(question);
  if (own) write(world, own);
  const sale = world.sales.get(id)!;
  sale.purchase = { ...sale.purchase, comparedAs };
  return others.filter(({ wake }) => wake).map(({ read }) => world.sales.get(read.id)!);
}

function planOf(world: World, purchases: Purchases, id: string): PurchasePlan {
  const sale = asSale(world.sales.get(id)!);
  const { duplicateOf } = sale.purchase;
  const known = salesAround(world.sales, [id, ...salesToRead(sale)]);
  const review = duplicateOf === null ? null : purchases.review(id, duplicateOf);
  const first = planCounting({ sale, known, review }, world.now);
  if (first.kind !== 'compare') return first;
  const arrivals = purchases.enter(sale);
  const near = salesAround(world.sales, [id, ...[...arrivals.values()].flat()]);
  const candidates = findCandidates(sale, near, arrivals).map((candidate) => ({
    ...candidate,
    review: purchases.review(id, candidate.root.id),
  }));
  const { waitsFor, others } = awaited(world, purchases, sale);
  const all = new Map([...known, ...near, ...others]);
  return planComparing({ sale, known: all, leaves: first.leaves, candidates, waitsFor }, world.now);
}

/** The review that the sale waits for, the other sale of that pair, and what that counts by. */
function awaited(
  world: World,
  purchases: Purchases,
  { id, purchase }: Sale,
): { waitsFor: ComparingFacts['waitsFor']; others: Map<string, Sale> } {
  const found = purchase.reviewId === null ? null : purchases.reviewOf(purchase.reviewId, id);
  if (!found) return { waitsFor: null, others: new Map() };
  const others = salesAround(world.sales, [found.other]);
  return { waitsFor: { review: found.review, other: others.get(found.other) ?? null }, others };
}

function write(world: World, { read, planned: { owner, purchase }, patch }: PlannedChange): void {
  if (!patch) return;
  const sale = world.sales.get(read.id)!;
  sale.purchase = purchase;
  sale.record.customerId = owner.customerId;
  sale.record.claimedAt = owner.claimedAt;
  refresh(sale);
  world.keepSale(sale);
}
