import { draw, spend, takeUseBack } from './redeem';
import { isFor } from './names';
import { undo } from './settle';
import { Refusal } from './world';
import type { Template, UseVoucherEvent } from './input';
import type { Lot, Redemption, World } from './world';

export type VoucherState = 'pending' | 'active' | 'reserved' | 'redeemed' | 'expired' | 'cancelled';

/** The state a voucher shows (R36, R38). */
export function stateOf(lot: Lot): VoucherState {
  if (lot.reserved > 0) return 'reserved';
  if (lot.pending > 0) return 'pending';
  if (lot.active > 0) return 'active';
  if (lot.spent > 0 && lot.reversed === 0 && lot.expired === 0) return 'redeemed';
  return lot.reversed > 0 ? 'cancelled' : 'expired';
}

/** The code of a voucher in a history: `saleId/ruleId/customerId`. */
export const codeOf = (lot: Lot): string => `${lot.saleId}/${lot.ruleId}/${lot.customerId}`;

/** Uses that can still be redeemed, a reserved one included. */
export const usesLeft = (lot: Lot): number => lot.pending + lot.active + lot.reserved;

/** Reserves one use (R36). */
export function reserveVoucher(world: World, event: UseVoucherEvent): void {
  hold(world, findVoucher(world, event.code), event);
}

/** Redeems a use, or the reservation made for the same sale (R36). */
export function redeemVoucher(world: World, event: UseVoucherEvent): void {
  const lot = findVoucher(world, event.code);
  const own = usesOf(world, lot).find((use) => use.state === 'reserved' && isFor(use, event.saleRef));
  if (own) {
    checkSale(lot.template, event);
    own.valueCents = discountOf(lot.template, event.saleTotalCents);
    spend(world, own);
  } else spend(world, hold(world, lot, event));
}

/** Lets a reservation go; twice is the same answer (R33). */
export function releaseVoucher(world: World, code: string): void {
  const uses = usesOf(world, findVoucher(world, code));
  const reserved = uses.find(({ state }) => state === 'reserved');
  if (reserved) undo(world, reserved, 'reserved', 'released');
  else if (uses.at(-1)?.state !== 'released') throw new Refusal('invalid_request');
}

/** Undoes the latest use, or the latest that names the sale; a reservation let go is no use (R33). */
export function rollbackVoucher(world: World, code: string, saleRef: string | undefined): void {
  const uses = usesOf(world, findVoucher(world, code)).filter(
    (one) => saleRef === undefined || isFor(one, saleRef),
  );
  const confirmed = uses.filter(({ state }) => state === 'confirmed').at(-1);
  if (confirmed) return takeUseBack(world, confirmed);
  const undone = uses.some(({ state }) => state === 'rolled_back');
  throw new Refusal(undone ? 'already_rolled_back' : 'invalid_request');
}

function findVoucher(world: World, code: string): Lot {
  const lot = world.lots.find((one) => one.type === 'voucher' && codeOf(one) === code);
  if (!lot) throw new Refusal('voucher_not_found');
  return lot;
}

const usesOf = (world: World, lot: Lot): Redemption[] =>
  world.redemptions.filter((one) => one.type === 'voucher' && one.draws[0]?.lot === lot);

function hold(world: World, lot: Lot, event: UseVoucherEvent): Redemption {
  const refusals: Partial<Record<VoucherState, string>> = {
    reserved: 'voucher_reserved',
    redeemed: 'voucher_already_redeemed',
    cancelled: 'voucher_cancelled',
    pending: 'voucher_not_active_yet',
    expired: 'voucher_expired',
  };
  const refusal = refusals[stateOf(lot)];
  if (refusal !== undefined) throw new Refusal(refusal);
  checkSale(lot.template, event);
  const valueCents = discountOf(lot.template, event.saleTotalCents);
  const { customerId, type } = lot;
  const { saleRef, storeId } = event;
  return draw(world, { id: '', customerId, type, amount: 1, valueCents, saleRef, storeId }, [lot]);
}

function checkSale(template: Template | null, { saleTotalCents, storeId }: UseVoucherEvent): void {
  if (saleTotalCents < (template?.minSaleCents ?? 0)) throw new Refusal('below_min_sale');
  const stores = template?.stores ?? [];
  const wrong = stores.length > 0 && (storeId === undefined || !stores.includes(storeId));
  if (wrong) throw new Refusal('wrong_store');
}

/** Percentage floored, then `maxCents`, then at most the sale total (R37). */
function discountOf(template: Template | null, saleTotalCents: number): number {
  const discount = template?.discount;
  if (discount?.type === 'amount') return Math.min(discount.cents, saleTotalCents);
  const percentage = Number((BigInt(saleTotalCents) * BigInt(discount?.bps ?? 0)) / 10_000n);
  return Math.min(percentage, discount?.maxCents ?? Infinity, saleTotalCents);
}
