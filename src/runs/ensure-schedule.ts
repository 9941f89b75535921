import { ScheduleAlreadyRunning } from '@temporalio/client';
import type {
  Client,
  ScheduleOptions,
  ScheduleOptionsStartWorkflowAction,
  Workflow,
} from '@temporalio/client';

/** A schedule that starts a workflow. */
export type StartSchedule<Run extends Workflow> = ScheduleOptions<ScheduleOptionsStartWorkflowAction<Run>>;

/** Makes a schedule or brings it up to date; one that an operator has paused stays paused. */
export async function ensureSchedule<Run extends Workflow>(
  client: Client,
  schedule: StartSchedule<Run>,
): Promise<void> {
  try {
    await client.schedule.create(schedule);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = schedule;
    await client.schedule
      .getHandle(schedule.scheduleId)
      .update<Run>(({ state }) => ({ spec, action, policies, state }));
  }
}
