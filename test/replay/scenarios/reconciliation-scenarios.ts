import { ApplicationFailure } from '@temporalio/common';
import type { ReconciliationReceipt } from '../../../src/activities';
import { RECONCILIATION_WORKFLOW, sourceAnswers } from '../../../src/workflows';
import type { ReconcilePlace, ReconciliationInput } from '../../../src/workflows';
import { begun, cancelled, ended, failing, wentOn } from './batch-run';
import { inSkippedTime, usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { inTurn } from './stage';
import type { Script, Stage } from './stage';

const input = ({ merchantId }: Stage): ReconciliationInput => ({
  ...{ merchantId, connectionId: 'con_example', reconciliationId: 'rec_example' },
});

const RECEIPT: ReconciliationReceipt = {
  ...{ lookedAt: 200, missing: 0, differing: 0, deleted: 0, repaired: 0, details: 'Conferência de exemplo' },
};
const AFTER: ReconcilePlace = { list: 'changed', page: 2, pass: 1, fresh: 100 };
const page = (next: ReconcilePlace | null, found = 0) => ({ next, found, details: 'Conferência de exemplo' });
const ending: Script = { endReconciliation: async () => RECEIPT };

/** A step that Bling has not answered, and that is left to its run: there is no call before a pause is over. */
function silent(): never {
  throw ApplicationFailure.create({
    ...{
      type: 'Bling.unavailable',
      message: 'Bling is away.',
      details: [{ attempt: 1, retryAfterMs: 3_600_000 }],
    },
    nextRetryDelay: '1 day',
  });
}

/** So many pages. */
function pages(count: number): Script {
  let asked = 0;
  return { ...ending, reconcilePage: async () => page((asked += 1) < count ? AFTER : null) };
}

/** Comparisons of Bling's list of orders with the sales. */
export const reconciliationScenarios: readonly Scenario[] = [
  usually('reconciliation-finds-nothing', (stage) =>
    ended(stage, RECONCILIATION_WORKFLOW, 'nothing', input(stage), pages(2)),
  ),
  inSkippedTime('reconciliation-sees-what-it-found-right', (stage) =>
    ended(stage, RECONCILIATION_WORKFLOW, 'found', input(stage), {
      ...ending,
      reconcilePage: async () => page(null, 2),
      confirmRepairs: inTurn<{ left: number; details: string }>(
        () => ({ left: 1, details: 'Conferência de exemplo' }),
        () => ({ left: 0, details: 'Conferência de exemplo' }),
      ),
    }),
  ),
  usually('reconciliation-waits-for-bling', async (stage) => {
    const run = await begun(stage, RECONCILIATION_WORKFLOW, 'waits', input(stage), {
      ...ending,
      reconcilePage: inTurn<ReturnType<typeof page>>(silent, () => page(null)),
    });
    await stage.reaches(run, 'timer "Esperar o Bling responder"');
    await stage.client.workflow.getHandle(run.workflowId).signal(sourceAnswers);
    await stage.ends(run);
    return { run };
  }),
  inSkippedTime('reconciliation-tries-again-by-itself', (stage) =>
    ended(stage, RECONCILIATION_WORKFLOW, 'tries', input(stage), {
      ...ending,
      reconcilePage: inTurn<ReturnType<typeof page>>(silent, () => page(null)),
    }),
  ),
  usually('reconciliation-fails', (stage) =>
    ended(stage, RECONCILIATION_WORKFLOW, 'fails', input(stage), { ...ending, reconcilePage: failing }),
  ),
  usually('reconciliation-cancelled', (stage) =>
    cancelled(stage, RECONCILIATION_WORKFLOW, 'cancelled', input(stage), (hold) => ({
      ...ending,
      reconcilePage: hold,
    })),
  ),
  whenFull('reconciliation-continues-as-new', (stage) =>
    ended(stage, RECONCILIATION_WORKFLOW, 'full', input(stage), pages(12)),
  ),
  whenFull('reconciliation-goes-on', (stage) =>
    wentOn(stage, RECONCILIATION_WORKFLOW, 'goes-on', input(stage), pages(12)),
  ),
];
