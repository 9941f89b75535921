import { ApplicationFailure } from '@temporalio/workflow';
import { ApplicationFailureCategory } from '@temporalio/common';
import type { RefusalCode, RefusalFacts } from '../loyalty';

/**
 * A refusal as workflows can throw it, in the form in which steps throw theirs: the type is our public code, the details are
 * its facts. An answer to the caller, not a failure of the run.
 */
export function refusal(code: RefusalCode, facts: RefusalFacts = {}): ApplicationFailure {
  return ApplicationFailure.create({
    type: code,
    message: `Refused: ${code}`,
    nonRetryable: true,
    details: [facts],
    category: ApplicationFailureCategory.BENIGN,
  });
}

/** The server's own failure for an update whose run ended before it was done. */
export const RUN_ENDED = 'AcceptedUpdateCompletedWorkflow';

/** The run is about to continue as a new one: nothing was taken, and whoever asks again is served by the next. */
export function runEnding(): ApplicationFailure {
  return ApplicationFailure.create({
    type: RUN_ENDED,
    message: 'The run continues as a new one: ask again.',
    nonRetryable: true,
    category: ApplicationFailureCategory.BENIGN,
  });
}
