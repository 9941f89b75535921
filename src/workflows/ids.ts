import type { Channel } from '../loyalty';

/** Workflow ids are built here and nowhere else. Ids only: nothing in them names a person. */
export function saleWorkflowId(sale: { merchantId: string; channel: Channel; externalId: string }): string {
  return `sale/${sale.merchantId}/${sale.channel}/${sale.externalId}`;
}

export function redemptionWorkflowId(redemption: { merchantId: string; redemptionId: string }): string {
  return `redemption/${redemption.merchantId}/${redemption.redemptionId}`;
}
