import { benefitSpent, paidWithBenefit } from './base';
import { earn } from './earn';
import { giveBackVoucher, giveMore, giveVoucher } from './give';
import { comeBack, grantsOf, reverse, voucherLives } from './lots';
import { canMean, meant } from './names';
import { takeBack } from './take';
import { alive, goodsCents, heldOf, redemptionsOn, returnedCents, standing, whollyReturned } from './world';
import type { SaleInput } from './input';
import type { Grant, Lot, Redemption, Sale, World } from './world';

/** Brings what the customers hold of a sale in line with what the sale deserves now. */
export function settle(world: World, sale: Sale): void {
  bindVersion(world, sale);
  refundSpent(world, sale);
  calculate(world, sale);
  for (const customerId of holders(world, sale)) {
    if (customerId !== sale.customerId) settleBalances(world, sale, customerId, () => 0);
  }
  if (sale.customerId !== null) {
    settleBalances(world, sale, sale.customerId, (ruleId) => deserved(sale, ruleId));
  }
  settleVouchers(world, sale);
  sale.paid = hasGot(world, sale);
}

/** The version in force when the sale first counts pays it (R18). */
function bindVersion(world: World, sale: Sale): void {
  if (!sale.counted) sale.version = world.version;
  if (standing(sale) === 'completed') sale.counted = true;
}

/** Whether its customer has got something of it that was not taken back. */
function hasGot(world: World, sale: Sale): boolean {
  const mine = ({ saleId, customerId }: { saleId: string | null; customerId: string }): boolean =>
    saleId === sale.id && customerId === sale.customerId;
  return (
    world.grants.some((grant) => mine(grant) && grant.granted > grant.taken) ||
    world.lots.some((lot) => lot.type === 'voucher' && mine(lot) && usesGiven(lot) > 0)
  );
}

const usesGiven = ({ pending, active, reserved, spent, expired }: Lot): number =>
  pending + active + reserved + spent + expired;

/** When a sale is cancelled or wholly returned, what was spent on it till then goes back to its lots (R25). */
function refundSpent(world: World, sale: Sale): void {
  const over = standing(sale) === 'cancelled' || whollyReturned(sale);
  if (over && sale.foundUses && !sale.refunded && sale.version.returns.refundSpent) {
    for (const one of redemptionsOn(world, sale, 'confirmed')) undo(world, one, 'spent', 'rolled_back');
    for (const one of reservedFor(world, sale)) undo(world, one, 'reserved', 'released');
  }
  sale.refunded = over && (sale.foundUses || sale.refunded);
}

/** Open reservations kept with the sale, and those that mean it so far (R25, R46). */
function reservedFor(world: World, sale: Sale): Redemption[] {
  const open = world.redemptions.filter(({ state, kept }) => state === 'reserved' && kept === undefined);
  return [
    ...redemptionsOn(world, sale, 'reserved'),
    ...open.filter((use) => canMean(use, sale) && meant(world, use) === sale),
  ];
}

/** Puts every draw of a redemption back. */
export function undo(
  world: World,
  redemption: Redemption,
  from: 'reserved' | 'spent',
  state: Redemption['state'],
): void {
  redemption.state = state;
  comeBack(world, redemption, from);
}

/**
 * Calculates a sale that counts, anew only if something it is calculated from has changed (R14, R20, R43). What came back is none
 * of that, also where everything did: should it turn out not to have come back of this purchase, the result is as it was.
 */
function calculate(world: World, sale: Sale): void {
  pin(world, sale);
  if (standing(sale) !== 'completed' || sale.customerId === null) {
    sale.result = null;
    return;
  }
  const spent = [paidWithBenefit(world, sale), benefitSpent(world, sale) > 0];
  const of = JSON.stringify([countedContent(sale), sale.customerId, spent]);
  if (sale.result?.of !== of) sale.result = { of, ...earn(world, sale) };
}

/** What of the content decides what it earns. */
function countedContent({ content }: Sale): Partial<SaleInput> {
  const { number: _, externalId: __, customerId: ___, ...counted } = content;
  const {
    marketplaceNumber: ____,
    accessKey: _____,
    erpNumber: ______,
    connectionId: _______,
    ...rest
  } = counted;
  return rest;
}

/** First purchase and segments are those of the moment the sale was first calculated for its customer (R17). */
function pin(world: World, sale: Sale): void {
  const { customerId, segments, pins } = sale;
  if (customerId === null || standing(sale) !== 'completed') return;
  sale.pinned = pins.get(customerId) ?? {
    customerId,
    segments,
    firstPurchase: isFirstPurchase(world, sale),
  };
  pins.set(customerId, sale.pinned);
}

/** No other living completed sale of the customer, on any channel (R17). */
function isFirstPurchase(world: World, sale: Sale): boolean {
  return [...world.sales.values()].every(
    (other) => other.id === sale.id || other.customerId !== sale.customerId || !alive(other),
  );
}

/** floor(E′ · (T′ − C) / T′): what a rule gave, shrunk by what was returned (R20). */
function deserved(sale: Sale, ruleId: string): number {
  const goods = BigInt(goodsCents(sale.content));
  // Deserved is a share of the goods: of none, none (R20).
  if (!alive(sale) || goods <= 0n) return 0;
  const result = BigInt(sale.result?.amounts.get(ruleId) ?? 0);
  if (returnedCents(sale) === 0) return Number(result);
  return Number((result * (goods - BigInt(returnedCents(sale)))) / goods);
}

function holders(world: World, sale: Sale): Set<string> {
  return new Set(world.grants.filter((grant) => grant.saleId === sale.id).map((grant) => grant.customerId));
}

/** For one customer: let-off shrinks, then credits, then debits, rules in order of id (R22, R24). */
function settleBalances(
  world: World,
  sale: Sale,
  customerId: string,
  target: (ruleId: string) => number,
): void {
  for (const type of ['cashback', 'points'] as const) {
    openGrants(world, sale, customerId, type);
    const grants = grantsOf(world, sale.id, customerId, type);
    for (const grant of grants) letBackIn(grant, target(grant.ruleId) - heldOf(grant));
    for (const grant of grants) {
      const missing = target(grant.ruleId) - heldOf(grant);
      if (missing > 0) giveMore(world, sale, grant, missing);
    }
    for (const grant of grants) {
      const tooMuch = heldOf(grant) - target(grant.ruleId);
      if (tooMuch > 0) takeBack(world, sale, grant, tooMuch);
    }
  }
}

/** What was let off, or had lapsed, was never really taken: it is not given a second time (R24). */
function letBackIn(grant: Grant, missing: number): void {
  const forgiven = Math.max(0, Math.min(missing, grant.letOff));
  grant.letOff -= forgiven;
  const lapsed = Math.max(0, Math.min(missing - forgiven, grant.lapsed));
  grant.lapsed -= lapsed;
}

function openGrants(world: World, sale: Sale, customerId: string, type: Grant['type']): void {
  if (customerId !== sale.customerId) return;
  for (const ruleId of sale.result?.amounts.keys() ?? []) {
    const rule = sale.version.rules.find(({ id }) => id === ruleId);
    const known = grantsOf(world, sale.id, customerId, type).some((grant) => grant.ruleId === ruleId);
    if (rule?.grant.type !== type || known) continue;
    const sums = { granted: 0, taken: 0, lapsed: 0, letOff: 0, lots: 0 };
    world.grants.push({ saleId: sale.id, ruleId, customerId, type, ...sums });
  }
}

/**
 * Vouchers stay while the sale lives for their customer; else unused uses are cancelled (R26, R27).
 * What was cancelled lives again if the sale as completed again still wins it; so does what comes back of a use only then.
 */
function settleVouchers(world: World, sale: Sale): void {
  const vouchers = world.lots.filter((lot) => lot.type === 'voucher' && lot.saleId === sale.id);
  for (const lot of vouchers) {
    if (!voucherLives(world, lot)) {
      lot.withdrawn = true;
      for (const bucket of ['pending', 'active'] as const) reverse([lot], bucket, lot[bucket]);
    } else if (sale.result?.vouchers.has(lot.ruleId ?? '')) {
      lot.withdrawn = false;
      giveBackVoucher(world, sale, lot);
    }
  }
  for (const ruleId of (alive(sale) ? sale.result?.vouchers : null) ?? []) {
    const mine = (lot: (typeof vouchers)[number]): boolean =>
      lot.ruleId === ruleId && lot.customerId === sale.customerId;
    if (sale.customerId !== null && !vouchers.some(mine)) giveVoucher(world, sale, sale.customerId, ruleId);
  }
}
