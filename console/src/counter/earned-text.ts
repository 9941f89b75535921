import { formatMoney, formatPoints } from '../format';
import { counter } from '../words/pt/counter';

/** What a sale gave of each benefit. */
export interface Earned {
  earnedCents?: number;
  earnedPoints?: number;
  earnedVouchers?: number;
}

const LISTED = new Intl.ListFormat('pt-BR');

/** All that a sale gave, in words; null: nothing. */
export function earnedText({ earnedCents = 0, earnedPoints = 0, earnedVouchers = 0 }: Earned): string | null {
  const { cashback, vouchers } = counter.outcome.earned;
  const all = [
    ...(earnedCents > 0 ? [cashback(formatMoney(earnedCents))] : []),
    ...(earnedPoints > 0 ? [formatPoints(earnedPoints)] : []),
    ...(earnedVouchers > 0 ? [vouchers(earnedVouchers)] : []),
  ];
  return all.length === 0 ? null : LISTED.format(all);
}
