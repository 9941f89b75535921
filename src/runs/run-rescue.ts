import { WorkflowNotFoundError } from '@temporalio/client';
import {
  benefitMoved,
  connectionWorkflowId,
  contactImportWorkflowId,
  customerMergeWorkflowId,
  fileImportWorkflowId,
  reconciliationWorkflowId,
  REDEMPTION_WORKFLOW,
  redemptionWorkflowId,
  SALE_WORKFLOW,
  saleChanged,
  saleWorkflowId,
  simulationWorkflowId,
  timeIsUp,
} from '../workflows';
import type {
  ConnectionInput,
  ContactImportInput,
  CustomerMergeInput,
  FileImportInput,
  ReconciliationInput,
  RedemptionInput,
  SaleHint,
  SaleInput,
  SimulationInput,
} from '../workflows';
import { EngineUnavailableError, signalError } from './errors';
import { saleInput, saleStart } from './sale-start';
import type { SaleOfRun } from './sale-start';
import {
  startContactImport,
  startImport,
  startMerge,
  startReconciliation,
  startSimulation,
  tellConnection,
} from './start-once';
import { bounded } from './target';
import type { Target } from './target';
import { inputOf, lostUnread } from './unread-sales';
import type { RunOfWorkflow, UnreadSince } from './unread-sales';
import { redemptionStart } from './updates';
import type { RedemptionOfRun } from './updates';

const CALL_MS = 5_000;

type SaleWorkflow = (input: SaleInput) => Promise<unknown>;
type RedemptionWorkflow = (input: RedemptionInput) => Promise<unknown>;

/** How a run was found. `failing`: it is there, and what it is to do next fails each time, as with a defect of the workflow’s code. */
export type Rescued = 'woken' | 'there' | 'failing';

type WakesOne = (kind: string, id: string, wake: () => Promise<boolean>) => Promise<boolean>;

/**
 * Wakes what has no run although something of it was due. Each call looks first whether the run is there: one that is late is
 * left to it. Answers whether it was woken, and of one that is there whether it can go on.
 * @throws EngineUnavailableError when Temporal did not take the call; it can be repeated
 */
export interface RunRescue {
  sale(sale: SaleOfRun): Promise<Rescued>;
  redemption(redemption: RedemptionOfRun): Promise<Rescued>;
  fileImport(input: FileImportInput): Promise<Rescued>;
  connection(input: ConnectionInput): Promise<Rescued>;
  reconciliation(input: ReconciliationInput): Promise<Rescued>;
  contactImport(input: ContactImportInput): Promise<Rescued>;
  simulation(input: SimulationInput): Promise<Rescued>;
  merge(input: CustomerMergeInput): Promise<Rescued>;
  /**
   * Wakes the merchant's sales whose run was ended from outside, or failed a while ago, before it had read what it was told to read.
   * Of these the store may know nothing yet: they are found among the runs that ended since then. Answers how many.
   * @param one does what is about one of them, and says whether it was woken
   */
  unreadSales(merchantId: string, when: UnreadSince, one: WakesOne): Promise<number>;
}

export function createRunRescue(target: Target): RunRescue {
  const { client, taskQueue, coalesceMs } = target;

  async function rescued(workflowId: string, wake: () => Promise<unknown>): Promise<Rescued> {
    try {
      const run = await call(() => lookAt(target, workflowId));
      if (run !== 'gone') return run;
      await call(wake);
      return 'woken';
    } catch (error) {
      throw signalError(error);
    }
  }

  const call = <T>(work: () => Promise<T>): Promise<T> =>
    bounded(client, CALL_MS, () => new EngineUnavailableError(), work);

  return {
    sale: ({ id, merchantId, source }) => {
      const input = saleInput({ id, merchantId, source }, coalesceMs);
      return rescued(saleWorkflowId(input), () =>
        client.workflow.signalWithStart<SaleWorkflow, [{ redemptionId: string }]>(SALE_WORKFLOW, {
          ...saleStart(taskQueue, input),
          signal: benefitMoved,
          signalArgs: [{ redemptionId: 'lost-run' }],
        }),
      );
    },
    redemption: (redemption) =>
      rescued(redemptionWorkflowId(redemption), () =>
        client.workflow.signalWithStart<RedemptionWorkflow, []>(REDEMPTION_WORKFLOW, {
          ...redemptionStart(taskQueue, redemption),
          signal: timeIsUp,
        }),
      ),
    fileImport: (input) => rescued(fileImportWorkflowId(input), () => startImport(target, input)),
    connection: (input) => rescued(connectionWorkflowId(input), () => tellConnection(target, input)),
    reconciliation: (input) =>
      rescued(reconciliationWorkflowId(input), () => startReconciliation(target, input)),
    contactImport: (input) =>
      rescued(contactImportWorkflowId(input), () => startContactImport(target, input)),
    simulation: (input) => rescued(simulationWorkflowId(input), () => startSimulation(target, input)),
    merge: (input) => rescued(customerMergeWorkflowId(input), () => startMerge(target, input)),
    async unreadSales(merchantId, when, one) {
      const lost = await lostUnread(client, merchantId, when, call).catch((error: unknown) => {
        throw signalError(error);
      });
      let woken = 0;
      for (const run of lost) {
        const wake = (): Promise<boolean> =>
          wakeUnread(run).catch((error: unknown) => {
            throw signalError(error);
          });
        if (await one('unread_sale', run.workflowId, wake)) woken += 1;
      }
      return woken;
    },
  };

  async function wakeUnread(run: RunOfWorkflow): Promise<boolean> {
    const input = await call(() => inputOf(client, run));
    if (!input) return false;
    await call(() =>
      client.workflow.signalWithStart<SaleWorkflow, [SaleHint]>(SALE_WORKFLOW, {
        ...saleStart(taskQueue, input),
        signal: saleChanged,
        signalArgs: [{ eventId: 'lost-run', kind: 'updated' }],
      }),
    );
    return true;
  }
}

/** Whether a run of this id is under way; one that the server no longer remembers is not. */
/** A workflow task that has failed so often is tried for ever, and does not get better by itself. */
const FAILING = 3;

async function lookAt({ client }: Target, workflowId: string): Promise<'gone' | 'there' | 'failing'> {
  try {
    const { status, raw } = await client.workflow.getHandle(workflowId).describe();
    if (status.name !== 'RUNNING') return 'gone';
    return (raw.pendingWorkflowTask?.attempt ?? 1) >= FAILING ? 'failing' : 'there';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    throw error;
  }
}
