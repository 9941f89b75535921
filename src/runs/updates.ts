import { WithStartWorkflowOperation } from '@temporalio/client';
import type { WorkflowStartOptions } from '@temporalio/client';
import type { UpdateDefinition, Workflow } from '@temporalio/common';
import { REDEMPTION_WORKFLOW, redemptionWorkflowId, SALE_WORKFLOW, searchAttributes } from '../workflows';
import type { RedemptionInput, RedemptionReceipt, SaleInput } from '../workflows';
import { OutcomeUnknownError, updateError } from './errors';
import { saleInput, saleStart } from './sale-start';
import type { SaleOfRun } from './sale-start';
import { bounded } from './target';
import type { Target } from './target';

const UPDATE_MS = 10_000;

type RedemptionWorkflow = (input: RedemptionInput) => Promise<unknown>;
type SaleWorkflow = (input: SaleInput) => Promise<unknown>;

/** How a redemption's run is started, whatever starts it. */
export function redemptionStart(
  taskQueue: string,
  input: RedemptionInput,
): WorkflowStartOptions<RedemptionWorkflow> {
  return {
    workflowId: redemptionWorkflowId(input),
    taskQueue,
    args: [input],
    typedSearchAttributes: [{ key: searchAttributes.merchantId, value: input.merchantId }],
    staticSummary: `Resgate ${input.redemptionId}`,
  };
}

/** An update of a redemption, whose run begins with it if it has to. */
export function updateRedemption<Request>(
  target: Target,
  definition: UpdateDefinition<RedemptionReceipt, [Request]>,
  input: RedemptionInput,
  request: Request,
  updateId: string,
): Promise<RedemptionReceipt> {
  const start = new WithStartWorkflowOperation<RedemptionWorkflow>(REDEMPTION_WORKFLOW, {
    ...redemptionStart(target.taskQueue, input),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return update(target, definition, start, request, updateId);
}

/** An update of a sale: one that has ended gets a new run, which finds the ledger as it stands. */
export function updateSale<Receipt, Request>(
  target: Target,
  definition: UpdateDefinition<Receipt, [Request]>,
  sale: SaleOfRun,
  request: Request,
  updateId: string,
): Promise<Receipt> {
  const start = new WithStartWorkflowOperation<SaleWorkflow>(SALE_WORKFLOW, {
    ...saleStart(target.taskQueue, saleInput(sale, target.coalesceMs)),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return update(target, definition, start, request, updateId);
}

async function update<Run extends Workflow, Receipt, Request>(
  { client }: Target,
  definition: UpdateDefinition<Receipt, [Request]>,
  startWorkflowOperation: WithStartWorkflowOperation<Run>,
  request: Request,
  updateId: string,
): Promise<Receipt> {
  const call = (): Promise<Receipt> =>
    client.workflow.executeUpdateWithStart(definition, {
      args: [request],
      updateId,
      startWorkflowOperation,
    });
  try {
    return await bounded(client, UPDATE_MS, () => new OutcomeUnknownError(), call);
  } catch (error) {
    throw updateError(error);
  }
}
