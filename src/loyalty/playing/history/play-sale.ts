import { Refusal } from '../../basis';
import { catchUp, settleSale } from '../../ledger';
import { refund } from '../../redemption';
import {
  evaluateSale,
  evaluationNeeds,
  formerOwners,
  formerOwnersSettlement,
  isLive,
  isOver,
  monthOfSale,
  monthUsage,
  needsEvaluation,
  ownersSettlement,
  refundable,
} from '../../entitlement';
import type { PinnedFacts } from '../../sale';
import type {
  EvaluationNeeds,
  PinnedVersion,
  RuleUsage,
  SaleRecord,
  SettlementContext,
} from '../../entitlement';
import type { CustomerLedger } from './customer-ledger';
import type { HistorySale } from './event-schema';
import type { World, WorldSale } from './world';

/** A new sale, or what a known one has become. */
export function complete(world: World, sale: HistorySale, segments: readonly string[]): WorldSale {
  const known = world.sales.get(sale.id);
  const named = sale.customerId;
  const customerId = known && known.named === named ? known.record.customerId : named;
  const kept: WorldSale = {
    record: { ...recordOf(world, sale, known), customerId },
    refs: [sale.id, sale.externalId, sale.number].filter((ref) => ref !== null && ref !== undefined),
    named,
    version: known?.version ?? null,
  };
  if (known && known.record.customerId !== customerId && customerId !== null && known.version !== null)
    kept.record.claimedAt = world.now;
  world.keepSale(kept);
  settle(world, kept, segments);
  return kept;
}

/** The sale is cancelled, or no longer completed. */
export function withdraw(world: World, saleId: string, state: 'cancelled' | 'open'): WorldSale {
  const sale = saleIn(world, saleId);
  sale.record.state = state;
  settle(world, sale, []);
  return sale;
}

/** Goods worth `amountCents` come back (R21). */
export function returnGoods(world: World, saleId: string, amountCents: number): WorldSale {
  const sale = saleIn(world, saleId);
  const { record } = sale;
  const returnedCents = record.returnedCents + amountCents;
  if (record.state !== 'completed') throw new Refusal('invalid_request', { state: record.state });
  if (returnedCents > record.totalCents)
    throw new Refusal('invalid_request', { returnableCents: record.totalCents - record.returnedCents });
  record.returnedCents = returnedCents;
  settle(world, sale, []);
  return sale;
}

/** A customer takes over a sale that had none (R28). */
export function claim(
  world: World,
  saleId: string,
  customerId: string,
  segments: readonly string[],
): WorldSale {
  const sale = saleIn(world, saleId);
  if (sale.record.customerId !== null) throw new Refusal('invalid_request', { saleId });
  sale.record.customerId = customerId;
  sale.record.claimedAt = world.now;
  world.keepSale(sale);
  settle(world, sale, segments);
  return sale;
}

/**
 * Moves every ledger concerned by the difference between what the sale deserves and what it has given: what it was paid
 * with comes back, former owners lose what is no longer theirs, its customer gets or gives the rest.
 */
export function settle(world: World, sale: WorldSale, segments: readonly string[]): void {
  const { record } = sale;
  if (record.customerId !== null) world.customer(record.customerId);
  if (record.state === 'completed') sale.version ??= world.current;
  else record.evaluated = null;
  refundSpent(world, sale);
  record.voided = isOver(record);
  if (!sale.version) return;
  const context = contextOf(world, sale, sale.version);
  for (const customerId of formerOwners(record, context.grants)) {
    const customer = world.customer(customerId);
    settleOne(world, customer, record, (now) => formerOwnersSettlement(record, context, now));
  }
  evaluate(world, sale, sale.version, segments);
  if (record.customerId === null) return;
  const owner = world.customer(record.customerId);
  settleOne(world, owner, record, (now) => ownersSettlement(record, context, now));
  for (const lot of owner.vouchersOf(record.id))
    world.vouchers.set(lot.voucher!.code, { customer: owner, lot });
}

function settleOne(
  world: World,
  customer: CustomerLedger,
  { id }: SaleRecord,
  settlementAt: (now: number) => ReturnType<typeof ownersSettlement>,
): void {
  world.settling(customer, id, () =>
    customer.change({ saleId: id }, world.now, (book, now) => settleSale(book, settlementAt(now), now)),
  );
}

function refundSpent(world: World, sale: WorldSale): void {
  const program = sale.version?.program ?? world.current.program;
  for (const { id } of refundable(sale.record, program, world.naming(sale))) {
    const { customer, redemption } = world.redemptions.get(id)!;
    customer.change({ redemption }, world.now, (book, now) => refund(book, redemption, sale.record.id, now));
    for (const other of world.salesNamed(redemption.saleRef)) if (other !== sale) settle(world, other, []);
  }
}

function contextOf(world: World, { record }: WorldSale, pinned: PinnedVersion): SettlementContext {
  return {
    pinned,
    grants: world.grantsOf(record.id),
    codeOf: (ruleId) => `${record.id}/${ruleId}/${record.customerId}`,
  };
}

function evaluate(
  world: World,
  sale: WorldSale,
  { program }: PinnedVersion,
  segments: readonly string[],
): void {
  const { record } = sale;
  const naming = world.naming(sale);
  if (!needsEvaluation(record, naming)) return;
  // What time has decided counts too, however late it is written down (R45).
  if (record.customerId !== null) world.customer(record.customerId).change({}, world.now, catchUp);
  if (record.customerId !== null && record.pinned?.customerId !== record.customerId)
    record.pinned = pin(world, record, record.customerId, evaluationNeeds(program), segments);
  const facts = record.customerId === null || !record.pinned ? NOBODY : record.pinned;
  const used = usage(world, record, program);
  record.evaluated = evaluateSale(program, record, naming, facts, used);
  world.observer?.evaluated(record, record.evaluated, { program, naming, facts, usage: used });
}

const NOBODY = { firstPurchase: false, segments: [] };

function pin(
  world: World,
  record: SaleRecord,
  customerId: string,
  needs: EvaluationNeeds,
  segments: readonly string[],
): PinnedFacts {
  const boughtBefore = (): boolean =>
    world.buyers.has(customerId) ||
    world
      .salesOf(customerId)
      .some((other) => other.id !== record.id && isLive(other) && other.pinned?.customerId === customerId);
  return { customerId, firstPurchase: needs.firstPurchase && !boughtBefore(), segments: [...segments] };
}

function usage(world: World, record: SaleRecord, program: PinnedVersion['program']): RuleUsage {
  const needs = evaluationNeeds(program);
  const month = monthOfSale(record);
  const grants =
    needs.month && record.customerId !== null ? world.monthGrants(record.customerId, month, record.id) : [];
  return {
    month: monthUsage(program, grants),
    budget: Object.fromEntries(needs.budgets.map((rule) => [rule.id, world.budgetUsed(rule, record.id)])),
  };
}

function recordOf(world: World, sale: HistorySale, known: WorldSale | undefined): SaleRecord {
  const { id, channel, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items } = sale;
  return {
    id,
    channel,
    soldAt,
    totalCents,
    freightCents,
    otherExpensesCents,
    discountCents,
    items,
    storeId: sale.storeId ?? null,
    zone: known?.record.zone ?? sale.timezone ?? world.current.program.timezone,
    state: 'completed',
    customerId: null,
    completedAt: known?.record.completedAt ?? world.now,
    claimedAt: known?.record.claimedAt ?? null,
    returnedCents: known?.record.returnedCents ?? 0,
    voided: known?.record.voided ?? false,
    pinned: known?.record.pinned ?? null,
    evaluated: known?.record.evaluated ?? null,
  };
}

function saleIn(world: World, saleId: string): WorldSale {
  const sale = world.sales.get(saleId);
  if (!sale) throw new Refusal('sale_not_found');
  return sale;
}
