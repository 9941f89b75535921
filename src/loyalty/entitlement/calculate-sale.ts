import { calculateBenefit } from '../earning';
import { redemptionCents } from '../ledger';
import type { Redemption } from '../ledger';
import type { Program } from '../program';
import type { EvaluatedSale, PinnedFacts } from '../sale';
import type { SaleRecord } from './sale-record';
import type { RuleUsage } from './usage';

/** Everything besides the sale that its result is calculated from. */
export interface CalculationBasis {
  program: Program;
  /** Those that name the sale, of any customer. */
  redemptions: readonly Redemption[];
  facts: Pick<PinnedFacts, 'firstPurchase' | 'segments'>;
  usage: RuleUsage;
}

/** Whether the sale must be calculated (again): it is completed, not withheld, and something it was calculated from has changed (R20). */
export function mustBeCalculated(sale: SaleRecord, redemptions: readonly Redemption[]): boolean {
  if (sale.standing !== 'completed' || sale.withheld) return false;
  const ofAnother = sale.customerId !== null && sale.pinned?.customerId !== sale.customerId;
  return ofAnother || sale.evaluated?.of !== calculatedFrom(sale, redemptions);
}

/** Calculates what the content earns, before returns, and marks what it was calculated from. */
export function calculateSale(sale: SaleRecord, basis: CalculationBasis): EvaluatedSale {
  const { program, redemptions, facts, usage } = basis;
  const { grants, explanation } = calculateBenefit(program, {
    sale,
    zone: sale.zone,
    ...benefitPaid(sale, redemptions),
    pinned: facts,
    monthEarned: usage.month,
    budgetLeft: budgetLeft(program, usage),
  });
  return { of: calculatedFrom(sale, redemptions), grants, explanation };
}

/** What of the sale was paid with benefit, by the confirmed redemptions that name it (R9, R10). */
function benefitPaid(
  sale: Pick<SaleRecord, 'discountCents'>,
  redemptions: readonly Redemption[],
): { benefitPaidCents: number; benefitSpent: boolean } {
  const confirmed = redemptions.filter(({ state }) => state === 'confirmed');
  const paid = confirmed.reduce((sum, redemption) => sum + redemptionCents(redemption), 0);
  return { benefitPaidCents: Math.max(0, paid - sale.discountCents), benefitSpent: confirmed.length > 0 };
}

/**
 * Everything a result depends on besides the pinned version, the customer, caps and budgets, in one text: while it is the
 * same, so is the result.
 */
function calculatedFrom(sale: SaleRecord, redemptions: readonly Redemption[]): string {
  const { benefitPaidCents, benefitSpent } = benefitPaid(sale, redemptions);
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

function budgetLeft(program: Program, { budget }: RuleUsage): Record<string, number> {
  return Object.fromEntries(
    program.earning.rules.flatMap((rule) => {
      const whole = rule.budgetCents ?? rule.budgetPoints;
      const used = Object.hasOwn(budget, rule.id) ? (budget[rule.id] ?? 0) : 0;
      return whole === undefined ? [] : [[rule.id, whole - used]];
    }),
  );
}
