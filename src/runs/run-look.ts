import { WorkflowNotFoundError } from '@temporalio/client';
import type { WorkflowExecutionDescription } from '@temporalio/client';
import { saleWorkflowId } from '../workflows';
import { EngineUnavailableError, signalError } from './errors';
import type { SaleOfRun } from './sale-start';
import { bounded } from './target';
import type { Target } from './target';

/** Whoever looks at a sale's page waits no longer. */
const LOOK_MS = 2_000;

/** A step that is being tried. */
export interface StepUnderWay {
  /** The name of the step. */
  step: string;
  /** From 1: that which is under way, or the next. */
  attempt: number;
  /** Epoch milliseconds; null: it is being tried now, or waits for a worker. */
  nextTryAt: number | null;
  /** Why the last attempt failed, in a stable word; null: none did. */
  lastFailure: string | null;
  /** Since when it is tried at all. */
  since: number | null;
}

/** A sale's latest run, as Temporal has it. */
export interface RunLook {
  runId: string;
  running: boolean;
  startedAt: number;
  closedAt: number | null;
  steps: StepUnderWay[];
}

/** The latest run of a sale; null: there was none, or Temporal has forgotten it. @throws EngineUnavailableError */
export async function lookAtRun(
  { client }: Target,
  { merchantId, source }: SaleOfRun,
): Promise<RunLook | null> {
  const handle = client.workflow.getHandle(saleWorkflowId({ merchantId, ...source }));
  try {
    const late = (): Error => new EngineUnavailableError();
    return runLook(await bounded(client, LOOK_MS, late, () => handle.describe()));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw signalError(error);
  }
}

function runLook({ runId, status, startTime, closeTime, raw }: WorkflowExecutionDescription): RunLook {
  return {
    runId,
    running: status.name === 'RUNNING',
    startedAt: startTime.getTime(),
    closedAt: closeTime?.getTime() ?? null,
    steps: (raw.pendingActivities ?? []).map((pending) => ({
      step: pending.activityType?.name ?? '',
      attempt: pending.attempt ?? 1,
      nextTryAt: milliseconds(pending.nextAttemptScheduleTime),
      lastFailure: failureWord(pending.lastFailure),
      since: milliseconds(pending.scheduledTime),
    })),
  };
}

type Pending = NonNullable<WorkflowExecutionDescription['raw']['pendingActivities']>[number];

/** A word and no text: a text may quote what it was given. */
function failureWord(failure: Pending['lastFailure']): string | null {
  if (!failure) return null;
  if (failure.timeoutFailureInfo) return 'timeout';
  return failure.applicationFailureInfo?.type ?? 'unknown';
}

function milliseconds(at: Pending['scheduledTime']): number | null {
  return at ? Number(at.seconds) * 1_000 + Math.floor((at.nanos ?? 0) / 1_000_000) : null;
}
