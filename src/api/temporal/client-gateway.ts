import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import {
  confirm,
  FILE_IMPORT_WORKFLOW,
  fileImportWorkflowId,
  REDEMPTION_WORKFLOW,
  redemptionWorkflowId,
  release,
  reserve,
  rollback,
  SALE_WORKFLOW,
  saleChanged,
  saleWorkflowId,
  searchAttributes,
} from '../../workflows';
import type {
  FileImportInput,
  RedemptionInput,
  RedemptionReceipt,
  SaleHint,
  SaleInput,
} from '../../workflows';
import { within } from '../within';
import { EngineUnavailableError, OutcomeUnknownError, signalError, updateError } from './errors';
import type { TemporalGateway } from './gateway';

/** Bling waits five seconds for the answer to a webhook. */
const SIGNAL_MS = 4_000;
const UPDATE_MS = 10_000;
const PING_MS = 2_000;

type RedemptionWorkflow = (input: RedemptionInput) => Promise<unknown>;
type FileImportWorkflow = (input: FileImportInput) => Promise<unknown>;
type SaleWorkflow = (input: SaleInput) => Promise<unknown>;

/** Where calls go. */
interface Target {
  client: Client;
  taskQueue: string;
}

/** The gateway over a client, whose connection may be lazy. */
export function createTemporalGateway(target: Target): TemporalGateway {
  return {
    saleChanged: (input, hint) => signalSale(target, input, hint),
    importFile: (input) => startImport(target, input),
    reserve: (input, request) => update(target, reserve, input, request, input.redemptionId),
    confirm: (input, by, callId) => update(target, confirm, input, by, `confirm/${callId}`),
    release: (input, by, callId) => update(target, release, input, by, `release/${callId}`),
    rollback: (input, by, callId) => update(target, rollback, input, by, `rollback/${callId}`),
    ping: () => ping(target),
  };
}

async function signalSale({ client, taskQueue }: Target, input: SaleInput, hint: SaleHint): Promise<void> {
  const call = (): Promise<unknown> =>
    client.workflow.signalWithStart<SaleWorkflow, [SaleHint]>(SALE_WORKFLOW, {
      workflowId: saleWorkflowId(input),
      taskQueue,
      args: [input],
      signal: saleChanged,
      signalArgs: [hint],
      typedSearchAttributes: [
        { key: searchAttributes.merchantId, value: input.merchantId },
        { key: searchAttributes.saleChannel, value: input.channel },
      ],
      staticSummary: `Venda ${input.channel} ${input.externalId}`,
    });
  try {
    await bounded(client, SIGNAL_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    throw signalError(error);
  }
}

async function startImport({ client, taskQueue }: Target, input: FileImportInput): Promise<void> {
  const call = (): Promise<unknown> =>
    client.workflow.start<FileImportWorkflow>(FILE_IMPORT_WORKFLOW, {
      workflowId: fileImportWorkflowId(input),
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      typedSearchAttributes: [{ key: searchAttributes.merchantId, value: input.merchantId }],
      staticSummary: `Importação ${input.importId}`,
    });
  try {
    await bounded(client, SIGNAL_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    throw signalError(error);
  }
}

async function update<Request>(
  { client, taskQueue }: Target,
  definition: UpdateDefinition<RedemptionReceipt, [Request]>,
  input: RedemptionInput,
  request: Request,
  updateId: string,
): Promise<RedemptionReceipt> {
  const start = new WithStartWorkflowOperation<RedemptionWorkflow>(REDEMPTION_WORKFLOW, {
    workflowId: redemptionWorkflowId(input),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    typedSearchAttributes: [{ key: searchAttributes.merchantId, value: input.merchantId }],
    staticSummary: `Resgate ${input.redemptionId}`,
  });
  const call = (): Promise<RedemptionReceipt> =>
    client.workflow.executeUpdateWithStart(definition, {
      args: [request],
      updateId,
      startWorkflowOperation: start,
    });
  try {
    return await bounded(client, UPDATE_MS, () => new OutcomeUnknownError(), call);
  } catch (error) {
    throw updateError(error);
  }
}

async function ping({ client }: Target): Promise<void> {
  const { namespace } = client.options;
  const call = (): Promise<unknown> => client.workflowService.describeNamespace({ namespace });
  try {
    await bounded(client, PING_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    throw signalError(error);
  }
}

/**
 * The deadline goes along with the call, and is kept here as well: between its own tries the client sleeps, and would
 * notice the deadline only afterwards.
 */
async function bounded<T>(client: Client, ms: number, late: () => Error, call: () => Promise<T>): Promise<T> {
  return within(ms, client.withDeadline(Date.now() + ms, call), late);
}
