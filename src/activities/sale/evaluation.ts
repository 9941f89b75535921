import { evaluateSale, evaluationNeeds, monthOfSale, monthUsage, needsEvaluation } from '../../loyalty';
import type { PinnedFacts, Program, Redemption, SaleRecord } from '../../loyalty';
import type { Usage, UsageRequest } from '../../store';

/** What has to be read, under the wallet's lock, to calculate the sale; null where its result still stands. */
export function usageRequest(
  record: SaleRecord,
  program: Program,
  naming: readonly Redemption[],
): UsageRequest | null {
  if (!needsEvaluation(record, naming)) return null;
  const needs = evaluationNeeds(program);
  return {
    saleId: record.id,
    month: needs.month ? monthOfSale(record) : null,
    budgets: needs.budgets,
    firstPurchase: needs.firstPurchase && record.pinned?.customerId !== record.customerId,
  };
}

/** The sale with its result: calculated by what was read, with what was known of its customer pinned (R17). */
export function evaluated(
  record: SaleRecord,
  program: Program,
  naming: readonly Redemption[],
  usage: Usage,
  segments: readonly string[],
): SaleRecord {
  const pinned = pinnedFor(record, usage, segments);
  const facts = pinned ?? { firstPurchase: false, segments: [] };
  const used = { month: monthUsage(program, usage.month), budget: usage.budget };
  return { ...record, pinned, evaluated: evaluateSale(program, record, naming, facts, used) };
}

function pinnedFor(
  { customerId, pinned }: SaleRecord,
  { firstPurchase }: Usage,
  segments: readonly string[],
): PinnedFacts | null {
  if (customerId === null) return null;
  return pinned?.customerId === customerId ? pinned : { customerId, firstPurchase, segments: [...segments] };
}
