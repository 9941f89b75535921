import { ApplicationFailure } from '@temporalio/common';
import type { Activities, SaleOutcome } from '../../../src/activities';
import { saleStart } from '../../../src/runs/sale-start';
import { SALE_WORKFLOW, saleChanged, saleWorkflowId } from '../../../src/workflows';
import type { SaleChangeReceipt, SaleInput, VoucherReceipt } from '../../../src/workflows';
import type { Run, Script, Stage } from './stage';

const HOUR = 3_600_000;

/** A made-up sale's input. */
export function saleOf({ merchantId }: Stage, name: string, settleMs = 0): SaleInput {
  return {
    merchantId,
    saleId: `sal_${name}`,
    channel: 'pos',
    externalId: name,
    connectionId: null,
    settleMs,
  };
}

/** What a sale has come to. `next`: what is due, in milliseconds from now; nothing: it is over. */
export function outcome(
  next?: { do: NonNullable<SaleOutcome['next']>['do']; inMs: number },
  status: SaleOutcome['status'] = next ? 'active' : 'expired',
): SaleOutcome {
  const due = next && {
    do: next.do,
    at: new Date(Date.now() + next.inMs).toISOString(),
    key: next.do === 'tell' ? 'earned' : null,
  };
  return {
    ...{ status, customerId: 'cus_example', saleNumber: '1001', benefitCents: 500 },
    ...{ next: due ?? null, details: 'Venda de exemplo' },
  };
}

/** One that rests: nothing happens to it for an hour. */
export function resting(): SaleOutcome {
  return outcome({ do: 'expire', inMs: HOUR });
}

/** A source that has an order to tell of. */
export const told: Script = {
  readSale: async () => ({ sourceStatus: 'completed', identify: false }),
};

/** Starts a sale's run with a word from its source, as the API does. */
export async function heard(stage: Stage, input: SaleInput, script: Script): Promise<Run> {
  return begun(stage, input, script, true);
}

/** Starts a sale's run, with or without a word from its source. */
export async function begun(stage: Stage, input: SaleInput, script: Script, word = false): Promise<Run> {
  const workflowId = saleWorkflowId(input);
  stage.script(workflowId, script);
  const options = saleStart(stage.taskQueue, input);
  if (!word) return stage.client.workflow.start(SALE_WORKFLOW, options);
  const handle = await stage.client.workflow.signalWithStart(SALE_WORKFLOW, {
    ...options,
    signal: saleChanged,
    signalArgs: [{ eventId: 'evt_1', kind: 'created' }],
  });
  return { workflowId, firstExecutionRunId: handle.signaledRunId };
}

/** Another word from the source. */
export async function heardAgain(stage: Stage, { workflowId }: Run): Promise<void> {
  await stage.client.workflow
    .getHandle(workflowId)
    .signal(saleChanged, { eventId: 'evt_2', kind: 'updated' });
}

/** A source that is away for so long that the step is given up; then it says when it may be asked again. */
export function sourceAway(retryAfterMs = 200): never {
  throw ApplicationFailure.create({
    type: 'Bling.day_quota',
    message: 'Bling allows no more calls today.',
    details: [{ attempt: 1, retryAfterMs }],
    nextRetryDelay: '13 hours',
  });
}

const ACTED = { operator: null, storeId: null };

/** What each update is asked with, and what its step answers. */
export const CALLS: Record<
  'voucherReserve' | 'voucherRedeem' | 'voucherRelease' | 'voucherRollback' | 'returnGoods' | 'claimSale',
  { asked: object; step: keyof Activities }
> = {
  voucherReserve: { asked: aVoucherUse(), step: 'reserveVoucher' },
  voucherRedeem: { asked: aVoucherUse(), step: 'redeemVoucher' },
  voucherRelease: { asked: aVoucherUse(), step: 'releaseVoucher' },
  voucherRollback: { asked: aVoucherUse(), step: 'rollbackVoucher' },
  returnGoods: { asked: { ...ACTED, amountCents: 1_000, items: [], reason: null }, step: 'returnGoods' },
  claimSale: { asked: { ...ACTED, customerId: 'cus_example' }, step: 'claimSale' },
};

function aVoucherUse(): object {
  return { ...ACTED, lotId: 'lot_example', saleTotalCents: 10_000, saleRef: null };
}

/** What a step for staff comes to; `wake`: the sales that have to look again. */
export function done(left: SaleOutcome, wake: string[] = []): () => Promise<never> {
  // A receipt of either kind: no workflow looks into it.
  const receipt = {} as VoucherReceipt & SaleChangeReceipt;
  return async () => ({ receipt, outcome: left, wake }) as never;
}

/** Asks something of a sale's run, as the API does. */
export async function ask(
  stage: Stage,
  { workflowId }: Run,
  update: keyof typeof CALLS,
  updateId: string,
): Promise<unknown> {
  return stage.client.workflow
    .getHandle(workflowId)
    .executeUpdate(update, { updateId, args: [CALLS[update].asked] });
}
