import type { WorkflowStartOptions } from '@temporalio/client';
import type { SaleInput } from '../workflows';
import { saleWorkflowId, searchAttributes } from '../workflows';

/** What the run of a stored sale is told, whoever starts it. */
export function saleInputOf(
  { id: saleId, merchantId, source: { channel, externalId, connectionId } }: StoredSale,
  settleMs: number,
): SaleInput {
  return { merchantId, saleId, channel, externalId, connectionId, settleMs };
}

/** The parts of a stored sale by which its run is known. */
export interface StoredSale {
  id: string;
  merchantId: string;
  source: Pick<SaleInput, 'channel' | 'externalId' | 'connectionId'>;
}

type SaleStart = WorkflowStartOptions<(input: SaleInput) => Promise<unknown>>;

/** How a sale's run is started, whatever starts it: what it is called, filtered by and shown as. */
export function saleStart(taskQueue: string, input: SaleInput): SaleStart {
  return {
    workflowId: saleWorkflowId(input),
    taskQueue,
    args: [input],
    typedSearchAttributes: [
      { key: searchAttributes.merchantId, value: input.merchantId },
      { key: searchAttributes.saleChannel, value: input.channel },
    ],
    staticSummary: `Venda ${input.channel} ${input.externalId}`,
  };
}
