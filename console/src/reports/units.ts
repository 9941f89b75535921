import { formatMoney, formatPoints } from '../format';
import type { ReportSearch } from './report-queries';

/** As addresses name a benefit; cashback is left out of them. */
export type Benefit = NonNullable<ReportSearch['beneficio']> | 'cashback';

/** As the API names it. */
export const BENEFITS = { cashback: 'cashback', pontos: 'points', vales: 'voucher' } as const;

/** An amount of it in words. */
export const UNITS: Readonly<Record<Benefit, (amount: number) => string>> = {
  cashback: formatMoney,
  pontos: formatPoints,
  vales: String,
};

/** As addresses have it: cashback is left out. */
export function searched(benefit: Benefit): ReportSearch['beneficio'] {
  return benefit === 'cashback' ? undefined : benefit;
}
