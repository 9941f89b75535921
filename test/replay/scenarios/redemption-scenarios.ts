import { ApplicationFailure } from '@temporalio/common';
import type { RedemptionStep } from '../../../src/activities';
import { redemptionStart } from '../../../src/runs/updates';
import { REDEMPTION_WORKFLOW, redemptionWorkflowId, timeIsUp } from '../../../src/workflows';
import type { RedemptionInput, RedemptionReceipt } from '../../../src/workflows';
import { inSkippedTime, usually } from './scenario';
import type { Scenario } from './scenario';
import { aGate } from './stage';
import type { Run, Script, Stage } from './stage';

const HOUR = 3_600_000;
const TIMER = 'timer "Fim da reserva: devolver o saldo"';
const BY = { operator: null, storeId: null };
const RESERVE = {
  ...BY,
  ...{ customerId: 'cus_example', type: 'cashback', amount: 500, saleTotalCents: 10_000, freightCents: 0 },
  ...{ saleRef: null, confirm: false },
};

/** What a step of a redemption comes to. `endsInMs`: how long the reservation holds. */
function step(state: RedemptionReceipt['state'], wake: string[] = [], endsInMs = HOUR): RedemptionStep {
  const now = Date.now();
  const receipt: RedemptionReceipt = {
    ...{ redemptionId: 'red_example', customerId: 'cus_example', type: 'cashback', amount: 500 },
    ...{ discountCents: 0, state, reservedAt: new Date(now).toISOString() },
    ...{ reservedUntil: new Date(now + endsInMs).toISOString(), confirmedAt: null, closedAt: null },
    ...{ saleTotalCents: 10_000, freightCents: 0, saleRef: null, ...BY },
  };
  return { receipt, wake, details: 'Resgate de exemplo' };
}

async function begun(stage: Stage, redemptionId: string, script: Script): Promise<Run> {
  const input: RedemptionInput = { merchantId: stage.merchantId, redemptionId };
  stage.script(redemptionWorkflowId(input), { wakeSales: async () => undefined, ...script });
  return stage.client.workflow.start(
    REDEMPTION_WORKFLOW,
    redemptionStart(stage.taskQueue, { ...input, customerId: 'cus_example' }),
  );
}

async function ask(stage: Stage, { workflowId }: Run, update: string, asked: object = BY): Promise<void> {
  await stage.client.workflow
    .getHandle(workflowId)
    .executeUpdate(update, { updateId: update, args: [asked] });
}

/** A redemption that is reserved and waits. */
async function reserved(stage: Stage, id: string, script: Script): Promise<Run> {
  const run = await begun(stage, id, { reserveBalance: async () => step('reserved'), ...script });
  await ask(stage, run, 'reserve', RESERVE);
  await stage.reaches(run, TIMER);
  return run;
}

/** What staff, time and operators do to a redemption. */
export const redemptionScenarios: readonly Scenario[] = [
  usually('redemption-is-confirmed', async (stage) => {
    const run = await reserved(stage, 'confirmed', {
      confirmRedemption: async () => step('confirmed', ['sal_named']),
    });
    await ask(stage, run, 'confirm');
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-is-confirmed-at-once', async (stage) => {
    const run = await begun(stage, 'at-once', {
      reserveBalance: async () => step('confirmed', ['sal_named']),
    });
    await ask(stage, run, 'reserve', { ...RESERVE, confirm: true });
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-is-released', async (stage) => {
    const run = await reserved(stage, 'released', {
      releaseRedemption: async () => step('released', ['sal_named']),
    });
    await ask(stage, run, 'release');
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-is-rolled-back-by-a-new-run', async (stage) => {
    const run = await begun(stage, 'rolled-back', {
      rollbackRedemption: async () => step('rolled_back', ['sal_named']),
    });
    await ask(stage, run, 'rollback');
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-is-let-go-by-time', async (stage) => {
    const run = await begun(stage, 'let-go', {
      reserveBalance: async () => step('reserved', [], 200),
      timeOutRedemption: async () => step('expired', ['sal_named']),
    });
    await ask(stage, run, 'reserve', RESERVE);
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-is-told-that-its-time-is-up', async (stage) => {
    const run = await begun(stage, 'time-is-up', { timeOutRedemption: async () => step('expired') });
    await stage.client.workflow.getHandle(run.workflowId).signal(timeIsUp);
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-reserved-is-told-that-its-time-is-up', async (stage) => {
    const run = await reserved(stage, 'time-is-up-reserved', {
      timeOutRedemption: async () => step('expired'),
    });
    await stage.client.workflow.getHandle(run.workflowId).signal(timeIsUp);
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-is-refused', async (stage) => {
    const run = await begun(stage, 'refused', {
      reserveBalance: () => {
        throw ApplicationFailure.nonRetryable('Refused: insufficient_balance', 'insufficient_balance');
      },
    });
    await ask(stage, run, 'reserve', RESERVE).catch(() => undefined);
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-updates-take-turns', async (stage) => {
    const gate = aGate();
    const run = await begun(stage, 'turns', {
      reserveBalance: () => gate.hold().then(() => step('reserved')),
      confirmRedemption: async () => step('confirmed', ['sal_named']),
    });
    const first = ask(stage, run, 'reserve', RESERVE);
    await gate.reached;
    const second = ask(stage, run, 'confirm');
    await stage.reaches(run, 'update confirm');
    gate.open();
    await Promise.all([first, second]);
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-cancelled-while-reserved', async (stage) => {
    const run = await reserved(stage, 'cancelled-reserved', {});
    await stage.client.workflow.getHandle(run.workflowId).cancel();
    await stage.ends(run);
    return { run };
  }),

  usually('redemption-cancelled-while-staff-confirm', async (stage) => {
    const gate = aGate();
    const run = await reserved(stage, 'cancelled-in-use', {
      confirmRedemption: () => gate.hold().then(() => step('confirmed', ['sal_named'])),
    });
    const asked = ask(stage, run, 'confirm');
    await gate.reached;
    await stage.client.workflow.getHandle(run.workflowId).cancel();
    await stage.reaches(run, 'somebody cancels');
    gate.open();
    await asked;
    await stage.ends(run);
    return { run };
  }),

  inSkippedTime('redemption-nobody-asked-for', async (stage) => {
    const run = await begun(stage, 'unused', {});
    await stage.ends(run);
    return { run };
  }),
];
