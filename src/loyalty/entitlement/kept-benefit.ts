import type { SaleBenefit, StandingFacts } from '../sale';
import { whyNotCalculated } from './reasoning';
import type { SaleRecord } from './sale-record';

/** What is kept with a sale of what it was calculated to earn. */
export type KeptBenefit = Pick<
  SaleBenefit,
  | 'programVersion'
  | 'pinned'
  | 'formerPins'
  | 'usesFoundBy'
  | 'evaluated'
  | 'explanation'
  | 'refundedCents'
  | 'voided'
>;

/** @param record the sale as it was brought up to date, with its result where it has one */
export function keptBenefit(sale: StandingFacts, record: SaleRecord): KeptBenefit {
  const { programVersion, pinned, formerPins, usesFoundBy, refundedCents, voided } = record;
  const kept = { programVersion, pinned, formerPins, usesFoundBy, refundedCents, voided };
  if (record.evaluated === null) return { ...kept, evaluated: null, explanation: whyNotCalculated(sale) };
  const { of, grants, explanation } = record.evaluated;
  return { ...kept, evaluated: { of, grants }, explanation };
}
