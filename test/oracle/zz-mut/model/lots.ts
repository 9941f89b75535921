import { endOfUse } from './calendar';
import { alive, debtOf } from './world';
import type { BalanceType } from './input';
import type { Grant, Lot, LotType, Redemption, World } from './world';

const endless = (lot: Lot): number => lot.expiresAt ?? Infinity;

/** Soonest expiry first (never-expiring last), then earliest activation, then lot id (design §5). */
export function inOrderOfUse(lots: Lot[]): Lot[] {
  return [...lots].sort(
    (a, b) =>
      (endless(a) === endless(b) ? 0 : endless(a) - endless(b)) ||
      a.activatesAt - b.activatesAt ||
      (a.id < b.id ? -1 : 1),
  );
}

/** All lots of a customer and type, in order of use. */
export function lotsOf(world: World, customerId: string, type: LotType): Lot[] {
  return inOrderOfUse(world.lots.filter((lot) => lot.customerId === customerId && lot.type === type));
}

/** Moves at most `amount` from a bucket of the lots to `reversed`, lot by lot; answers how much was moved. */
export function reverse(lots: Lot[], bucket: 'pending' | 'active', amount: number): number {
  let left = amount;
  for (const lot of lots) {
    const taken = Math.min(left, lot[bucket]);
    lot[bucket] -= taken;
    lot.reversed += taken;
    left -= taken;
  }
  return amount - left;
}

/** What has just become active pays the debt first (R29). */
function payDebt(world: World, lot: Lot, amount: number): void {
  const paid = Math.min(amount, debtOf(world, lot.customerId, lot.type));
  lot.active -= paid;
  lot.reversed += paid;
  if (paid > 0)
    world.debts.set(`${lot.customerId}/${lot.type}`, debtOf(world, lot.customerId, lot.type) - paid);
}

/** A pending lot becomes active (R1). */
export function activate(world: World, lot: Lot): void {
  const amount = lot.pending;
  lot.pending = 0;
  lot.active += amount;
  if (lot.type !== 'voucher') payFirst(world, lot, amount);
}

/** Puts an amount that was reserved or spent back into its lot at an instant (R24, R27, R29, R34). */
export function comeBack(
  world: World,
  lot: Lot,
  amount: number,
  from: 'reserved' | 'spent',
  redemption: Redemption,
): void {
  lot[from] -= amount;
  extend(lot, world.now, from, redemption.version.redemption.graceAfterRollback);
  if (lot.type === 'voucher' && !voucherLives(world, lot)) {
    lot.reversed += amount;
    return;
  }
  lot.active += amount;
  if (lot.type === 'voucher') return;
  payFirst(world, lot, amount);
}

/** What becomes active makes good first what its sale let off, then the customer's debt (R24, R29). */
function payFirst(world: World, lot: Lot, amount: number): void {
  payDebt(world, lot, amount - collectLetOff(world, lot, amount));
}

/** Grace: after use at least so long; let go unused only where its own date has passed (R34). */
function extend(lot: Lot, now: number, from: 'reserved' | 'spent', grace: string): void {
  if (lot.expiresAt === null) return;
  if (from === 'reserved' && lot.expiresAt > now) return;
  lot.expiresAt = Math.max(lot.expiresAt, endOfUse(now, grace, lot.zone));
}

/** Under `to_zero`, what was let off is taken from what comes to that sale's lots later (R24). */
function collectLetOff(world: World, lot: Lot, amount: number): number {
  const sale = lot.saleId === null ? undefined : world.sales.get(lot.saleId);
  if (sale?.version.returns.clawback !== 'to_zero') return 0;
  let left = amount;
  for (const grant of ownRuleFirst(grantsOf(world, sale.id, lot.customerId, lot.type), lot.ruleId)) {
    const taken = Math.min(left, grant.letOff);
    grant.letOff -= taken;
    grant.taken += taken;
    lot.active -= taken;
    lot.reversed += taken;
    left -= taken;
  }
  return amount - left;
}

/** A voucher can be used while its sale stands and still belongs to its customer (R26, R27). */
export function voucherLives(world: World, lot: Lot): boolean {
  const sale = lot.saleId === null ? undefined : world.sales.get(lot.saleId);
  return sale !== undefined && alive(sale) && sale.customerId === lot.customerId;
}

/** The grants of one sale to one customer of one type, in order of rule id. */
export function grantsOf(world: World, saleId: string, customerId: string, type: LotType): Grant[] {
  return world.grants
    .filter((grant) => grant.saleId === saleId && grant.customerId === customerId && grant.type === type)
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
}

/** Stable: what is of this rule before the rest. */
export function ownRuleFirst<T extends { ruleId: string | null }>(things: T[], ruleId: string | null): T[] {
  return [
    ...things.filter((thing) => thing.ruleId === ruleId),
    ...things.filter((thing) => thing.ruleId !== ruleId),
  ];
}

/** The sum of active amounts: what can be spent. */
export function activeOf(world: World, customerId: string, type: BalanceType): number {
  return lotsOf(world, customerId, type).reduce((sum, lot) => sum + lot.active, 0);
}
