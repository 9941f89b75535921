import { asMuchLater, endOfUse } from './calendar';
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

/** What has just become active in a lot, and is still there. */
interface Arrival {
  lot: Lot;
  left: number;
}

/** A pending lot becomes active (R1). */
export function activate(world: World, lot: Lot): void {
  const amount = lot.pending;
  lot.pending = 0;
  lot.active += amount;
  if (lot.type !== 'voucher') payFirst(world, [{ lot, left: amount }]);
}

/** Puts all that a redemption has reserved or spent back into its lots at an instant (R24, R27, R29, R34). */
export function comeBack(world: World, redemption: Redemption, from: 'reserved' | 'spent'): void {
  const arrivals: Arrival[] = [];
  for (const { lot, amount } of redemption.draws) {
    lot[from] -= amount;
    extend(lot, world.now, from, redemption.version.redemption.graceAfterRollback);
    if (lot.type === 'voucher' && (lot.withdrawn || !voucherLives(world, lot))) lot.reversed += amount;
    else lot.active += amount;
    if (lot.type !== 'voucher') arrivals.push({ lot, left: amount });
  }
  payFirst(world, arrivals);
}

/** What becomes active together makes good first what its sales let off, then the customer's debt (R24, R29). */
function payFirst(world: World, arrivals: Arrival[]): void {
  for (const saleId of new Set(arrivals.map(({ lot }) => lot.saleId)))
    if (saleId !== null)
      collectLetOff(
        world,
        saleId,
        arrivals.filter(({ lot }) => lot.saleId === saleId),
      );
  for (const arrival of arrivals) payDebt(world, arrival);
}

function payDebt(world: World, arrival: Arrival): void {
  const { customerId, type } = arrival.lot;
  const debt = debtOf(world, customerId, type);
  const paid = takeFrom(arrival, debt);
  if (paid > 0) world.debts.set(`${customerId}/${type}`, debt - paid);
}

function takeFrom(arrival: Arrival, wanted: number): number {
  const taken = Math.min(arrival.left, wanted);
  arrival.left -= taken;
  arrival.lot.active -= taken;
  arrival.lot.reversed += taken;
  return taken;
}

/** Grace: after use at least so long; let go unused only where its own date has passed (R34). */
function extend(lot: Lot, now: number, from: 'reserved' | 'spent', grace: string): void {
  if (lot.expiresAt === null) return;
  if (from === 'reserved' && lot.expiresAt > now) return;
  endLater(lot, endOfUse(now, grace, lot.zone));
}

/** A lot gets a later end, and where its reminder is owed, that of the new end is (fair expiry). */
export function endLater(lot: Lot, end: number): void {
  if (lot.expiresAt === null || lot.expiresAt >= end) return;
  if (lot.goesOnUntil !== undefined)
    lot.goesOnUntil = asMuchLater(lot.expiresAt, lot.goesOnUntil, end, lot.zone);
  lot.expiresAt = end;
}

/** Under `to_zero`, what was let off is taken from what comes to that sale's lots later (R24), from a rule's own first (R23). */
function collectLetOff(world: World, saleId: string, arrivals: Arrival[]): void {
  if (world.sales.get(saleId)?.version.returns.clawback !== 'to_zero') return;
  const { customerId, type } = arrivals[0]!.lot;
  for (const grant of grantsOf(world, saleId, customerId, type))
    for (const arrival of ownRuleFirst(arrivals, grant.ruleId, ({ lot }) => lot.ruleId)) {
      const taken = takeFrom(arrival, grant.letOff);
      grant.letOff -= taken;
      grant.taken += taken;
    }
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
export function ownRuleFirst<T>(
  things: T[],
  ruleId: string | null,
  ruleOf: (thing: T) => string | null,
): T[] {
  return [
    ...things.filter((thing) => ruleOf(thing) === ruleId),
    ...things.filter((thing) => ruleOf(thing) !== ruleId),
  ];
}

/** The sum of active amounts: what can be spent. */
export function activeOf(world: World, customerId: string, type: BalanceType): number {
  return lotsOf(world, customerId, type).reduce((sum, lot) => sum + lot.active, 0);
}
