import type { ImportProgress } from '../../../src/activities';
import {
  CUSTOMER_MERGE_WORKFLOW,
  FILE_IMPORT_WORKFLOW,
  PARKED_SALES_WORKFLOW,
  SIMULATION_WORKFLOW,
} from '../../../src/workflows';
import type { CustomerMergeInput, ParkedSalesInput } from '../../../src/workflows';
import { usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { cancelled, ended, failing, wentOn } from './batch-run';
import { inTurn } from './stage';
import type { Script, Stage } from './stage';

function progress(finished: boolean, restMs = 0): ImportProgress {
  return {
    finished,
    total: 200,
    done: 100,
    created: 100,
    updated: 0,
    failed: 0,
    restMs,
    details: 'Importação de exemplo',
  };
}

const importInput = ({ merchantId }: Stage): object => ({ merchantId, importId: 'imp_example' });
const simulationInput = ({ merchantId }: Stage): object => ({ merchantId, simulationId: 'sim_example' });
const mergeInput = ({ merchantId }: Stage, undone = false): CustomerMergeInput => ({
  ...{ merchantId, mergeId: 'mrg_example', undone },
  proven: undone ? null : { from: 'cus_a', into: 'cus_b' },
});

const imports: readonly Scenario[] = [
  usually('import-is-done', (stage) =>
    ended(stage, FILE_IMPORT_WORKFLOW, 'done', importInput(stage), {
      importRows: inTurn(
        () => progress(false),
        () => progress(true),
      ),
    }),
  ),
  usually('import-rests', (stage) =>
    ended(stage, FILE_IMPORT_WORKFLOW, 'rests', importInput(stage), {
      importRows: inTurn(
        () => progress(false, 1),
        () => progress(true),
      ),
    }),
  ),
  usually('import-fails', (stage) =>
    ended(stage, FILE_IMPORT_WORKFLOW, 'fails', importInput(stage), {
      importRows: failing,
      endImport: async () => progress(true),
    }),
  ),
  usually('import-cancelled', (stage) =>
    cancelled(stage, FILE_IMPORT_WORKFLOW, 'cancelled', importInput(stage), (hold) => ({
      importRows: hold,
      endImport: async () => progress(true),
    })),
  ),
  whenFull('import-continues-as-new', (stage) => {
    let steps = 0;
    return ended(stage, FILE_IMPORT_WORKFLOW, 'full', importInput(stage), {
      importRows: async () => progress((steps += 1) > 10),
    });
  }),
];

const simulations: readonly Scenario[] = [
  usually('simulation-is-done', (stage) =>
    ended(stage, SIMULATION_WORKFLOW, 'done', simulationInput(stage), {
      simulateProgram: async () => ({ outcome: 'finished', sales: 10, details: 'Simulação de exemplo' }),
    }),
  ),
  usually('simulation-fails', (stage) =>
    ended(stage, SIMULATION_WORKFLOW, 'fails', simulationInput(stage), {
      simulateProgram: failing,
      failSimulation: async () => undefined,
    }),
  ),
  usually('simulation-cancelled', (stage) =>
    cancelled(stage, SIMULATION_WORKFLOW, 'cancelled', simulationInput(stage), (hold) => ({
      simulateProgram: hold,
      failSimulation: async () => undefined,
    })),
  ),
];

const merges: readonly Scenario[] = [
  usually('merge-is-done', (stage) =>
    ended(stage, CUSTOMER_MERGE_WORKFLOW, 'done', mergeInput(stage), {
      mergeCustomers: async () => ({ merged: true }),
      wakeMovedSales: inTurn<{ looked: number; done: boolean }>(
        () => ({ looked: 100, done: false }),
        () => ({ looked: 101, done: true }),
      ),
    }),
  ),
  usually('merge-is-not-possible-any-more', (stage) =>
    ended(stage, CUSTOMER_MERGE_WORKFLOW, 'not-possible', mergeInput(stage), {
      mergeCustomers: async () => ({ merged: false }),
    }),
  ),
  usually('merge-is-undone', (stage) =>
    ended(stage, CUSTOMER_MERGE_WORKFLOW, 'undone', mergeInput(stage, true), {
      wakeMovedSales: async () => ({ looked: 1, done: true }),
    }),
  ),
  whenFull('merge-continues-as-new', (stage) => {
    let looked = 0;
    return ended(stage, CUSTOMER_MERGE_WORKFLOW, 'full', mergeInput(stage), {
      mergeCustomers: async () => ({ merged: true }),
      wakeMovedSales: async () => ({ looked: (looked += 100), done: looked > 1_000 }),
    });
  }),
];

const parkedInput = ({ merchantId }: Stage): ParkedSalesInput => ({
  ...{ merchantId, connectionId: 'con_example' },
  since: '2026-11-28T12:00:00.000Z',
});

/** A page after which there are more. */
const somePlace = { at: '2026-11-28T11:00:00.000Z', id: 'sal_example' };

/** Wakes a hundred at a time, and `pages` times. */
function waking(pages: number): Script {
  let asked = 0;
  return { wakeParkedSales: async () => ({ woken: 100, next: (asked += 1) < pages ? somePlace : null }) };
}

const parked: readonly Scenario[] = [
  usually('parked-sales-are-woken', (stage) =>
    ended(stage, PARKED_SALES_WORKFLOW, 'woken', parkedInput(stage), waking(2)),
  ),
  usually('resting-sales-are-woken-some-at-a-time', (stage) =>
    ended(stage, PARKED_SALES_WORKFLOW, 'resting', { ...parkedInput(stage), resting: true }, waking(2)),
  ),
  whenFull('parked-sales-continue-as-new', (stage) =>
    ended(stage, PARKED_SALES_WORKFLOW, 'full', parkedInput(stage), waking(12)),
  ),
  whenFull('parked-sales-go-on', (stage) =>
    wentOn(stage, PARKED_SALES_WORKFLOW, 'goes-on', parkedInput(stage), waking(12)),
  ),
];

/** Runs that go on where a former one has come to. */
const goingOn: readonly Scenario[] = [
  whenFull('import-goes-on', (stage) => {
    let steps = 0;
    return wentOn(stage, FILE_IMPORT_WORKFLOW, 'goes-on', importInput(stage), {
      importRows: async () => progress((steps += 1) > 10),
    });
  }),
  whenFull('merge-goes-on', (stage) => {
    let looked = 0;
    return wentOn(stage, CUSTOMER_MERGE_WORKFLOW, 'goes-on', mergeInput(stage), {
      mergeCustomers: async () => ({ merged: true }),
      wakeMovedSales: async () => ({ looked: (looked += 100), done: looked > 1_000 }),
    });
  }),
];

/** Imports, simulations, merges, and the waking of parked sales. */
export const batchScenarios: readonly Scenario[] = [
  ...imports,
  ...simulations,
  ...merges,
  ...parked,
  ...goingOn,
];
