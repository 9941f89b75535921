import type { GrantType, Program, Rule } from '../program';
import { ruleAmount } from './amount';
import { productBase, ZERO_BASE } from './base';
import type { Base } from './base';
import type { EarningFacts } from './calculation';
import { readConditions } from './conditions';
import { voucherAmount } from './voucher';

/**
 * What one rule gives on one sale, before `combine` chooses between rules. `amount` is cents, points or, for a voucher, its face
 * value in cents; `pays` says that choosing it would give something; `lines` is the reasoning, in pt-BR.
 */
export interface AppliedRule {
  rule: Rule;
  type: GrantType;
  matched: boolean;
  pays: boolean;
  amount: number;
  lines: string[];
}

/** The part of a program that a calculation reads. */
export type EarningProgram = Pick<Program, 'earning' | 'vouchers'>;

/** Applies one rule to a sale as if it were the only one: conditions, then base, then amount. */
export function applyRule(
  rule: Rule,
  program: EarningProgram,
  saleBase: Base,
  facts: EarningFacts,
): AppliedRule {
  const nothing = { rule, type: rule.grant.type, matched: true, pays: false, amount: 0 };
  const { held, failed } = readConditions(rule.when ?? {}, facts);
  if (failed.length > 0) return { ...nothing, matched: false, lines: failed };
  const skus = rule.when?.skus;
  const base = skus ? productBase(facts, program.earning.base, skus) : saleBase;
  const before = [...(held.length > 0 ? [`Condições atendidas: ${held.join('; ')}`] : []), ...base.lines];
  if (base.cents <= 0) return { ...nothing, lines: [...before, ZERO_BASE] };
  const { grant } = rule;
  const { amount, lines } =
    grant.type === 'voucher'
      ? voucherAmount(grant.template, program, facts.sale.totalCents)
      : ruleAmount(rule, grant, base.cents, facts);
  const pays = grant.type === 'voucher' || amount > 0;
  return { ...nothing, pays, amount, lines: [...before, ...lines] };
}
