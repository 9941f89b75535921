import { explainAfterReturns } from '../../loyalty';
import type { RuleExplanation, Sale, SaleRecord, SaleState, SourceStatus } from '../../loyalty';

const STATES: Record<SourceStatus, SaleState> = {
  open: 'open',
  refused: 'open',
  completed: 'completed',
  cancelled: 'cancelled',
  missing: 'cancelled',
};

/** A stored sale as the rules see it. What a sale that is no longer completed was calculated to earn counts no more. */
export function saleRecordOf(sale: Sale): SaleRecord {
  const state = stateOf(sale);
  const { source, content, owner, purchase, benefit } = sale;
  return {
    ...content,
    id: sale.id,
    channel: source.channel,
    soldAt: content.soldAt ?? sale.createdAt,
    state,
    customerId: owner.customerId,
    completedAt: source.completedAt ?? sale.createdAt,
    claimedAt: owner.claimedAt,
    returnedCents: purchase.returnedCents,
    voided: benefit.voided,
    pinned: benefit.pinned,
    evaluated:
      state === 'completed' && benefit.evaluated
        ? { ...benefit.evaluated, explanation: benefit.explanation }
        : null,
  };
}

/**
 * A purchase that counts elsewhere, or whose counting is under review, counts nowhere here; what was spent on it stays spent.
 * One source that cancels it cancels it for all.
 */
function stateOf({ source, purchase }: Sale): SaleState {
  if (purchase.duplicateOf !== null) return 'open';
  const state = STATES[source.status];
  if (state !== 'completed') return state;
  if (purchase.reviewId !== null) return 'open';
  return purchase.tellings.some(({ cancelled }) => cancelled) ? 'cancelled' : 'completed';
}

/** The reasoning as it is shown: what returns have left of each result is part of it. */
export function reasoningOf(sale: Sale): RuleExplanation[] {
  const { evaluated, explanation } = sale.benefit;
  return evaluated === null ? explanation : explainAfterReturns(saleRecordOf(sale));
}
