import { nextStep } from '../../loyalty';
import type { Instant, NextStep, Program } from '../../loyalty';
import { reasoningOf } from '../../store';
import type { Sale, SaleChange, SaleStatus } from '../../store';
import { tellsOf } from '../notice';
import { detailsOf } from './sale-details';
import type { SaleValue } from './sale-value';

/** What the workflow learns of a sale after each step: what it became, and what comes next. Ids and amounts only. */
export interface SaleOutcome {
  status: SaleStatus;
  customerId: string | null;
  saleNumber: string | null;
  /** Cashback, and points at their value when the sale was paid. */
  benefitCents: number;
  /** `at` in ISO 8601 UTC; null where nothing is left to wait for. */
  next: { do: NextStep['do']; at: string; key: string | null } | null;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

/** The change that brings the stored sale up to date; undefined where it is. */
export function saleChangeOf(
  sale: Sale,
  set: SaleChange['set'],
  event?: SaleChange['event'],
): SaleChange | undefined {
  const changed = Object.entries(set).some(
    ([field, value]) => JSON.stringify(sale[field as keyof Sale] ?? null) !== JSON.stringify(value ?? null),
  );
  if (!changed && !event) return undefined;
  return {
    merchantId: sale.merchantId,
    id: sale.id,
    version: sale.version,
    set,
    ...(event ? { event } : {}),
  };
}

/** @param sale as stored now, status fields up to date */
export function outcomeOf(sale: Sale, value: SaleValue, program: Program | null, now: Instant): SaleOutcome {
  const tells = program ? tellsOf(sale, value, program, now) : [];
  const step = nextStep(value.lots, tells, value.redemptions);
  return {
    status: sale.status,
    customerId: sale.customerId,
    saleNumber: sale.number,
    benefitCents: sale.earnedCents + sale.earnedPoints * (program?.redemption.pointValueCents ?? 0),
    next: step && {
      do: step.do,
      at: new Date(step.at).toISOString(),
      key: step.do === 'tell' ? step.key : null,
    },
    details: detailsOf(sale, reasoningOf(sale), step),
  };
}
