import { calculateBenefit } from '../earning';
import { countedForMonth, redemptionCents } from '../ledger';
import type { Grant, Redemption } from '../ledger';
import type { Program, Rule } from '../program';
import type { EvaluatedSale, PinnedFacts } from '../sale';
import type { SaleRecord } from './sale-record';

/** What a program's rules look at besides the sale itself: loading anything else would be waste. */
export interface EvaluationNeeds {
  firstPurchase: boolean;
  segments: boolean;
  /** Some rule has a cap per customer and month. */
  month: boolean;
  /** Rules with a budget. */
  budgets: Rule[];
}

/**
 * What the program's caps and budgets have been used for by other sales. By rule id; absent: nothing. A budget counts
 * what the sales deserve: net of returns, not of expiry (R15).
 */
export interface RuleUsage {
  month: Readonly<Record<string, number>>;
  budget: Readonly<Record<string, number>>;
}

export function evaluationNeeds(program: Program): EvaluationNeeds {
  const { rules } = program.earning;
  return {
    firstPurchase: rules.some(({ when }) => when?.firstPurchase !== undefined),
    segments: rules.some(({ when }) => when?.segment !== undefined),
    month: rules.some(
      (rule) => (rule.capPerCustomerPerMonthCents ?? rule.capPerCustomerPerMonthPoints) !== undefined,
    ),
    budgets: rules.filter((rule) => (rule.budgetCents ?? rule.budgetPoints) !== undefined),
  };
}

/**
 * Sums what a customer's other sales of the month count for the caps of the program's rules, in the rule's own benefit,
 * net of what was taken back (R14). By rule id.
 */
export function monthUsage(program: Program, grants: readonly Grant[]): Record<string, number> {
  const typeOf = new Map(program.earning.rules.map((rule) => [rule.id, rule.grant.type]));
  const byRule = new Map<string, number>();
  for (const grant of grants) {
    if (typeOf.get(grant.ruleId) !== grant.type) continue;
    byRule.set(grant.ruleId, (byRule.get(grant.ruleId) ?? 0) + countedForMonth(grant));
  }
  return Object.fromEntries(byRule);
}

/** What of the sale was paid with benefit, by the confirmed redemptions that name it (R9, R10). */
export function benefitPaid(
  sale: Pick<SaleRecord, 'discountCents'>,
  naming: readonly Redemption[],
): { benefitPaidCents: number; benefitSpent: boolean } {
  const confirmed = naming.filter(({ state }) => state === 'confirmed');
  const paid = confirmed.reduce((sum, redemption) => sum + redemptionCents(redemption), 0);
  return { benefitPaidCents: Math.max(0, paid - sale.discountCents), benefitSpent: confirmed.length > 0 };
}

/**
 * Everything a result depends on besides the pinned version, the customer, caps and budgets: while it is the same, so is the
 * result.
 */
export function evaluationKey(sale: SaleRecord, naming: readonly Redemption[]): string {
  const { benefitPaidCents, benefitSpent } = benefitPaid(sale, naming);
  return JSON.stringify([
    sale.customerId !== null,
    sale.channel,
    sale.storeId,
    sale.soldAt,
    sale.zone,
    sale.totalCents,
    sale.freightCents,
    sale.otherExpensesCents,
    benefitPaidCents,
    benefitSpent,
    sale.items.map(({ sku, totalCents }) => [sku, totalCents]),
  ]);
}

/** Whether the sale must be calculated (again): it is completed, and something it was calculated from has changed (R20). */
export function needsEvaluation(sale: SaleRecord, naming: readonly Redemption[]): boolean {
  if (sale.state !== 'completed') return false;
  const ofAnother = sale.customerId !== null && sale.pinned?.customerId !== sale.customerId;
  return ofAnother || sale.evaluated?.of !== evaluationKey(sale, naming);
}

/** Calculates what the content earns by the pinned version, before returns. */
export function evaluateSale(
  program: Program,
  sale: SaleRecord,
  naming: readonly Redemption[],
  pinned: Pick<PinnedFacts, 'firstPurchase' | 'segments'>,
  usage: RuleUsage,
): EvaluatedSale {
  const { grants, explanation } = calculateBenefit(program, {
    sale,
    zone: sale.zone,
    ...benefitPaid(sale, naming),
    pinned,
    monthEarned: usage.month,
    budgetLeft: budgetLeft(program, usage),
  });
  return { of: evaluationKey(sale, naming), grants, explanation };
}

function budgetLeft(program: Program, { budget }: RuleUsage): Record<string, number> {
  return Object.fromEntries(
    program.earning.rules.flatMap((rule) => {
      const whole = rule.budgetCents ?? rule.budgetPoints;
      const used = Object.hasOwn(budget, rule.id) ? (budget[rule.id] ?? 0) : 0;
      return whole === undefined ? [] : [[rule.id, whole - used]];
    }),
  );
}
