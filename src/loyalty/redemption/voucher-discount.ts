import { floor, rational, times } from '../basis';
import type { VoucherFace } from '../ledger';

/** What a voucher takes off a sale; what an amount voucher leaves unused is lost (R37). Cents. */
export interface VoucherDiscount {
  discountCents: number;
  unusedCents: number;
}

/** What the voucher takes off a sale of this total: a percentage floored, then its maximum, then the sale itself (R37). */
export function voucherDiscount(
  { discount }: Pick<VoucherFace, 'discount'>,
  saleTotalCents: number,
): VoucherDiscount {
  const total = Math.max(0, saleTotalCents);
  if (discount.type === 'amount') {
    const discountCents = Math.min(discount.cents, total);
    return { discountCents, unusedCents: discount.cents - discountCents };
  }
  const share = floor(times(rational(total), rational(discount.bps, 10_000)));
  return { discountCents: Math.min(share, discount.maxCents ?? share, total), unusedCents: 0 };
}
