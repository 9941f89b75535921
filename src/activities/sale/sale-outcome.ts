import { isChangedBy, nextStep, reasoning } from '../../loyalty';
import type { Instant, NextStep, Program, Sale, SaleEvent, SalePatch, SaleStatus } from '../../loyalty';
import type { SaleChange } from '../../store';
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
export function saleChangeOf(sale: Sale, patch: SalePatch, event?: SaleEvent): SaleChange | undefined {
  if (!isChangedBy(sale, patch) && !event) return undefined;
  const { merchantId, id, version } = sale;
  return { merchantId, id, version, patch, ...(event ? { event } : {}) };
}

/** @param sale as stored now, status fields up to date */
export function outcomeOf(sale: Sale, value: SaleValue, program: Program | null, now: Instant): SaleOutcome {
  const tells = program ? tellsOf(sale, value, program, now) : [];
  const step = nextStep(value.lots, tells, value.redemptions);
  return {
    status: sale.benefit.status,
    customerId: sale.owner.customerId,
    saleNumber: sale.source.number,
    benefitCents:
      sale.benefit.earnedCents + sale.benefit.earnedPoints * (program?.redemption.pointValueCents ?? 0),
    next: step && {
      do: step.do,
      at: new Date(step.at).toISOString(),
      key: step.do === 'tell' ? step.key : null,
    },
    details: detailsOf(sale, reasoning(sale), step),
  };
}
