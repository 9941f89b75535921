import { ask, done, heard, outcome, resting, saleOf, told } from './sale-run';
import { usually } from './scenario';
import type { Scenario } from './scenario';
import { aGate, inTurn } from './stage';
import type { Run, Stage } from './stage';

const RESTS = 'timer "Fim da validade: vencer o que não foi usado"';

async function cancel(stage: Stage, run: Run): Promise<void> {
  await stage.client.workflow.getHandle(run.workflowId).cancel();
  await stage.reaches(run, 'somebody cancels');
}

/** A sale whose run somebody cancels in the Temporal UI. */
export const cancelledSaleScenarios: readonly Scenario[] = [
  usually('sale-cancelled-at-rest', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'cancelled-at-rest'), {
      ...told,
      settleBenefit: inTurn(resting, () => outcome()),
    });
    await stage.reaches(run, RESTS);
    await cancel(stage, run);
    await stage.ends(run);
    return { run };
  }),

  usually('sale-cancelled-while-its-source-is-read', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'cancelled-reading'), {
      readSale: () => gate.hold().then(() => ({ sourceStatus: 'completed', identify: false })),
      settleBenefit: async () => resting(),
    });
    await gate.reached;
    await cancel(stage, run);
    await stage.ends(run);
    gate.open();
    return { run };
  }),

  usually('sale-cancelled-while-staff-use-it', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'cancelled-in-use'), {
      ...told,
      settleBenefit: async () => resting(),
      redeemVoucher: () => gate.hold().then(() => done(resting(), ['sal_named'])()),
      wakeSales: async () => undefined,
    });
    await stage.reaches(run, RESTS);
    const asked = ask(stage, run, 'voucherRedeem', 'call_1');
    await gate.reached;
    await cancel(stage, run);
    gate.open();
    await asked;
    await stage.ends(run);
    return { run };
  }),

  usually('sale-cancelled-while-others-are-woken', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'cancelled-waking'), {
      ...told,
      settleBenefit: async () => resting(),
      redeemVoucher: () => done(resting(), ['sal_named'])(),
      wakeSales: inTurn(
        () => gate.hold(),
        () => undefined,
      ),
    });
    await stage.reaches(run, RESTS);
    await ask(stage, run, 'voucherRedeem', 'call_1');
    await gate.reached;
    await cancel(stage, run);
    await stage.ends(run);
    gate.open();
    return { run };
  }),
];
