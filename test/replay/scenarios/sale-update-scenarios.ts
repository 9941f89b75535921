import { ApplicationFailure } from '@temporalio/common';
import { ask, begun, CALLS, done, heard, heardAgain, outcome, resting, saleOf, told } from './sale-run';
import { usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { aGate, inTurn } from './stage';
import type { Run, Script, Stage } from './stage';

const RESTS = 'timer "Fim da validade: vencer o que não foi usado"';
const WOKEN = ['sal_named'];

/** A sale at rest, with steps as a scenario wants them. */
async function atRest(stage: Stage, name: string, script: Script): Promise<Run> {
  const run = await heard(stage, saleOf(stage, name), {
    ...told,
    settleBenefit: inTurn(resting, () => outcome()),
    wakeSales: async () => undefined,
    ...script,
  });
  await stage.reaches(run, RESTS);
  return run;
}

/** Each update, on a sale at rest: it is answered, it wakes another sale, and the sale goes on to its end. */
const everyUpdate = (Object.keys(CALLS) as (keyof typeof CALLS)[]).map((update) =>
  usually(
    `sale-update-${update.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    async (stage) => {
      const run = await atRest(stage, update, { [CALLS[update].step]: () => done(resting(), WOKEN)() });
      await ask(stage, run, update, 'call_1');
      await stage.reaches(run, RESTS, 2);
      await heardAgain(stage, run);
      await stage.ends(run);
      return { run };
    },
  ),
);

/** What staff ask of a sale. */
export const saleUpdateScenarios: readonly Scenario[] = [
  ...everyUpdate,

  usually('sale-update-is-refused', async (stage) => {
    const run = await atRest(stage, 'update-refused', {
      returnGoods: () => {
        throw ApplicationFailure.nonRetryable('Refused: invalid_request', 'invalid_request');
      },
    });
    await ask(stage, run, 'returnGoods', 'call_1').catch(() => undefined);
    await heardAgain(stage, run);
    await stage.ends(run);
    return { run };
  }),

  usually('sale-update-begins-the-run', async (stage) => {
    const gate = aGate();
    const run = await begun(stage, saleOf(stage, 'update-first'), {
      settleBenefit: () => gate.hold().then(() => resting()),
      redeemVoucher: done(outcome()),
    });
    await gate.reached;
    const asked = ask(stage, run, 'voucherRedeem', 'call_1');
    await stage.reaches(run, 'update voucherRedeem');
    gate.open();
    await asked;
    await stage.ends(run);
    return { run };
  }),

  usually('sale-updates-take-turns', async (stage) => {
    const gate = aGate();
    const run = await atRest(stage, 'update-turns', {
      reserveVoucher: () => gate.hold().then(() => done(resting(), WOKEN)()),
      redeemVoucher: () => done(outcome(), WOKEN)(),
    });
    const first = ask(stage, run, 'voucherReserve', 'call_1');
    await gate.reached;
    const second = ask(stage, run, 'voucherRedeem', 'call_2');
    await stage.reaches(run, 'update voucherRedeem');
    gate.open();
    await Promise.all([first, second]);
    await stage.ends(run);
    return { run };
  }),

  usually('sale-update-while-the-source-is-read', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'update-reading'), {
      readSale: () => gate.hold().then(() => ({ sourceStatus: 'completed', identify: false })),
      claimSale: done(resting()),
      settleBenefit: async () => outcome(),
    });
    await gate.reached;
    await ask(stage, run, 'claimSale', 'call_1');
    gate.open();
    await stage.ends(run);
    return { run };
  }),

  whenFull('sale-update-of-a-full-run', (stage) => fullWith(stage, 'update-full', 0)),
  whenFull('sale-goes-on-with-whom-to-wake', (stage) => fullWith(stage, 'wake-goes-along', 1)),
];

/** Uses fill a run's history while others wait for their turn: what they woke goes along. `record`: which of its runs. */
async function fullWith(stage: Stage, name: string, record: 0 | 1): ReturnType<Scenario['play']> {
  const gate = aGate();
  let uses = 0;
  const input = saleOf(stage, name);
  const run = await begun(stage, input, {
    settleBenefit: inTurn(resting, () => outcome()),
    redeemVoucher: async () => {
      uses += 1;
      if (uses === 1) await gate.hold();
      return done(resting(), [`sal_${uses}`])();
    },
    wakeSales: async () => undefined,
  });
  await stage.reaches(run, RESTS);
  const asked = Array.from({ length: 8 }, (_, index) => ask(stage, run, 'voucherRedeem', `call_${index}`));
  await stage.reaches(run, 'update voucherRedeem', 8);
  gate.open();
  await Promise.all(asked);
  await stage.reaches(run, 'continues as new');
  const latest = await stage.client.workflow.getHandle(run.workflowId).describe();
  await heardAgain(stage, run);
  return record === 0 ? { run } : { run, runId: latest.runId };
}
