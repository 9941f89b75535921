import { settledAmount } from '../../loyalty';
import type { Grant } from '../../loyalty';

/** By budget, how much more (or less) its rule's sales deserve than before. */
export type BudgetChanges = ReadonlyMap<string, number>;

/** By budget (`type/rule`), how what is deserved changes from one state of some grants to another. */
export function budgetChanges(before: ReadonlyMap<string, number>, grants: readonly Grant[]): BudgetChanges {
  const changes = new Map<string, number>();
  for (const grant of grants) {
    const key = `${grant.type}/${grant.ruleId}`;
    const change = settledAmount(grant) - (before.get(grantKey(grant)) ?? 0);
    changes.set(key, (changes.get(key) ?? 0) + change);
  }
  return changes;
}

/** What each grant's sale deserved, to be compared with afterwards. */
export function deservedBefore(grants: readonly Grant[]): ReadonlyMap<string, number> {
  return new Map(grants.map((grant) => [grantKey(grant), settledAmount(grant)]));
}

function grantKey({ saleId, ruleId, type, customerId }: Grant): string {
  return JSON.stringify([saleId, ruleId, type, customerId]);
}
