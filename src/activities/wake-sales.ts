import { TypedSearchAttributes } from '@temporalio/common';
import { benefitMoved, SALE_WORKFLOW, saleWorkflowId, searchAttributes } from '../workflows';
import type { SaleInput } from '../workflows';
import type { ActivityDeps } from './deps';

/** Tells sales that their value moved elsewhere; one whose run has ended gets a new run that carries on from the ledger. */
export function createWakeSales({
  store,
  temporal,
  taskQueue,
  settleMs,
}: ActivityDeps): (merchantId: string, saleIds: string[], redemptionId: string) => Promise<void> {
  return async (merchantId, saleIds, redemptionId) => {
    for (const saleId of saleIds) {
      const sale = await store.sales.get(merchantId, saleId);
      if (!sale) continue;
      const { channel, externalId, connectionId } = sale;
      const input: SaleInput = { merchantId, saleId, channel, externalId, connectionId, settleMs };
      await temporal.workflow.signalWithStart(SALE_WORKFLOW, {
        workflowId: saleWorkflowId(input),
        taskQueue,
        args: [input],
        signal: benefitMoved,
        signalArgs: [{ redemptionId }],
        typedSearchAttributes: new TypedSearchAttributes([
          { key: searchAttributes.merchantId, value: merchantId },
          { key: searchAttributes.saleChannel, value: channel },
        ]),
      });
    }
  };
}
