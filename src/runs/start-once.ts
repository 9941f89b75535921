import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { WorkflowIdReusePolicy } from '@temporalio/common';
import { queueName } from '../queues';
import {
  CONNECTION_WORKFLOW,
  connectionChanged,
  connectionWorkflowId,
  CONTACT_IMPORT_WORKFLOW,
  contactImportChanged,
  contactImportWorkflowId,
  CUSTOMER_MERGE_WORKFLOW,
  CUSTOMER_WORKFLOW,
  customerChanged,
  customerMergeWorkflowId,
  customerWorkflowId,
  FILE_IMPORT_WORKFLOW,
  fileImportWorkflowId,
  PARKED_SALES_WORKFLOW,
  parkedSalesWorkflowId,
  reconcileNow,
  RECONCILIATION_WORKFLOW,
  reconciliationWorkflowId,
  searchAttributes,
  SIMULATION_WORKFLOW,
  simulationWorkflowId,
} from '../workflows';
import type {
  ConnectionInput,
  ContactImportInput,
  CustomerInput,
  CustomerMergeInput,
  FileImportInput,
  ParkedSalesInput,
  ReconciliationInput,
  SimulationInput,
} from '../workflows';
import { EngineUnavailableError, signalError } from './errors';
import { bounded } from './target';
import type { Target } from './target';

/*
 * Runs that are started and then left to themselves. Each call starts one, unless it is there already.
 * They throw EngineUnavailableError when Temporal did not take the call; it can be repeated.
 */

const START_MS = 4_000;

/** A day's customers are due at about the same hour: sales go first, where the server knows priorities (1 first, 3 by itself, 5 last). */
const AFTER_SALES = { priorityKey: 4 };

/** Starts the run that works through a file's rows. */
export function startImport(target: Target, input: FileImportInput): Promise<void> {
  const summary = `Importação ${input.importId}`;
  return startOnce(target, FILE_IMPORT_WORKFLOW, fileImportWorkflowId(input), input, summary);
}

/** Starts the run that reads the people in a company of Bling, or has it look at what is asked of it now. */
export function startContactImport(target: Target, input: ContactImportInput): Promise<void> {
  const summary = `Importação ${input.importId}`;
  const start = startOf(target, contactImportWorkflowId(input), input, summary);
  const signal = { signal: contactImportChanged };
  return asked(target, () =>
    target.client.workflow.signalWithStart<(input: ContactImportInput) => Promise<unknown>, []>(
      CONTACT_IMPORT_WORKFLOW,
      { ...start, ...signal },
    ),
  );
}

/** Starts the run that sees a merge through. */
export function startMerge(target: Target, input: CustomerMergeInput): Promise<void> {
  const summary = `União de cadastros ${input.mergeId}`;
  return startOnce(target, CUSTOMER_MERGE_WORKFLOW, customerMergeWorkflowId(input), input, summary);
}

/** Tells the run that keeps a connection well to look again; one that is not there begins. */
export async function tellConnection(
  target: Target,
  input: ConnectionInput,
  what: 'changed' | 'compare' = 'changed',
): Promise<void> {
  const { client, taskQueue } = target;
  const call = (): Promise<unknown> =>
    client.workflow.signalWithStart<(input: ConnectionInput) => Promise<unknown>, []>(CONNECTION_WORKFLOW, {
      workflowId: connectionWorkflowId(input),
      taskQueue: queueName(taskQueue, 'batch'),
      priority: { fairnessKey: input.merchantId },
      args: [input],
      signal: what === 'compare' ? reconcileNow : connectionChanged,
      typedSearchAttributes: [{ key: searchAttributes.merchantId, value: input.merchantId }],
      staticSummary: `Conexão ${input.connectionId} com o Bling`,
    });
  try {
    await bounded(client, START_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    throw signalError(error);
  }
}

/** Has the run that tells a customer what is not about one sale look again; one that is not there begins. */
export async function tellCustomer(
  { client, taskQueue }: Target,
  { merchantId, customerId }: CustomerInput,
): Promise<void> {
  const input: CustomerInput = { merchantId, customerId };
  const call = (): Promise<unknown> =>
    client.workflow.signalWithStart<(input: CustomerInput) => Promise<unknown>, []>(CUSTOMER_WORKFLOW, {
      workflowId: customerWorkflowId(input),
      taskQueue: queueName(taskQueue, 'sale'),
      priority: { fairnessKey: merchantId, ...AFTER_SALES },
      args: [input],
      signal: customerChanged,
      typedSearchAttributes: [
        { key: searchAttributes.merchantId, value: merchantId },
        { key: searchAttributes.customerId, value: customerId },
      ],
      staticSummary: `Cliente ${customerId}`,
    });
  try {
    await bounded(client, START_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    throw signalError(error);
  }
}

/** Starts the run that compares a company's list of orders with the sales. */
export function startReconciliation(target: Target, input: ReconciliationInput): Promise<void> {
  const summary = `Conferência da conexão ${input.connectionId}`;
  return startOnce(target, RECONCILIATION_WORKFLOW, reconciliationWorkflowId(input), input, summary);
}

/** Starts the run that plays a program over the past. */
export function startSimulation(target: Target, input: SimulationInput): Promise<void> {
  const summary = `Simulação ${input.simulationId}`;
  return startOnce(target, SIMULATION_WORKFLOW, simulationWorkflowId(input), input, summary);
}

/** Starts the run that wakes what was parked for a connection, or rests, unless one has done so since then. */
export async function startParkedSales(target: Target, input: ParkedSalesInput): Promise<void> {
  const which = input.resting ? 'Vendas à espera' : 'Vendas paradas';
  const summary = `${which} da conexão ${input.connectionId}`;
  try {
    await startOnce(
      target,
      PARKED_SALES_WORKFLOW,
      parkedSalesWorkflowId(input),
      input,
      summary,
      'ALLOW_DUPLICATE_FAILED_ONLY',
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Starts a run, unless it is there already: starting it again is safe, whatever became of the first call. */
function startOnce<Input extends { merchantId: string }>(
  target: Target,
  name: string,
  workflowId: string,
  input: Input,
  staticSummary: string,
  workflowIdReusePolicy: WorkflowIdReusePolicy = 'ALLOW_DUPLICATE',
): Promise<void> {
  const start = startOf(target, workflowId, input, staticSummary);
  return asked(target, () =>
    target.client.workflow.start<(input: Input) => Promise<unknown>>(name, {
      ...start,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy,
    }),
  );
}

function startOf<Input extends { merchantId: string }>(
  { taskQueue }: Target,
  workflowId: string,
  input: Input,
  staticSummary: string,
) {
  return {
    workflowId,
    taskQueue: queueName(taskQueue, 'batch'),
    priority: { fairnessKey: input.merchantId },
    args: [input] as [Input],
    typedSearchAttributes: [{ key: searchAttributes.merchantId, value: input.merchantId }],
    staticSummary,
  };
}

async function asked({ client }: Target, call: () => Promise<unknown>): Promise<void> {
  try {
    await bounded(client, START_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    throw signalError(error);
  }
}
