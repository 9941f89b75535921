import { explainAfterReturns, standingOf } from '../../loyalty';
import type { SaleRecord } from '../../loyalty';
import { standingFacts } from './standing';
import type { Sale } from './sales';

/** A stored sale as the rules see it. */
export function saleRecordOf(sale: Sale): SaleRecord {
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
    standing: standingOf(standingFacts(sale)),
    customerId: sale.customerId,
    completedAt: (sale.completedAt ?? sale.createdAt).getTime(),
    claimedAt: sale.claimedAt?.getTime() ?? null,
    returnedCents: sale.returnedCents,
    refundedCents: sale.refundedCents,
    voided: sale.voided,
    programVersion: sale.programVersion,
    pinned: sale.pinned,
    evaluated: sale.evaluated && { ...sale.evaluated, explanation: sale.explanation },
  };
}

/** The reasoning as it is shown: what returns have left of each result is part of it. */
export function reasoningOf(sale: Sale): Sale['explanation'] {
  if (sale.evaluated === null) return sale.explanation;
  return standingOf(standingFacts(sale)) === 'completed' ? explainAfterReturns(saleRecordOf(sale)) : [];
}
