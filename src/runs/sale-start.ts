import type { WorkflowStartOptions } from '@temporalio/client';
import type { SaleHint, SaleInput } from '../workflows';
import { saleWorkflowId, searchAttributes } from '../workflows';

/** What names a sale and its run. Any stored sale will do. */
export type SaleOfRun = Pick<SaleInput, 'merchantId' | 'channel' | 'externalId' | 'connectionId'> & {
  id: string;
};

/** What the run of a sale is told when it starts. `settleMs`: how long a burst of events is coalesced. */
export function saleInput(sale: SaleOfRun, settleMs: number): SaleInput {
  const { id: saleId, merchantId, channel, externalId, connectionId } = sale;
  return { merchantId, saleId, channel, externalId, connectionId, settleMs };
}

/** The hint that a sale was stored as somebody posted it: the same version hints once. */
export function postedHint({ id, version }: { id: string; version: number }): SaleHint {
  return { eventId: `${id}/${version}`, kind: 'posted' };
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
