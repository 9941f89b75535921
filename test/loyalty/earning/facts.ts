import { calculateBenefit } from '../../../src/loyalty/earning';
import type { Calculation, EarningFacts, RuleExplanation } from '../../../src/loyalty/earning';
import { checkProgram } from '../../../src/loyalty/program';
import type { Program } from '../../../src/loyalty/program';
import type { SaleContent } from '../../../src/loyalty/basis';

/** A sale of R$ 210,00 in goods and R$ 20,00 in freight, on Tuesday 10 March 2026 at noon in São Paulo. */
export function sale(parts: Partial<SaleContent> = {}): SaleContent {
  return {
    channel: 'bling',
    storeId: 'centro',
    soldAt: Date.parse('2026-03-10T12:00:00-03:00'),
    totalCents: 23_000,
    freightCents: 2_000,
    otherExpensesCents: 0,
    discountCents: 0,
    items: [
      { sku: 'CAMISA', totalCents: 14_000 },
      { sku: 'MEIA', totalCents: 7_000 },
    ],
    ...parts,
  };
}

/** That sale to a customer who has bought before, with no benefit used and nothing earned this month. */
export function facts(parts: Partial<EarningFacts> = {}): EarningFacts {
  return {
    sale: sale(),
    zone: 'America/Sao_Paulo',
    benefitPaidCents: 0,
    benefitSpent: false,
    pinned: { firstPurchase: false, segments: [] },
    monthEarned: {},
    budgetLeft: {},
    ...parts,
  };
}

/** Rules in brief: the grant and whatever else the test is about. */
export const cashback = (id: string, rateBps: number, extras: object = {}): object => ({
  id,
  grant: { type: 'cashback', rateBps },
  ...extras,
});
export const points = (id: string, per: number, extras: object = {}): object => ({
  id,
  grant: { type: 'points', points: 1, perCents: per },
  ...extras,
});
export const voucher = (id: string, template: string, extras: object = {}): object => ({
  id,
  grant: { type: 'voucher', template },
  ...extras,
});

const VOUCHERS = {
  'volta-20': { discount: { type: 'amount', cents: 2_000 } },
  'dez-por-cento': { discount: { type: 'percent', bps: 1_000 } },
  completo: {
    discount: { type: 'amount', cents: 500 },
    minSaleCents: 5_000,
    stores: ['centro', 'norte'],
    validity: 'P2M',
    uses: 3,
  },
  'metade-ate-15': { discount: { type: 'percent', bps: 5_000, maxCents: 1_500 } },
};

/** A program that was checked, of these rules. @throws Error with the problems */
export function program(rules: object[], earning: object = {}): Program {
  const check = checkProgram({ name: 'Clube', earning: { ...earning, rules }, vouchers: VOUCHERS });
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.program;
}

/** What these rules make of these facts. */
export function calculate(
  rules: object[],
  given: Partial<EarningFacts> = {},
  earning: object = {},
): Calculation {
  return calculateBenefit(program(rules, earning), facts(given));
}

/** What one rule made of them, which is also the only explanation. */
export function explain(
  rule: object,
  given: Partial<EarningFacts> = {},
  earning: object = {},
): RuleExplanation {
  const [explanation, ...others] = calculate([rule], given, earning).explanation;
  if (!explanation || others.length > 0) throw new Error('One rule has one explanation.');
  return explanation;
}
