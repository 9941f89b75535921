import { formatBps, formatCents, formatPoints } from '../../basis';

/** A voucher's discount as the program has it. */
export type Discount =
  { type: 'amount'; cents: number } | { type: 'percent'; bps: number; maxCents?: number | undefined };

/** A voucher's discount: `R$ 20,00 de desconto`, `10% de desconto, até R$ 50,00`. */
export function discountWords(discount: Discount): string {
  if (discount.type === 'amount') return `${formatCents(discount.cents)} de desconto`;
  const limit = discount.maxCents === undefined ? '' : `, até ${formatCents(discount.maxCents)}`;
  return `${formatBps(discount.bps)} de desconto${limit}`;
}

/** A points rate: `1 ponto a cada R$ 1,00`. */
export function pointsRateWords(points: number, perCents: number): string {
  return `${formatPoints(points)} a cada ${formatCents(perCents)}`;
}
