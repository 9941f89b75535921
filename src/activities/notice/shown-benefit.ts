import { lastUsableMoment } from '../../loyalty';
import type { BenefitType, Lot } from '../../loyalty';
import type { Benefit, VoucherGift } from '../../messaging';

/** Cashback and points as a message tells of them. */
export function balanceShown(
  { cashback, points }: Record<BenefitType, number>,
  pointValueCents: number,
): Omit<Benefit, 'vouchers'> {
  return { cashbackCents: cashback, points, pointsCents: points * pointValueCents };
}

/**
 * Lots as a message tells of them: balances added up, each voucher by itself, soonest end first.
 * @param amountOf how much of a lot the message is about; of a voucher, how many uses
 */
export function lotsShown(
  lots: readonly Lot[],
  pointValueCents: number,
  amountOf: (lot: Lot) => number,
): Benefit {
  const sum = (type: BenefitType): number =>
    lots.filter((lot) => lot.type === type).reduce((total, lot) => total + amountOf(lot), 0);
  return {
    ...balanceShown({ cashback: sum('cashback'), points: sum('points') }, pointValueCents),
    vouchers: lots.toSorted(bySoonestEnd).flatMap((lot) => vouchersShown(lot, amountOf(lot))),
  };
}

function vouchersShown({ voucher, expiresAt, zone }: Lot, uses: number): VoucherGift[] {
  if (!voucher || uses === 0) return [];
  const { code, discount, minSaleCents, stores } = voucher;
  const validUntil = expiresAt === null ? null : lastUsableMoment(expiresAt, zone);
  return [{ code, discount, minSaleCents, stores, uses, validUntil }];
}

function bySoonestEnd(a: Lot, b: Lot): number {
  const end = (lot: Lot): number => lot.expiresAt ?? Number.MAX_SAFE_INTEGER;
  return end(a) - end(b) || (a.id < b.id ? -1 : 1);
}
