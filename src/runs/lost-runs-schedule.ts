import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { queueName } from '../queues';
import { LOST_RUNS_WORKFLOW, lostRunsId } from '../workflows';
import type { LostRunsInput, LostRunsSums } from '../workflows';
import { ensureSchedule } from './ensure-schedule';

type LostRunsWorkflow = (input: LostRunsInput) => Promise<LostRunsSums>;

/** How often lost runs are looked for. */
const EVERY_MS = 15 * 60_000;
/** What is late by less than this may still be under way: a worker that was away has to catch up first. */
const LATE_MS = 10 * 60_000;

/** Makes or brings up to date the schedule that looks for lost runs. */
export function ensureLostRuns(client: Client, taskQueue: string): Promise<void> {
  return ensureSchedule<LostRunsWorkflow>(client, lostRunsSchedule(taskQueue));
}

function lostRunsSchedule(taskQueue: string) {
  const scheduleId = lostRunsId(taskQueue);
  return {
    scheduleId,
    spec: { intervals: [{ every: EVERY_MS }] },
    action: {
      type: 'startWorkflow' as const,
      workflowType: LOST_RUNS_WORKFLOW,
      workflowId: scheduleId,
      taskQueue: queueName(taskQueue, 'batch'),
      args: [{ lateMs: LATE_MS }] as [LostRunsInput],
      staticSummary: 'Varredura de execuções perdidas',
    },
    // One that was missed is not made up for: the next one finds all that it would have found.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: EVERY_MS },
  } satisfies ScheduleOptions;
}
