import type { Program, Rule } from '../../program';
import { calculateSale } from '../../entitlement';
import type { CalculationBasis, SaleRecord } from '../../entitlement';

/** What caps and the budget took of a rule's result on one sale, in the unit of its benefit. */
export interface Cuts {
  byCaps: number;
  byBudget: number;
}

/** A rule that can be cut, in two programs that have no other rule: one without its budget, one without its caps either. */
interface Uncut {
  withoutBudget: Program;
  withoutLimits: Program;
}

/** The rules of a program that something can be cut of, by id. */
export function cuttable(program: Program): ReadonlyMap<string, Uncut> {
  const alone = (rule: Rule): Program => ({
    ...program,
    earning: { ...program.earning, rules: [rule] },
  });
  return new Map(
    program.earning.rules.filter(isLimited).map((rule) => [
      rule.id,
      {
        withoutBudget: alone(withoutBudget(rule)),
        withoutLimits: alone(withoutCaps(withoutBudget(rule))),
      },
    ]),
  );
}

/** What was cut of a result that came to `amount`, each part floored as the result itself is (R12). */
export function measureCuts(
  { withoutBudget, withoutLimits }: Uncut,
  amount: number,
  sale: SaleRecord,
  basis: Omit<CalculationBasis, 'program'>,
): Cuts {
  const amountBy = (program: Program): number =>
    calculateSale(sale, { ...basis, program }).explanation[0]?.amount ?? 0;
  const beforeBudget = amountBy(withoutBudget);
  return { byCaps: amountBy(withoutLimits) - beforeBudget, byBudget: beforeBudget - amount };
}

function isLimited(rule: Rule): boolean {
  return Object.keys(rule).length > Object.keys(withoutCaps(withoutBudget(rule))).length;
}

function withoutBudget({ budgetCents: _cents, budgetPoints: _points, ...rule }: Rule): Rule {
  return rule;
}

function withoutCaps({
  capPerSaleCents: _saleCents,
  capPerSalePoints: _salePoints,
  capPerCustomerPerMonthCents: _monthCents,
  capPerCustomerPerMonthPoints: _monthPoints,
  ...rule
}: Rule): Rule {
  return rule;
}
