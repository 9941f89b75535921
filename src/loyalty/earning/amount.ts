import {
  formatBps,
  formatCents,
  formatMultiplier,
  formatPoints,
  grouped,
  compare,
  floor,
  least,
  minus,
  plus,
  rational,
  times,
} from '../basis';
import type { Rule, RuleGrant } from '../program';
import type { Rational } from '../basis';
import { pointsRateWords } from '../words/phrases';
import type { EarningFacts } from './calculation';

/** A grant that is an amount, not a voucher. */
export type AmountGrant = Exclude<RuleGrant, { type: 'voucher' }>;

/** What a rule comes to, in the unit of its benefit, with the arithmetic line by line. */
export interface RuleAmount {
  amount: number;
  lines: string[];
}

interface Unit {
  bonus?: number;
  capPerSale?: number;
  capPerMonth?: number;
  budget?: number;
  whole: (amount: number) => string;
  exact: (amount: Rational) => string;
}

/**
 * The amount of a cashback or points rule on a base above 0: rate, multiplier, bonus, cap per sale, cap per month and
 * budget in this order, exact, and one floor at the end (R12). Caps and budget reduce, they never refuse (R14, R15).
 */
export function ruleAmount(
  rule: Rule,
  grant: AmountGrant,
  baseCents: number,
  facts: EarningFacts,
): RuleAmount {
  const unit = amountUnit(rule, grant);
  const steps = new Steps(unit, rated(grant, baseCents));
  const milli = rule.multiplierMilli ?? 1_000;
  if (milli !== 1_000) {
    steps.add(`Multiplicador de ${formatMultiplier(milli)}`, (value) => times(value, rational(milli, 1_000)));
  }
  const { bonus, capPerSale, capPerMonth, budget } = unit;
  if (bonus !== undefined)
    steps.add(`Bônus de ${unit.whole(bonus)}`, (value) => plus(value, rational(bonus)));
  if (capPerSale !== undefined) steps.cap(`Teto por venda de ${unit.whole(capPerSale)}`, capPerSale);
  if (capPerMonth !== undefined) {
    const earned = ruleFact(facts.monthEarned, rule.id, 0);
    const name = `Teto por mês de ${unit.whole(capPerMonth)} (ganho no mês: ${unit.whole(earned)})`;
    steps.cap(name, capPerMonth - earned);
  }
  if (budget !== undefined) {
    const left = ruleFact(facts.budgetLeft, rule.id, budget);
    steps.cap(`Verba de ${unit.whole(budget)} (saldo: ${unit.whole(Math.max(0, left))})`, left);
  }
  return steps.floored();
}

/** The amount on its way through the steps of R12. */
class Steps {
  private readonly lines: string[];
  private value: Rational;

  constructor(
    private readonly unit: Unit,
    start: { value: Rational; line: string },
  ) {
    this.value = start.value;
    this.lines = [`${start.line} = ${unit.exact(start.value)}`];
  }

  add(line: string, change: (value: Rational) => Rational): void {
    this.value = change(this.value);
    this.lines.push(`${line}: ${this.unit.exact(this.value)}`);
  }

  cap(line: string, limit: number): void {
    const kept = least(this.value, rational(Math.max(0, limit)));
    const cut = minus(this.value, kept);
    const { exact } = this.unit;
    const outcome =
      compare(cut, rational(0)) > 0 ? `reduzido a ${exact(kept)} (cortou ${exact(cut)})` : 'sem corte';
    this.value = kept;
    this.lines.push(`${line}: ${outcome}`);
  }

  floored(): RuleAmount {
    const amount = floor(this.value);
    if (compare(rational(amount), this.value) !== 0)
      this.lines.push(`Arredondado para baixo: ${this.unit.whole(amount)}`);
    if (amount === 0) this.lines.push('O resultado é zero, e nada é gerado');
    return { amount, lines: this.lines };
  }
}

function rated(grant: AmountGrant, baseCents: number): { value: Rational; line: string } {
  const base = rational(baseCents);
  const of = formatCents(baseCents);
  if (grant.type === 'cashback') {
    return {
      value: times(base, rational(grant.rateBps, 10_000)),
      line: `${formatBps(grant.rateBps)} de ${of}`,
    };
  }
  const rate = pointsRateWords(grant.points, grant.perCents);
  return { value: times(base, rational(grant.points, grant.perCents)), line: `${rate} de ${of}` };
}

function amountUnit(rule: Rule, grant: AmountGrant): Unit {
  if (grant.type === 'points') {
    return {
      bonus: rule.bonusPoints,
      capPerSale: rule.capPerSalePoints,
      capPerMonth: rule.capPerCustomerPerMonthPoints,
      budget: rule.budgetPoints,
      whole: formatPoints,
      exact: (amount) =>
        `${decimalText(amount, 0)} ${compare(amount, rational(1)) === 0 ? 'ponto' : 'pontos'}`,
    };
  }
  return {
    bonus: rule.bonusCents,
    capPerSale: rule.capPerSaleCents,
    capPerMonth: rule.capPerCustomerPerMonthCents,
    budget: rule.budgetCents,
    whole: formatCents,
    exact: (amount) => `R$ ${decimalText(times(amount, rational(1, 100)), 2)}`,
  };
}

/** What the facts say of a rule, or `absent`. Merchants name the rules, so one named `constructor` must not find what objects inherit. */
function ruleFact(record: Readonly<Record<string, number>>, ruleId: string, absent: number): number {
  return Object.hasOwn(record, ruleId) ? (record[ruleId] ?? absent) : absent;
}

const SHOWN_PLACES = 6;

/** A value of zero or more as Brazil writes it, exact up to six decimals; what lies beyond is shown as `…`. */
function decimalText(value: Rational, leastPlaces: number): string {
  const scaled = value.numerator * 10n ** BigInt(SHOWN_PLACES);
  const digits = String(scaled / value.denominator).padStart(SHOWN_PLACES + 1, '0');
  const decimals = digits
    .slice(-SHOWN_PLACES)
    .replace(/(?<!0)0+$/, '')
    .padEnd(leastPlaces, '0');
  const beyond = scaled % value.denominator === 0n ? '' : '…';
  return `${grouped(digits.slice(0, -SHOWN_PLACES))}${decimals && `,${decimals}`}${beyond}`;
}
