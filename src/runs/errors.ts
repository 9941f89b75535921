import {
  isGrpcCancelledError,
  isGrpcDeadlineError,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isRefusalCode, Refusal } from '../loyalty';
import type { RefusalFacts } from '../loyalty';
import { RUN_ENDED } from '../workflows';

/** Temporal did not take the call, or did not answer in time where a repetition does no harm. */
export class EngineUnavailableError extends Error {
  override readonly name = 'EngineUnavailableError';

  constructor(options?: { cause?: unknown }) {
    super(
      'Temporal is not answering. Check that the server is reachable; the call can be repeated.',
      options,
    );
  }
}

/** The server takes no more just now: too much is in flight, for this run or altogether. Nothing was taken. */
export class EngineBusyError extends EngineUnavailableError {}

/** The update was sent and its outcome did not arrive: it may still happen. The same call later learns the outcome. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';

  constructor(options?: { cause?: unknown }) {
    super(
      'The outcome of the update is not known. Check that a worker is running; the same call learns the outcome.',
      options,
    );
  }
}

/** The run ended under the update. Asked again, with the same id, the next run takes it up. */
export class RunEndedError extends OutcomeUnknownError {}

/** What a step's failure is called in Temporal that met a version of the program which is not as it was published. */
export const FORGED_PROGRAM = 'ForgedProgramError';

/** A step met such a version and moved no value by it. A return or a claim may be recorded; the same call is done once that is mended. */
export class ProgramNotAsPublishedError extends Error {
  override readonly name = 'ProgramNotAsPublishedError';

  /**
   * @param version null: the step does not say
   * @param validUntil until when the caller waited whose call met it; null: the step does not say
   */
  constructor(
    readonly version: number | null,
    readonly validUntil: string | null,
    options?: { cause?: unknown },
  ) {
    super(
      `A step met version ${version ?? '(unknown)'} of the program, which is not as it was published, and no value was moved by it.`,
      options,
    );
  }
}

/** The statuses of gRPC for a limit that was met: updates in flight or calls a second; all the updates one run may have. */
const LIMITS = [8, 9];

/** What a failed signal means. The signal only says "look again", so whatever went wrong it may be sent again. */
export function signalError(error: unknown): unknown {
  const known = error instanceof ServiceError || isGrpcServiceError(error) || isNotConnected(error);
  return known ? new EngineUnavailableError({ cause: error }) : error;
}

/** What gRPC says, without a status, of a channel that was not ready in time. */
function isNotConnected(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Failed to connect before the deadline');
}

/** What a failed update means. Errors of no known kind come back as they are. */
export function updateError(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError) return refusalIn(error);
  if (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isGrpcDeadlineError(error) ||
    isGrpcCancelledError(error)
  ) {
    return new OutcomeUnknownError({ cause: error });
  }
  if (isBusy(error)) return new EngineBusyError({ cause: error });
  return signalError(error);
}

/** Limits of the server: updates in flight and in the history of one run, calls a second. */
function isBusy(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && LIMITS.includes(Number(cause.code));
}

/** The refusal a workflow or a step of it answered with, or what kept it from that and passes; what is neither comes back as it is. */
function refusalIn(error: WorkflowUpdateFailedError): unknown {
  const failure = applicationFailureIn(error.cause);
  if (!failure?.type) return error;
  if (failure.type === RUN_ENDED) return new RunEndedError({ cause: error });
  const [facts] = failure.details ?? [];
  if (failure.type === FORGED_PROGRAM) {
    const { version, validUntil } = (facts ?? {}) as { version?: unknown; validUntil?: unknown };
    return new ProgramNotAsPublishedError(
      typeof version === 'number' ? version : null,
      typeof validUntil === 'string' ? validUntil : null,
      { cause: error },
    );
  }
  if (!isRefusalCode(failure.type)) return error;
  return new Refusal(failure.type, isFacts(facts) ? facts : {}, { cause: error });
}

/** An activity's failure arrives wrapped: the public code is that of the innermost cause. */
function applicationFailureIn(error: unknown): ApplicationFailure | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ApplicationFailure) return cause;
  }
  return null;
}

function isFacts(value: unknown): value is RefusalFacts {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((fact) => typeof fact === 'string' || typeof fact === 'number')
  );
}
