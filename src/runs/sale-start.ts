import type { WorkflowStartOptions } from '@temporalio/client';
import { queueName } from '../queues';
import type { SaleHint, SaleInput } from '../workflows';
import { READING, saleWorkflowId, searchAttributes } from '../workflows';

/** What names a sale and its run. Any stored sale will do. */
export interface SaleOfRun {
  id: string;
  merchantId: string;
  source: Pick<SaleInput, 'channel' | 'externalId' | 'connectionId'>;
}

/** The input that the run of a sale starts with. `coalesceMs`: how long it waits for a burst of events to pass. */
export function saleInput(
  { id: saleId, merchantId, source: { channel, externalId, connectionId } }: SaleOfRun,
  coalesceMs: number,
): SaleInput {
  return { merchantId, saleId, channel, externalId, connectionId, settleMs: coalesceMs };
}

/** The hint that a sale was stored as somebody posted it: the same version hints once. */
export function postedHint({ id, version }: { id: string; version: number }): SaleHint {
  return { eventId: `${id}/${version}`, kind: 'posted' };
}

type SaleStart = WorkflowStartOptions<(input: SaleInput) => Promise<unknown>>;

/** Spreadsheets and past orders are sales of long ago: those of the day go first, where the server knows priorities (1 first, 3 by itself, 5 last). */
const AFTER_TODAY = { priorityKey: 4 };

/**
 * How a sale's run is started, whatever starts it: what it is called, filtered by and shown as.
 * @param isPast whether it is of long ago, as those of a spreadsheet are
 */
export function saleStart(
  taskQueue: string,
  input: SaleInput,
  isPast = input.channel === 'import',
): SaleStart {
  return {
    workflowId: saleWorkflowId(input),
    taskQueue: queueName(taskQueue, 'sale'),
    priority: { fairnessKey: input.merchantId, ...(isPast ? AFTER_TODAY : {}) },
    args: [input],
    typedSearchAttributes: [
      { key: searchAttributes.merchantId, value: input.merchantId },
      { key: searchAttributes.saleChannel, value: input.channel },
      { key: searchAttributes.saleStatus, value: READING },
    ],
    staticSummary: `Venda ${input.channel} ${input.externalId}`,
  };
}
