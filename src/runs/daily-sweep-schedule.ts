import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { queueName } from '../queues';
import { DAILY_SWEEP_WORKFLOW, dailySweepId } from '../workflows';
import type { DailySweepInput, DailySweepSums } from '../workflows';
import { ensureSchedule } from './ensure-schedule';

type DailySweepWorkflow = (input: DailySweepInput) => Promise<DailySweepSums>;

const DAY_MS = 86_400_000;
/** 05:00 UTC, which is 02:00 in Brasília: what is due on a day is known before anybody is awake. */
const AT_NIGHT_MS = 5 * 3_600_000;
/** One that was missed is made up for as long as the runs of the day before reach. */
const CATCH_UP_MS = 12 * 3_600_000;

/** Makes or brings up to date the schedule that wakes the customers to whom something is due. */
export function ensureDailySweep(client: Client, taskQueue: string): Promise<void> {
  return ensureSchedule<DailySweepWorkflow>(client, dailySweepSchedule(taskQueue));
}

function dailySweepSchedule(taskQueue: string) {
  const scheduleId = dailySweepId(taskQueue);
  return {
    scheduleId,
    spec: { intervals: [{ every: DAY_MS, offset: AT_NIGHT_MS }] },
    action: {
      type: 'startWorkflow' as const,
      workflowType: DAILY_SWEEP_WORKFLOW,
      workflowId: scheduleId,
      taskQueue: queueName(taskQueue, 'batch'),
      args: [{}] as [DailySweepInput],
      staticSummary: 'Varredura diária dos clientes',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCH_UP_MS },
  } satisfies ScheduleOptions;
}
