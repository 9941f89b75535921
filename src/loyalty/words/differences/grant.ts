import { formatBps } from '../../basis';
import type { Rule, RuleGrant } from '../../program';
import { pointsRateWords } from '../phrases';
import type { Compare, ProgramChange } from './change';

/** What a rule gives: of another kind, or more or less of the same. */
export function compareGrant(subject: string, rulePath: string): Compare<Rule> {
  return ({ grant: before }, { grant: after }) => {
    const field = changedField(before, after);
    if (field === null) return [];
    const path = `${rulePath}.grant${field && `.${field}`}`;
    const text =
      before.type === after.type
        ? `${subject} passa de ${grantAmount(before)} para ${grantAmount(after)}`
        : `${subject} passa a dar ${grantBenefit(after)} em vez de ${grantBenefit(before)}`;
    return [{ path, kind: 'changed', text } satisfies ProgramChange];
  };
}

/** The only field that changed; empty for several at once, null for none. */
function changedField(before: RuleGrant, after: RuleGrant): string | null {
  if (before.type !== after.type) return 'type';
  const fields = Object.entries(after)
    .filter(([field, value]) => (before as Record<string, unknown>)[field] !== value)
    .map(([field]) => field);
  return fields.length > 1 ? '' : (fields[0] ?? null);
}

/** What a rule gives, where it is clear of which kind. */
function grantAmount(grant: RuleGrant): string {
  switch (grant.type) {
    case 'cashback':
      return formatBps(grant.rateBps);
    case 'points':
      return pointsRateWords(grant.points, grant.perCents);
    case 'voucher':
      return `vale ${grant.template}`;
  }
}

function grantBenefit(grant: RuleGrant): string {
  return grant.type === 'cashback' ? `${grantAmount(grant)} de cashback` : grantAmount(grant);
}
