import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { LEDGER_PROOF_WORKFLOW, ledgerProofId } from '../workflows';
import type { LedgerProofInput, ProofSums } from '../workflows';
import { ensureSchedule } from './ensure-schedule';

type LedgerProofWorkflow = (input: LedgerProofInput) => Promise<ProofSums>;

const DAY_MS = 86_400_000;

/** A proof once a day or less often begins at 06:00 UTC, which is 03:00 in Brasília: shops are closed then. */
const AT_NIGHT_MS = 6 * 3_600_000;

/** Makes or brings up to date the schedule that proves the ledgers; a schedule an operator has paused stays paused. */
export async function ensureLedgerProof(client: Client, taskQueue: string, everyMs: number): Promise<void> {
  await ensureSchedule<LedgerProofWorkflow>(client, proofSchedule(taskQueue, everyMs));
}

function proofSchedule(taskQueue: string, everyMs: number) {
  const scheduleId = ledgerProofId(taskQueue);
  return {
    scheduleId,
    spec: { intervals: [{ every: everyMs, offset: everyMs % DAY_MS === 0 ? AT_NIGHT_MS : 0 }] },
    action: {
      type: 'startWorkflow' as const,
      workflowType: LEDGER_PROOF_WORKFLOW,
      workflowId: scheduleId,
      taskQueue,
      args: [{}] as [LedgerProofInput],
      staticSummary: 'Conferência do livro de lançamentos',
    },
    // One proof missed while the server was down is made up for; two at once would prove the same.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: Math.max(everyMs, 60_000) },
  } satisfies ScheduleOptions;
}
