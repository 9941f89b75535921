import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  sleep,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { SourceSteps } from './steps';
import { sourceSteps } from './steps';

/** Why the source could not be asked so far. `kind`: the type of the failure, such as `Bling.day_quota`. */
export interface SourceTrouble {
  kind: string;
  /** Epoch milliseconds of the first try of all. */
  since: number;
  /** How often it was tried, as far as is known. */
  attempts: number;
  /** Epoch milliseconds of the next try, where it is known: the sale's turn among those who wait, or the end of a pause. */
  until?: number;
}

/** The facts that a failed step gives along, as `src/activities/runtime/failures.ts` writes them. */
interface FailureFacts {
  attempt?: number;
  retryAfterMs?: number;
}

/**
 * Asks the source for as long as it takes. Every now and then the step is given up and begun anew, so that the run learns what
 * keeps failing and can say so: a step that is tried again tells its run nothing.
 * @param onTrouble told each time, of all the trouble so far
 */
export async function askSource<Answer>(
  ask: (steps: SourceSteps) => Promise<Answer>,
  onTrouble: (trouble: SourceTrouble) => void,
): Promise<Answer> {
  const since = Date.now();
  let attempts = 0;
  for (let round = 0; ; round += 1) {
    try {
      return await ask(sourceSteps[Math.min(round, sourceSteps.length - 1)]!);
    } catch (error) {
      const failed = passingFailure(error);
      if (!failed) throw error;
      attempts += failed.attempt ?? 1;
      const { kind, retryAfterMs } = failed;
      onTrouble({
        ...{ kind, since, attempts },
        ...(retryAfterMs === undefined ? {} : { until: Date.now() + retryAfterMs }),
      });
      if (retryAfterMs !== undefined)
        await sleep(retryAfterMs, { summary: 'Esperar o limite de chamadas da origem' });
    }
  }
}

/** What of a failed step passes by itself; null where it has failed for good. */
function passingFailure(error: unknown): ({ kind: string } & FailureFacts) | null {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) return null;
  const { cause } = error;
  if (cause instanceof ApplicationFailure && cause.nonRetryable === true) return null;
  const last =
    cause instanceof TimeoutFailure && cause.cause instanceof ApplicationFailure ? cause.cause : cause;
  if (last instanceof ApplicationFailure) {
    const [facts] = (last.details ?? []) as (FailureFacts | undefined)[];
    return { kind: last.type ?? 'unknown', ...facts };
  }
  return { kind: 'no_answer' };
}
