import { WithStartWorkflowOperation } from '@temporalio/client';
import type { WorkflowStartOptions } from '@temporalio/client';
import type { UpdateDefinition, Workflow } from '@temporalio/common';
import { Refusal } from '../loyalty';
import { queueName } from '../queues';
import {
  REDEMPTION_WORKFLOW,
  redemptionWorkflowId,
  SALE_WORKFLOW,
  searchAttributes,
  updateIdOf,
} from '../workflows';
import type { RedemptionInput, RedemptionReceipt, SaleInput, WaitedFor } from '../workflows';
import { OutcomeUnknownError, ProgramNotAsPublishedError, updateError } from './errors';
import { saleInput, saleStart } from './sale-start';
import type { SaleOfRun } from './sale-start';
import { bounded } from './target';
import type { Target } from './target';

const WAIT_MS = 10_000;

type RedemptionWorkflow = (input: RedemptionInput) => Promise<unknown>;
type SaleWorkflow = (input: SaleInput) => Promise<unknown>;

/** A redemption's run, and whose balance it is of, where the caller knows: operators find runs by it. */
export interface RedemptionOfRun extends RedemptionInput {
  customerId?: string;
}

/** How a redemption's run is started, whatever starts it. */
export function redemptionStart(
  taskQueue: string,
  { merchantId, redemptionId, customerId }: RedemptionOfRun,
): WorkflowStartOptions<RedemptionWorkflow> {
  const input = { merchantId, redemptionId };
  return {
    workflowId: redemptionWorkflowId(input),
    taskQueue: queueName(taskQueue, 'counter'),
    priority: { fairnessKey: merchantId },
    args: [input],
    typedSearchAttributes: [
      { key: searchAttributes.merchantId, value: merchantId },
      ...(customerId === undefined ? [] : [{ key: searchAttributes.customerId, value: customerId }]),
    ],
    staticSummary: `Resgate ${redemptionId}`,
  };
}

/** An update of a redemption, whose run begins with it if it has to. */
export function updateRedemption<Request extends WaitedFor>(
  target: Target,
  definition: UpdateDefinition<RedemptionReceipt, [Request]>,
  redemption: RedemptionOfRun,
  request: Request,
  callId: string,
): Promise<RedemptionReceipt> {
  const start = (): WithStartWorkflowOperation<RedemptionWorkflow> =>
    new WithStartWorkflowOperation(REDEMPTION_WORKFLOW, {
      ...redemptionStart(target.taskQueue, redemption),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  return update(target, definition, start, request, callId);
}

/** An update of a sale: one that has ended gets a new run, which finds the ledger as it stands. */
export function updateSale<Receipt, Request extends WaitedFor>(
  target: Target,
  definition: UpdateDefinition<Receipt, [Request]>,
  sale: SaleOfRun,
  request: Request,
  callId: string,
): Promise<Receipt> {
  const start = (): WithStartWorkflowOperation<SaleWorkflow> =>
    new WithStartWorkflowOperation(SALE_WORKFLOW, {
      ...saleStart(target.taskQueue, saleInput(sale, target.coalesceMs)),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  return update(target, definition, start, request, callId);
}

/**
 * A call that was refused because it came too late, or failed because of a program that has been mended since, is made again as another
 * update, which its run has not answered yet. Whatever became of the earlier ones, the step does the call once.
 */
async function update<Run extends Workflow, Receipt, Request extends WaitedFor>(
  { client, waitMs = WAIT_MS }: Target,
  definition: UpdateDefinition<Receipt, [Request]>,
  start: () => WithStartWorkflowOperation<Run>,
  request: Request,
  callId: string,
): Promise<Receipt> {
  const until = performance.now() + waitMs;
  const send = (updateId: string): Promise<Receipt> =>
    client.workflow.executeUpdateWithStart(definition, {
      args: [request],
      updateId,
      startWorkflowOperation: start(),
    });
  for (let attempt = 0; ; attempt += 1) {
    const left = Math.max(1, Math.ceil(until - performance.now()));
    const sent = (): Promise<Receipt> => send(updateIdOf(callId, attempt));
    try {
      return await bounded(client, left, () => new OutcomeUnknownError(), sent);
    } catch (error) {
      const meant = updateError(error);
      if (!isOfEarlier(meant, request)) throw meant;
    }
  }
}

/** What passes, and an attempt was answered with whose time was over before this one was made. */
function isOfEarlier(error: unknown, { validUntil }: WaitedFor): boolean {
  const until = endOf(error);
  return until !== null && validUntil !== undefined && until < validUntil;
}

/** Until when the attempt was waited for that came to this; null: nothing of that follows from it. */
function endOf(error: unknown): string | null {
  if (error instanceof ProgramNotAsPublishedError) return error.validUntil;
  if (!(error instanceof Refusal) || error.code !== 'request_expired') return null;
  return String(error.facts['validUntil']);
}
