import { amountOf } from './amount';
import { baseCents } from './base';
import { matches } from './conditions';
import type { Rule, Template } from './input';
import type { Sale, World } from './world';

interface Candidate {
  rule: Rule;
  amount: number;
  /** What `best` compares: the amount, or a voucher's face value. */
  worth: number;
}

/** What the pinned rules give for the sale as it is now: amounts by rule id, and the rules whose voucher is won. */
export function earn(world: World, sale: Sale): { amounts: Map<string, number>; vouchers: Set<string> } {
  const candidates = sale.version.rules.flatMap((rule) => candidate(world, sale, rule));
  const chosen = (['cashback', 'points', 'voucher'] as const).flatMap((type) =>
    combine(
      sale.version.combine,
      candidates.filter(({ rule }) => rule.grant.type === type),
    ),
  );
  return {
    amounts: new Map(
      chosen.filter(({ rule }) => rule.grant.type !== 'voucher').map(({ rule, amount }) => [rule.id, amount]),
    ),
    vouchers: new Set(chosen.filter(({ rule }) => rule.grant.type === 'voucher').map(({ rule }) => rule.id)),
  };
}

/** A rule that matches on a base above 0 and would pay something (R8, R12). */
function candidate(world: World, sale: Sale, rule: Rule): Candidate[] {
  if (!matches(sale, rule)) return [];
  const base = baseCents(world, sale, rule);
  if (base <= 0) return [];
  const { grant } = rule;
  if (grant.type === 'voucher') {
    const template = sale.version.vouchers[grant.template];
    return template ? [{ rule, amount: 0, worth: faceValue(template, sale.content.totalCents) }] : [];
  }
  const amount = amountOf(world, sale, rule, base);
  return amount > 0 ? [{ rule, amount, worth: amount }] : [];
}

/** Cents, or `maxCents`, else the percentage of this total (R16). */
function faceValue({ discount }: Template, totalCents: number): number {
  if (discount.type === 'amount') return discount.cents;
  return discount.maxCents ?? Number((BigInt(totalCents) * BigInt(discount.bps)) / 10_000n);
}

/** Among rules of one benefit type, in list order (R16). */
function combine(how: 'best' | 'first' | 'stack', candidates: Candidate[]): Candidate[] {
  if (how === 'stack') return candidates;
  const byPriority = [...candidates].sort(
    (a, b) => (a.rule.priority ?? Number.MAX_SAFE_INTEGER) - (b.rule.priority ?? Number.MAX_SAFE_INTEGER),
  );
  if (how === 'first') return byPriority.slice(0, 1);
  const best = Math.max(...byPriority.map(({ worth }) => worth));
  return byPriority.filter(({ worth }) => worth === best).slice(0, 1);
}
