import { explainAfterReturns } from '../../loyalty';
import type { SaleRecord, SaleState } from '../../loyalty';
import type { SourceStatus } from './sale-model';
import type { Sale } from './sales';

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
  return {
    id: sale.id,
    channel: sale.channel,
    storeId: sale.storeId,
    soldAt: (sale.soldAt ?? sale.createdAt).getTime(),
    totalCents: sale.totalCents,
    freightCents: sale.freightCents,
    otherExpensesCents: sale.otherExpensesCents,
    discountCents: sale.discountCents,
    items: sale.items,
    zone: sale.zone,
    state,
    customerId: sale.customerId,
    completedAt: (sale.completedAt ?? sale.createdAt).getTime(),
    claimedAt: sale.claimedAt?.getTime() ?? null,
    returnedCents: sale.returnedCents,
    voided: sale.voided,
    pinned: sale.pinned,
    evaluated:
      state === 'completed' && sale.evaluated ? { ...sale.evaluated, explanation: sale.explanation } : null,
  };
}

/**
 * A purchase that counts elsewhere, or whose counting is under review, counts nowhere here; what was spent on it stays spent.
 * One source that cancels it cancels it for all.
 */
function stateOf({ sourceStatus, duplicateOf, heldFor, evidence }: Sale): SaleState {
  if (duplicateOf !== null) return 'open';
  const state = STATES[sourceStatus];
  if (state !== 'completed') return state;
  if (heldFor !== null) return 'open';
  return evidence.some(({ cancelled }) => cancelled) ? 'cancelled' : 'completed';
}

/** The reasoning as it is shown: what returns have left of each result is part of it. */
export function reasoningOf(sale: Sale): Sale['explanation'] {
  return sale.evaluated === null ? sale.explanation : explainAfterReturns(saleRecordOf(sale));
}
