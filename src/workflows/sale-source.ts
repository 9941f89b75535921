import {
  ActivityFailure,
  ApplicationFailure,
  condition,
  isCancellation,
  patched,
  sleep,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { SourceSteps } from './steps';
import { firstSourceSteps, sourceSteps } from './steps';

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

/** What the Temporal UI shows beside the timer. */
const RESTING = 'Esperar o limite de chamadas da origem';

/** The facts that a failed step gives along, as `src/activities/runtime/failures.ts` writes them. */
interface FailureFacts {
  attempt?: number;
  retryAfterMs?: number;
}

/**
 * Something asked of the source, for as long as it takes. Every now and then the step is given up and begun anew, so that the run
 * learns what keeps failing and can say so: a step that is tried again tells its run nothing.
 */
export class SourceQuestion<Answer extends object> {
  private readonly since = Date.now();
  private attempts = 0;
  private round = 0;
  private restMs: number | undefined;
  private known: Answer | null = null;
  /** What `answersAgain` was when it was asked last. */
  private heard = 0;

  /**
   * @param onTrouble told each time, of all the trouble so far
   * @param answersAgain how often it was said that the source answers again
   * @param goesOnBeside whether time and messages wait until the first trouble, which is heard of soon then
   */
  constructor(
    private readonly ask: (steps: SourceSteps) => Promise<Answer>,
    private readonly onTrouble: (trouble: SourceTrouble) => void,
    private readonly answersAgain: () => number,
    private readonly goesOnBeside: boolean,
  ) {}

  /**
   * Waits for the answer; asked again it goes on where it was.
   * @param leaves asked after each trouble: whether to leave it there for now
   * @returns null where it was left
   */
  async answer(leaves: () => boolean): Promise<Answer | null> {
    while (this.known === null) {
      if (this.restMs !== undefined) await this.rest(this.restMs);
      this.heard = this.answersAgain();
      try {
        this.known = await this.ask(this.steps());
      } catch (error) {
        this.noteTrouble(error);
        if (leaves()) return null;
      }
    }
    return this.known;
  }

  private steps(): SourceSteps {
    if (this.round === 0 && this.goesOnBeside) return firstSourceSteps;
    return sourceSteps[Math.min(this.round, sourceSteps.length - 1)]!;
  }

  /** Until then, or until the source is said to answer: also while it was being asked in vain. */
  private async rest(ms: number): Promise<void> {
    if (!patched('woken-by-answers')) return sleep(ms, { summary: RESTING });
    await condition(() => this.answersAgain() > this.heard, ms, { summary: RESTING });
  }

  /** @throws the error where it does not pass by itself */
  private noteTrouble(error: unknown): void {
    const failed = passingFailure(error);
    if (!failed) throw error;
    this.round += 1;
    this.attempts += failed.attempt ?? 1;
    const { kind, retryAfterMs } = failed;
    this.restMs = retryAfterMs;
    this.onTrouble({
      ...{ kind, since: this.since, attempts: this.attempts },
      ...(retryAfterMs === undefined ? {} : { until: Date.now() + retryAfterMs }),
    });
  }
}

/** What of a failed step of the source passes by itself; null where it has failed for good. */
export function passingFailure(error: unknown): ({ kind: string } & FailureFacts) | null {
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

/** A stable word for why a step failed for good, such as `Bling.forbidden`. */
export function failureWord(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  return (cause instanceof ApplicationFailure && cause.type) || 'unexpected';
}
