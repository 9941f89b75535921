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
