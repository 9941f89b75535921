import { TypedSearchAttributes } from '@temporalio/common';
import type { Sale } from '../store';
import { SALE_WORKFLOW, saleChanged, saleWorkflowId, searchAttributes } from '../workflows';
import type { SaleInput } from '../workflows';
import type { ActivityDeps } from './deps';

/** Tells a sale's workflow that the stored sale is to be looked at, and starts it where there is none. */
export async function announceSale(
  { temporal, taskQueue, settleMs }: ActivityDeps,
  { id: saleId, merchantId, channel, externalId, connectionId, version }: Sale,
): Promise<void> {
  const input: SaleInput = { merchantId, saleId, channel, externalId, connectionId, settleMs };
  await temporal.workflow.signalWithStart(SALE_WORKFLOW, {
    workflowId: saleWorkflowId(input),
    taskQueue,
    args: [input],
    signal: saleChanged,
    signalArgs: [{ eventId: `${saleId}/${version}`, kind: 'posted' }],
    typedSearchAttributes: new TypedSearchAttributes([
      { key: searchAttributes.merchantId, value: merchantId },
      { key: searchAttributes.saleChannel, value: channel },
    ]),
    staticSummary: `Venda ${channel} ${externalId}`,
  });
}
