import { WorkflowNotFoundError } from '@temporalio/client';
import type { SignalDefinition } from '@temporalio/common';
import {
  claimSale,
  confirm,
  release,
  reserve,
  returnGoods,
  rollback,
  SALE_WORKFLOW,
  benefitMoved,
  saleChanged,
  sourceAnswers,
  voucherRedeem,
  voucherRelease,
  voucherReserve,
  voucherRollback,
} from '../workflows';
import type { SaleInput } from '../workflows';
import { EngineUnavailableError, signalError } from './errors';
import { watchQueues } from './queue-watch';
import { runLink } from './run-link';
import { lookAtRun } from './run-look';
import type { Runs } from './runs';
import { saleInput, saleStart } from './sale-start';
import type { SaleOfRun } from './sale-start';
import { bounded } from './target';
import type { Target } from './target';
import {
  startContactImport,
  startImport,
  startMerge,
  startParkedSales,
  startReconciliation,
  startSimulation,
  tellCustomer,
  tellConnection,
} from './start-once';
import { updateRedemption, updateSale } from './updates';

/** Bling waits five seconds for the answer to a webhook. */
const SIGNAL_MS = 4_000;
const PING_MS = 2_000;

type SaleWorkflow = (input: SaleInput) => Promise<unknown>;

const VOUCHER_MOVES = {
  reserve: voucherReserve,
  redeem: voucherRedeem,
  release: voucherRelease,
  rollback: voucherRollback,
};

/** Runs as they are reached over a client, whose connection may be lazy. */
export function createRuns(target: Target): Runs {
  return {
    saleChanged: (sale, hint) => signalSale(target, sale, saleChanged, hint),
    benefitMoved: (sale, causeId) => signalSale(target, sale, benefitMoved, { redemptionId: causeId }),
    pastSale: (sale) => signalSale(target, sale, benefitMoved, { redemptionId: 'past-order' }, true),
    sourceAnswers: (workflowId) => signalIfThere(target, workflowId),
    importFile: (input) => startImport(target, input),
    connectionChanged: (input) => tellConnection(target, input),
    reconcileNow: (input) => tellConnection(target, input, 'compare'),
    reconcile: (input) => startReconciliation(target, input),
    importContacts: (input) => startContactImport(target, input),
    simulate: (input) => startSimulation(target, input),
    mergeCustomers: (input) => startMerge(target, input),
    customerChanged: (input) => tellCustomer(target, input),
    wakeParked: (input) => startParkedSales(target, input),
    reserve: (input, request) =>
      updateRedemption(
        target,
        reserve,
        { ...input, customerId: request.customerId },
        request,
        input.redemptionId,
      ),
    confirm: (input, by, callId) => updateRedemption(target, confirm, input, by, `confirm/${callId}`),
    release: (input, by, callId) => updateRedemption(target, release, input, by, `release/${callId}`),
    rollback: (input, by, callId) => updateRedemption(target, rollback, input, by, `rollback/${callId}`),
    voucher: (move, sale, request, callId) => updateSale(target, VOUCHER_MOVES[move], sale, request, callId),
    returnGoods: (sale, request, callId) => updateSale(target, returnGoods, sale, request, callId),
    claimSale: (sale, request, callId) => updateSale(target, claimSale, sale, request, callId),
    lookAtSale: (sale) => lookAtRun(target, sale),
    linkTo: (workflowId) => runLink(target, workflowId),
    ping: () => ping(target),
    unattended: watchQueues(target),
  };
}

async function signalSale<Hint>(
  { client, taskQueue, coalesceMs }: Target,
  sale: SaleOfRun,
  signal: SignalDefinition<[Hint]>,
  hint: Hint,
  isPast?: boolean,
): Promise<void> {
  const call = (): Promise<unknown> =>
    client.workflow.signalWithStart<SaleWorkflow, [Hint]>(SALE_WORKFLOW, {
      ...saleStart(taskQueue, saleInput(sale, coalesceMs), isPast),
      signal,
      signalArgs: [hint],
    });
  try {
    await bounded(client, SIGNAL_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    throw signalError(error);
  }
}

async function signalIfThere({ client }: Target, workflowId: string): Promise<void> {
  const call = (): Promise<unknown> => client.workflow.getHandle(workflowId).signal(sourceAnswers);
  try {
    await bounded(client, SIGNAL_MS, () => new EngineUnavailableError(), call);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw signalError(error);
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
