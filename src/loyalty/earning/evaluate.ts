import type { GrantType, Program, Rule } from '../program';
import { ruleAmount } from './amount';
import { productBase, ZERO_BASE } from './base';
import type { Base } from './base';
import type { EarningFacts } from './calculation';
import { failedConditions } from './conditions';
import { discountText, faceValueCents } from './voucher';

/** One rule looked at by itself, before `combine` chooses. `pays` says that choosing it would give something. */
export interface Evaluation {
  rule: Rule;
  type: GrantType;
  matched: boolean;
  pays: boolean;
  amount: number;
  lines: string[];
}

/** The part of a program that a calculation reads. */
export type EarningProgram = Pick<Program, 'earning' | 'vouchers'>;

/** What a rule would give on this sale if it were the only one. */
export function evaluate(
  rule: Rule,
  program: EarningProgram,
  saleBase: Base,
  facts: EarningFacts,
): Evaluation {
  const nothing = { rule, type: rule.grant.type, matched: true, pays: false, amount: 0 };
  const failed = failedConditions(rule.when ?? {}, facts);
  if (failed.length > 0) return { ...nothing, matched: false, lines: failed };
  const skus = rule.when?.skus;
  const base = skus ? productBase(facts, program.earning.base, skus) : saleBase;
  if (base.cents <= 0) return { ...nothing, lines: [...base.lines, ZERO_BASE] };
  const { grant } = rule;
  const { amount, lines } =
    grant.type === 'voucher'
      ? voucher(grant.template, program, facts)
      : ruleAmount(rule, grant, base.cents, facts);
  const pays = grant.type === 'voucher' || amount > 0;
  return { ...nothing, pays, amount, lines: [...base.lines, ...lines] };
}

function voucher(
  name: string,
  program: EarningProgram,
  facts: EarningFacts,
): { amount: number; lines: string[] } {
  const template = program.vouchers[name];
  if (!template) throw new RangeError('A checked program has every voucher template its rules name.');
  return {
    amount: faceValueCents(template, facts.sale.totalCents),
    lines: [`Vale "${name}": ${discountText(template)}`],
  };
}
