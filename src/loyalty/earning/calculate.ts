import type { GrantType } from '../program';
import { saleBase } from './base';
import type { Calculation, EarnedGrant, EarningFacts, RuleExplanation } from './calculation';
import { payingRules, passedOverLine } from './combine';
import { applyRule } from './apply-rule';
import type { EarningProgram, AppliedRule } from './apply-rule';

const TYPES: GrantType[] = ['cashback', 'points', 'voucher'];

/**
 * What a sale earns by a program, and why (R7–R17): applies every rule, and lets `combine` choose which of them pay. Exact; the
 * same arguments give the same answer at any time. Returns are no part of it: see `deservedAfterReturns`. The program must
 * have passed `checkProgram`.
 * @throws AmountTooLargeError when an absurd sale earns beyond the safe integers; UnknownZoneError
 */
export function calculateBenefit(program: EarningProgram, facts: EarningFacts): Calculation {
  const { base: settings, rules, combine } = program.earning;
  const base = saleBase(facts, settings);
  const baseCents = Math.max(0, base.cents);
  if (rules.length === 0) return { baseCents, grants: [], explanation: [WITHOUT_RULES] };
  const applied = rules
    .map((rule) => applyRule(rule, program, base, facts))
    .map((one) => (!settings.earnOnRedeemed && facts.benefitSpent ? withoutEarning(one) : one));
  const winners = TYPES.flatMap((type) => {
    const competing = applied.filter((one) => one.type === type);
    return payingRules(competing, combine);
  });
  return {
    baseCents,
    grants: applied.filter((one) => winners.includes(one)).map(earnedGrant),
    explanation: applied.map((one) => explained(one, winners, combine)),
  };
}

function explained(
  one: AppliedRule,
  winners: AppliedRule[],
  combine: EarningProgram['earning']['combine'],
): RuleExplanation {
  const { rule, type, amount, matched, pays, lines } = one;
  const explanation = { ruleId: rule.id, type, amount, lines };
  if (!matched) return { ...explanation, outcome: 'not_matched' };
  if (!pays) return { ...explanation, outcome: 'nothing' };
  const winner = winners.find((other) => other.type === type);
  if (!winner || winners.includes(one)) return { ...explanation, outcome: 'paid' };
  const why = passedOverLine(one, winner, combine);
  return { ...explanation, outcome: 'passed_over', lines: [...lines, why] };
}

function earnedGrant({ rule, amount }: AppliedRule): EarnedGrant {
  const { grant } = rule;
  if (grant.type === 'voucher') return { ruleId: rule.id, type: 'voucher', template: grant.template };
  return { ruleId: rule.id, type: grant.type, amount };
}

/** A rule that applies, on a sale that may not earn because benefit was spent on it (R10). */
function withoutEarning(one: AppliedRule): AppliedRule {
  if (!one.matched) return one;
  const line = 'Foi usado benefício nesta venda, e o programa não dá novo benefício nesse caso';
  return { ...one, pays: false, amount: 0, lines: [line] };
}

const WITHOUT_RULES: RuleExplanation = {
  ruleId: null,
  type: null,
  outcome: 'nothing',
  amount: 0,
  lines: ['O programa não tem regras, e nada é gerado'],
};
