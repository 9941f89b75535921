import { formatBps, formatCents } from '../money';
import type { VoucherTemplate } from '../program';
import { floor, rational, times } from '../rational';

/**
 * What a voucher is worth when rules compete (R16), in cents: its amount, or the most a percentage can take off, or
 * with no such limit the percentage of this sale's total, floored as the discount itself is (R37).
 */
export function faceValueCents({ discount }: VoucherTemplate, saleTotalCents: number): number {
  if (discount.type === 'amount') return discount.cents;
  return (
    discount.maxCents ?? floor(times(rational(Math.max(0, saleTotalCents)), rational(discount.bps, 10_000)))
  );
}

/** A voucher's discount in pt-BR: `R$ 20,00 de desconto`, `10% de desconto, até R$ 50,00`. */
export function discountText({ discount }: VoucherTemplate): string {
  if (discount.type === 'amount') return `${formatCents(discount.cents)} de desconto`;
  const limit = discount.maxCents === undefined ? '' : `, até ${formatCents(discount.maxCents)}`;
  return `${formatBps(discount.bps)} de desconto${limit}`;
}
