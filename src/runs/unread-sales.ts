import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { READING, SALE_WORKFLOW, saleWorkflowId, UNREADABLE } from '../workflows';
import type { SaleInput } from '../workflows';

/** One run of a workflow. */
export interface RunOfWorkflow {
  workflowId: string;
  runId: string;
}

/** Looked at in one go; what is left is found by the next sweep. */
const MOST = 500;

/** How a run ends that has not come to its own end. */
const ENDED = ['CANCELLED', 'TERMINATED', 'TIMED_OUT', 'FAILED'];

/** Which ended runs are looked for. */
export interface UnreadSince {
  /** Ended since then. */
  since: Date;
  /** One that failed has met what another try would meet again: only what failed before this is looked at, as it may be mended by now. */
  failedBefore: Date;
}

/** Makes one call with a deadline of its own: however many runs there are to look at, none is too many. */
export type Call = <T>(work: () => Promise<T>) => Promise<T>;

/** The newest runs of a merchant's sales that ended since then, from outside or by a failure, before they had read their source. */
export async function lostUnread(
  client: Client,
  merchantId: string,
  { since, failedBefore }: UnreadSince,
  call: Call,
): Promise<RunOfWorkflow[]> {
  const failed = `(ExecutionStatus = "Failed" AND CloseTime < "${failedBefore.toISOString()}")`;
  const query = [
    `WorkflowType = "${SALE_WORKFLOW}"`,
    `MerchantId = "${merchantId}"`,
    `SaleStatus IN ("${READING}", "${UNREADABLE}")`,
    `(ExecutionStatus IN ("Canceled", "Terminated", "TimedOut") OR ${failed})`,
    `CloseTime > "${since.toISOString()}"`,
  ].join(' AND ');
  const lost: RunOfWorkflow[] = [];
  const listed = client.workflow.list({ query, pageSize: MOST })[Symbol.asyncIterator]();
  while (lost.length < MOST) {
    const next = await call(() => listed.next());
    if (next.done) break;
    const { workflowId, runId } = next.value;
    if (await call(() => isNewest(client, { workflowId, runId }))) lost.push({ workflowId, runId });
  }
  return lost;
}

/** What the run was started with; null where that is no sale's. */
export async function inputOf(client: Client, execution: RunOfWorkflow): Promise<SaleInput | null> {
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution,
    maximumPageSize: 1,
  });
  const payload = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  const input = payload && defaultPayloadConverter.fromPayload<SaleInput>(payload);
  return input && saleWorkflowId(input) === execution.workflowId ? input : null;
}

async function isNewest(client: Client, { workflowId, runId }: RunOfWorkflow): Promise<boolean> {
  try {
    const newest = await client.workflow.getHandle(workflowId).describe();
    return newest.runId === runId && ENDED.includes(newest.status.name);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
