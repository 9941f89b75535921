import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { patched } from '@temporalio/workflow';
import type { SaleOutcome } from '../activities';
import { PARKED, searchAttributes } from './search-attributes';

/** An outcome as it is shown; its status may be one that only a run has. */
export type ShownOutcome = Omit<SaleOutcome, 'status'> & { status: string };

/**
 * An outcome as it is shown: a sale that is not read any more is found as such, whatever it has come to. Runs of an earlier version
 * showed what it had come to.
 */
export function shownAs(outcome: SaleOutcome): ShownOutcome {
  return outcome.parked && patched('parked-is-shown') ? { ...outcome, status: PARKED } : outcome;
}

/** What a sale is found by that has no outcome. */
export function saleStatusIs(status: string): SearchAttributeUpdatePair {
  return { key: searchAttributes.saleStatus, value: status };
}

/** What operators filter by, as far as it differs from what was shown before: one upsert for each change of state. */
export function changedAttributes(
  before: ShownOutcome | undefined,
  after: ShownOutcome,
): SearchAttributeUpdatePair[] {
  const pairs: [keyof ShownOutcome, SearchAttributeUpdatePair][] = [
    ['customerId', { key: searchAttributes.customerId, value: after.customerId }],
    ['status', { key: searchAttributes.saleStatus, value: after.status }],
    ['saleNumber', { key: searchAttributes.saleNumber, value: after.saleNumber }],
    ['benefitCents', { key: searchAttributes.benefitCents, value: after.benefitCents }],
    ['next', { key: searchAttributes.nextStepAt, value: after.next && new Date(after.next.at) }],
  ];
  return pairs
    .filter(([field]) => JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after[field]))
    .map(([, pair]) => pair);
}
