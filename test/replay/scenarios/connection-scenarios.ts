import type { ConnectionLook, ReconciliationReceipt } from '../../../src/activities';
import { CONNECTION_WORKFLOW, connectionChanged, reconcileNow, sourceAnswers } from '../../../src/workflows';
import type { ConnectionInput, StateChange } from '../../../src/workflows';
import { begun, cancelled, ended, failing, wentOn } from './batch-run';
import { inSkippedTime, usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { inTurn } from './stage';
import type { Script, Stage } from './stage';

const input = ({ merchantId }: Stage): ConnectionInput => ({ merchantId, connectionId: 'con_example' });

const RECEIPT: ReconciliationReceipt = {
  ...{ lookedAt: 2, missing: 0, differing: 0, deleted: 0, repaired: 0, details: 'Conferência de exemplo' },
};

/** What a look comes to; nothing, and the next in an hour. */
function look(change: Partial<ConnectionLook> = {}): ConnectionLook {
  const nextAt = new Date(Date.now() + 3_600_000).toISOString();
  return {
    over: false,
    changed: null,
    revoke: false,
    refresh: false,
    reconciliation: null,
    busy: false,
    nextAt,
    details: 'Conexão de exemplo',
    ...change,
  };
}

const soonAt = (): string => new Date(Date.now() + 1_000).toISOString();

const change = (was: StateChange['was'], is: StateChange['is']): StateChange => ({
  ...{ was, is, at: '2026-11-28T12:00:00.000Z' },
});

const over = (): ConnectionLook => look({ over: true });

function aComparison({ merchantId }: Stage): ConnectionLook {
  const reconciliation = { merchantId, connectionId: 'con_example', reconciliationId: 'rec_example' };
  return look({ reconciliation });
}

const comparing: Script = {
  reconcilePage: async () => ({ next: null, found: 0, details: 'Conferência de exemplo' }),
  endReconciliation: async () => RECEIPT,
};

/** What keeps a connection to Bling well. */
export const connectionScenarios: readonly Scenario[] = [
  usually('connection-is-kept', (stage) =>
    ended(stage, CONNECTION_WORKFLOW, 'kept', input(stage), {
      ...comparing,
      keepTokens: async () => ({ refreshed: true }),
      lookAtConnection: inTurn<ConnectionLook>(() => look({ ...aComparison(stage), refresh: true }), over),
    }),
  ),
  usually('connection-hears-news', async (stage) => {
    const run = await begun(stage, CONNECTION_WORKFLOW, 'news', input(stage), {
      lookAtConnection: inTurn<ConnectionLook>(() => look(), over),
    });
    await stage.reaches(run, 'timer "Até o próximo passo da conexão"');
    await stage.client.workflow.getHandle(run.workflowId).signal(connectionChanged);
    await stage.ends(run);
    return { run };
  }),
  usually('connection-compares-when-it-is-told-to', async (stage) => {
    const run = await begun(stage, CONNECTION_WORKFLOW, 'compares', input(stage), {
      ...comparing,
      lookAtConnection: inTurn<ConnectionLook>(
        () => look(),
        () => look(),
        () => aComparison(stage),
        over,
      ),
    });
    for (const [index, signal] of [sourceAnswers, reconcileNow].entries()) {
      await stage.reaches(run, 'timer "Até o próximo passo da conexão"', index + 1);
      await stage.client.workflow.getHandle(run.workflowId).signal(signal);
    }
    await stage.ends(run);
    return { run };
  }),
  usually('connection-is-given-back', (stage) =>
    ended(stage, CONNECTION_WORKFLOW, 'given-back', input(stage), {
      noteConnectionState: async () => undefined,
      mailConnectionState: inTurn<undefined>(() => undefined, failing),
      revokeAccess: inTurn<undefined>(failing, () => undefined),
      lookAtConnection: inTurn<ConnectionLook>(
        () => look({ changed: change('paused', 'disconnected'), revoke: true, nextAt: soonAt() }),
        () => look({ changed: change('connected', 'disconnected'), revoke: true, nextAt: soonAt() }),
        over,
      ),
    }),
  ),
  inSkippedTime('connection-waits-for-its-next-step', (stage) =>
    ended(stage, CONNECTION_WORKFLOW, 'waits', input(stage), {
      lookAtConnection: inTurn<ConnectionLook>(() => look(), over),
    }),
  ),
  inSkippedTime('connection-outlives-a-lost-report', (stage) =>
    ended(stage, CONNECTION_WORKFLOW, 'lost-report', input(stage), {
      reconcilePage: failing,
      endReconciliation: failing,
      lookAtConnection: inTurn<ConnectionLook>(() => aComparison(stage), over),
    }),
  ),
  usually('connection-goes-on-after-failures', (stage) =>
    ended(stage, CONNECTION_WORKFLOW, 'failures', input(stage), {
      ...comparing,
      reconcilePage: failing,
      keepTokens: failing,
      lookAtConnection: inTurn<ConnectionLook>(() => look({ ...aComparison(stage), refresh: true }), over),
    }),
  ),
  usually('connection-cancelled', (stage) =>
    cancelled(stage, CONNECTION_WORKFLOW, 'cancelled', input(stage), (hold) => ({
      ...comparing,
      reconcilePage: hold,
      lookAtConnection: async () => aComparison(stage),
    })),
  ),
  whenFull('connection-continues-as-new', (stage) => {
    let looks = 0;
    return ended(stage, CONNECTION_WORKFLOW, 'full', input(stage), {
      ...comparing,
      lookAtConnection: async () => ((looks += 1) > 8 ? over() : aComparison(stage)),
    });
  }),
  whenFull('connection-goes-on', (stage) => {
    let looks = 0;
    return wentOn(stage, CONNECTION_WORKFLOW, 'goes-on', input(stage), {
      ...comparing,
      lookAtConnection: async () => ((looks += 1) > 8 ? over() : aComparison(stage)),
    });
  }),
];
