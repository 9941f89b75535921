import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { queueName } from '../queues';
import { LEDGER_PROOF_WORKFLOW, LEDGER_SEALING_WORKFLOW, ledgerProofId, ledgerSealingId } from '../workflows';
import { ensureSchedule } from './ensure-schedule';

const DAY_MS = 86_400_000;

/** A proof once a day or less often begins at 06:00 UTC, which is 03:00 in Brasília: shops are closed then. */
const AT_NIGHT_MS = 6 * 3_600_000;

/** How often the ledgers are sealed, and how often they are proved. */
export interface LedgerTimes {
  sealMs: number;
  proofMs: number;
}

/** Makes or brings up to date the schedules that seal and prove the ledgers; one an operator has paused stays paused. */
export async function ensureLedgerSchedules(
  client: Client,
  taskQueue: string,
  { sealMs, proofMs }: LedgerTimes,
): Promise<void> {
  await ensureSchedule(
    client,
    ledgerSchedule(
      LEDGER_SEALING_WORKFLOW,
      ledgerSealingId(taskQueue),
      taskQueue,
      sealMs,
      'Selos do livro de lançamentos',
    ),
  );
  await ensureSchedule(
    client,
    ledgerSchedule(
      LEDGER_PROOF_WORKFLOW,
      ledgerProofId(taskQueue),
      taskQueue,
      proofMs,
      'Conferência do livro de lançamentos',
    ),
  );
}

function ledgerSchedule(
  workflowType: string,
  scheduleId: string,
  taskQueue: string,
  everyMs: number,
  staticSummary: string,
) {
  return {
    scheduleId,
    spec: { intervals: [{ every: everyMs, offset: everyMs % DAY_MS === 0 ? AT_NIGHT_MS : 0 }] },
    action: {
      ...{ type: 'startWorkflow' as const, workflowType, workflowId: scheduleId },
      taskQueue: queueName(taskQueue, 'batch'),
      ...{ args: [{}], staticSummary },
    },
    // One missed while the server was down is made up for; two at once would do the same.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: Math.max(everyMs, 60_000) },
  } satisfies ScheduleOptions;
}
