import { benefitState, nextTurn, patched, reasoning, stepAfter, timeOf } from '../../loyalty';
import type {
  Instant,
  NextStep,
  Program,
  Sale,
  SaleEvent,
  SaleHoldings,
  SalePatch,
  SaleStatus,
} from '../../loyalty';
import type { SaleChange } from '../../store';
import type { BesideSale } from './beside-sale';
import { saleChange } from './sale-change';
import { saleDetails } from './sale-details';
import { shownNumber } from './shown-number';

/** What the workflow learns of a sale after each step: what it became, and what comes next. Ids and amounts only. */
export interface SaleOutcome {
  status: SaleStatus;
  customerId: string | null;
  /** As it may be shown. */
  saleNumber: string | null;
  /** Cashback, and points at their value when the sale was paid. */
  benefitCents: number;
  /**
   * `at` in ISO 8601 UTC: when it is carried out, which may be some time after it is due. Null where nothing is left to wait for.
   */
  next: {
    do: NextStep['do'];
    at: string;
    key: string | null;
    /** Of a notice: when time does something to the benefit, which no notice holds up. Absent: nothing, or an earlier version has said it. */
    timeAt?: string;
  } | null;
  /** It is not read any more, and goes on with what was known; absent: it is, or an earlier version has worked on it. */
  parked?: true;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

/** What its run learns of a sale, and the change to store; undefined where the sale is stored as it is. */
export interface UpdatedSale {
  outcome: SaleOutcome;
  change: SaleChange | undefined;
}

/**
 * The sale after its value has moved.
 * @param holdings as they are now, of its owner
 * @param program the version that pays it; null: none does
 * @param beside what is shown with it
 * @param patch what else has become of the sale
 */
export function updatedSale(
  sale: Sale,
  holdings: SaleHoldings,
  program: Program | null,
  now: Instant,
  beside: BesideSale,
  patch: SalePatch = {},
): UpdatedSale {
  const state = benefitState(patched(sale, patch), holdings);
  const settled = patched(sale, { ...patch, benefit: { ...patch.benefit, ...state } });
  const nextAt = dueInstant(sale, stepAfter(settled, holdings, program, now), now);
  const turn = nextTurn(settled, holdings.lots);
  const whole = { ...patch, benefit: { ...patch.benefit, ...state, ...turn, nextAt } };
  return {
    outcome: saleOutcome(settled, holdings, program, now, beside),
    change: saleChange(sale, whole, firstCalculated(sale, settled, now)),
  };
}

/** That it was calculated, which is said once: the version by which it was stays (R18). */
function firstCalculated(before: Sale, { benefit }: Sale, at: Instant): SaleEvent | undefined {
  const { programVersion } = benefit;
  if (before.benefit.programVersion !== null || programVersion === null) return undefined;
  return { at, event: 'calculated', text: `Calculada pela versão ${programVersion} do programa` };
}

/** @param sale as stored now, its benefit's state up to date */
export function saleOutcome(
  sale: Sale,
  holdings: SaleHoldings,
  program: Program | null,
  now: Instant,
  beside: BesideSale,
): SaleOutcome {
  const { status, earnedCents, earnedPoints } = sale.benefit;
  const step = stepAfter(sale, holdings, program, now);
  const timeAt = step?.do === 'tell' ? timeOf(sale, holdings) : null;
  return {
    status,
    customerId: sale.owner.customerId,
    saleNumber: shownNumber(sale.source),
    benefitCents: earnedCents + earnedPoints * (program?.redemption.pointValueCents ?? 0),
    next: step && {
      do: step.do,
      at: new Date(step.doAt).toISOString(),
      key: step.do === 'tell' ? step.key : null,
      ...(timeAt === null ? {} : { timeAt: new Date(timeAt).toISOString() }),
    },
    ...(sale.source.parked ? { parked: true as const } : {}),
    details: saleDetails(sale, reasoning(sale), step, beside),
  };
}

/** When the step is carried out, as it is kept with the sale: what was due already stays due since then, so that looking again changes nothing. */
export function dueInstant({ benefit }: Sale, step: NextStep | null, now: Instant): Instant | null {
  const known = benefit.nextAt ?? null;
  return step !== null && known !== null && known <= now && step.doAt <= now ? known : (step?.doAt ?? null);
}
