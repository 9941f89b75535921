import type { VoucherTemplate } from '../program';
import { floor, rational, times } from '../basis';

/** What a voucher is worth and where: its template as the pinned version had it (R18), under the code staff type. */
export interface VoucherFace {
  code: string;
  /** The template's name in the program. */
  template: string;
  discount: VoucherTemplate['discount'];
  minSaleCents: number;
  /** Stores that take it; null: all. */
  stores: readonly string[] | null;
}

/** What a voucher takes off a sale; what an amount voucher leaves unused is lost (R37). Cents. */
export interface VoucherDiscount {
  discountCents: number;
  unusedCents: number;
}

/** The face of a voucher made by a template. */
export function faceOf(template: VoucherTemplate, name: string, code: string): VoucherFace {
  const { discount, minSaleCents, stores } = template;
  return { code, template: name, discount, minSaleCents, stores: stores ?? null };
}

/** What the voucher takes off a sale of this total: a percentage floored, then its maximum, then the sale itself (R37). */
export function discountOf(
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
