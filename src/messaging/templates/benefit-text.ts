import { formatBps, formatCents, formatPoints } from '../../loyalty';
import { enumeration, oneLine } from './wording';

/** A voucher as a message tells of it: the code to show at the till, and what it is worth. */
export interface VoucherGift {
  code: string;
  discount: { type: 'amount'; cents: number } | { type: 'percent'; bps: number };
}

/** What a message is about: cashback, points and vouchers together. */
export interface Benefit {
  cashbackCents: number;
  points: number;
  vouchers: readonly VoucherGift[];
}

/** Whether there is nothing in it. */
export function isEmpty({ cashbackCents, points, vouchers }: Benefit): boolean {
  return cashbackCents === 0 && points === 0 && vouchers.length === 0;
}

/**
 * A benefit in words: `R$ 12,50`, `120 pontos`, `R$ 12,50 e vale VOLTA-7K2M (10% de desconto)`. Nothing: `R$
 * 0,00`.
 */
export function benefitText(benefit: Benefit): string {
  const { cashbackCents, points, vouchers } = benefit;
  const parts = vouchers.map(voucherText);
  if (points !== 0) parts.unshift(formatPoints(points));
  if (cashbackCents !== 0 || isEmpty(benefit)) parts.unshift(formatCents(cashbackCents));
  return enumeration(parts);
}

function voucherText({ code, discount }: VoucherGift): string {
  const worth =
    discount.type === 'amount' ? formatCents(discount.cents) : `${formatBps(discount.bps)} de desconto`;
  return `vale ${oneLine(code)} (${worth})`;
}
