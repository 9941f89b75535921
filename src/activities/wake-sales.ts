import { TypedSearchAttributes } from '@temporalio/common';
import type { Sale } from '../store';
import { benefitMoved, SALE_WORKFLOW, saleWorkflowId, searchAttributes } from '../workflows';
import type { SaleInput } from '../workflows';
import type { ActivityDeps } from './deps';

/** Tells sales that their value moved elsewhere. */
export function createWakeSales(
  deps: ActivityDeps,
): (merchantId: string, saleIds: string[], redemptionId: string) => Promise<void> {
  return async (merchantId, saleIds, redemptionId) => {
    for (const saleId of saleIds) {
      const sale = await deps.store.sales.get(merchantId, saleId);
      if (sale) await wakeSale(deps, sale, redemptionId);
    }
  };
}

/** Tells a sale that value moved elsewhere; one whose run has ended gets a new run that carries on from the ledger. */
export async function wakeSale(
  { temporal, taskQueue, settleMs }: Pick<ActivityDeps, 'temporal' | 'taskQueue' | 'settleMs'>,
  { id: saleId, merchantId, channel, externalId, connectionId }: Sale,
  redemptionId: string,
): Promise<void> {
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
