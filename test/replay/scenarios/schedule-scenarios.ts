import type { LedgerVerdict } from '../../../src/activities';
import { LEDGER_PROOF_WORKFLOW, LEDGER_SEALING_WORKFLOW, LOST_RUNS_WORKFLOW } from '../../../src/workflows';
import { cancelled, ended, failing, wentOn } from './batch-run';
import { usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { inTurn } from './stage';
import type { Script } from './stage';

const VERDICT: LedgerVerdict = {
  ...{ customers: 2, entries: 8, problems: 0, named: [], firstMisfit: null },
  ...{ seals: 1, sealedEntries: 8, newestSeal: '1 3fa9' },
};

/** Proves ledgers that hold. */
const proving: Script = {
  planProof: async () => [
    { after: '', upTo: 'cus_m' },
    { after: 'cus_m', upTo: null },
  ],
  verifyLedgerSeals: async () => VERDICT,
  verifyLedgerPart: async () => VERDICT,
  reportProof: async () => ({ alert: 'none' }),
};

function merchants(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `mer_${String(index).padStart(3, '0')}`);
}

/** A full page of merchants, then so many more. */
function aPage(size: number, more = 0): Script['listMerchants'] {
  return async (after) => merchants(after === null ? size : more);
}

const FOUND = { sales: 1, redemptions: 0, imports: 0, simulations: 0, merges: 0, late: 0 };

/** What schedules start: proof, sealing, and the search for lost runs. */
export const scheduleScenarios: readonly Scenario[] = [
  usually('proof-of-two-merchants', (stage) =>
    ended(stage, LEDGER_PROOF_WORKFLOW, 'two', {}, { ...proving, listMerchants: async () => merchants(2) }),
  ),
  usually('proof-of-one-that-cannot-be-read', (stage) =>
    ended(
      stage,
      LEDGER_PROOF_WORKFLOW,
      'unread',
      {},
      {
        ...proving,
        listMerchants: async () => merchants(2),
        planProof: inTurn<never[]>(failing, () => []),
      },
    ),
  ),
  usually('proof-cancelled', (stage) =>
    cancelled(stage, LEDGER_PROOF_WORKFLOW, 'cancelled', {}, (hold) => ({
      ...proving,
      listMerchants: async () => merchants(2),
      verifyLedgerSeals: hold,
    })),
  ),
  whenFull('proof-continues-when-full', (stage) =>
    ended(
      stage,
      LEDGER_PROOF_WORKFLOW,
      'full',
      {},
      {
        ...proving,
        listMerchants: async (after) => (after === null ? merchants(3) : []),
      },
    ),
  ),
  usually('proof-continues-after-a-page', (stage) =>
    ended(stage, LEDGER_PROOF_WORKFLOW, 'page', {}, { listMerchants: aPage(100), planProof: failing }),
  ),
  usually('sealing-of-two-merchants', (stage) =>
    ended(
      stage,
      LEDGER_SEALING_WORKFLOW,
      'two',
      {},
      {
        listMerchants: async () => merchants(2),
        sealLedger: inTurn<{ sealed: number }>(() => ({ sealed: 2 }), failing),
      },
    ),
  ),
  usually('sealing-continues-after-a-page', (stage) =>
    ended(
      stage,
      LEDGER_SEALING_WORKFLOW,
      'page',
      {},
      { listMerchants: aPage(200), sealLedger: async () => ({ sealed: 1 }) },
    ),
  ),
  usually('lost-runs-of-two-merchants', (stage) =>
    ended(
      stage,
      LOST_RUNS_WORKFLOW,
      'two',
      { lateMs: 600_000 },
      {
        listMerchants: async () => merchants(2),
        wakeLostRuns: inTurn<typeof FOUND>(() => FOUND, failing),
      },
    ),
  ),
  usually('lost-runs-continue-after-a-page', (stage) =>
    ended(
      stage,
      LOST_RUNS_WORKFLOW,
      'page',
      { lateMs: 600_000 },
      {
        listMerchants: aPage(100),
        wakeLostRuns: async () => FOUND,
      },
    ),
  ),
  usually('proof-goes-on', (stage) =>
    wentOn(
      stage,
      LEDGER_PROOF_WORKFLOW,
      'goes-on',
      {},
      { ...proving, listMerchants: aPage(100, 1), planProof: failing },
    ),
  ),
  usually('sealing-goes-on', (stage) =>
    wentOn(
      stage,
      LEDGER_SEALING_WORKFLOW,
      'goes-on',
      {},
      { listMerchants: aPage(200, 1), sealLedger: async () => ({ sealed: 1 }) },
    ),
  ),
  usually('lost-runs-go-on', (stage) =>
    wentOn(
      stage,
      LOST_RUNS_WORKFLOW,
      'goes-on',
      { lateMs: 600_000 },
      { listMerchants: aPage(100, 1), wakeLostRuns: async () => FOUND },
    ),
  ),
];
