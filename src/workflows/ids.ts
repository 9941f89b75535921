import type { Channel } from '../loyalty';

/** Workflow ids are built here and nowhere else. Ids only: nothing in them names a person. */
export function saleWorkflowId(sale: { merchantId: string; channel: Channel; externalId: string }): string {
  return `sale/${sale.merchantId}/${sale.channel}/${sale.externalId}`;
}

export function redemptionWorkflowId(redemption: { merchantId: string; redemptionId: string }): string {
  return `redemption/${redemption.merchantId}/${redemption.redemptionId}`;
}

export function fileImportWorkflowId({
  merchantId,
  importId,
}: {
  merchantId: string;
  importId: string;
}): string {
  return `file-import/${merchantId}/${importId}`;
}

export function simulationWorkflowId({
  merchantId,
  simulationId,
}: {
  merchantId: string;
  simulationId: string;
}): string {
  return `simulation/${merchantId}/${simulationId}`;
}

export function customerMergeWorkflowId({
  merchantId,
  mergeId,
  undone,
}: {
  merchantId: string;
  mergeId: string;
  undone: boolean;
}): string {
  return `customer-merge/${merchantId}/${mergeId}${undone ? '/undone' : ''}`;
}

/**
 * The schedule that proves the ledgers, and its runs, to whose ids the server adds the time. One for each task queue: where
 * two installations share a namespace, each proves its own database.
 */
export function ledgerProofId(taskQueue: string): string {
  return `ledger-proof/${taskQueue}`;
}

/** The schedule that seals all ledgers, and the id of the runs it starts. */
export function ledgerSealingId(taskQueue: string): string {
  return `ledger-sealing/${taskQueue}`;
}
