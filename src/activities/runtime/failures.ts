import { activityInfo, Context } from '@temporalio/activity';
import { ApplicationFailure, ApplicationFailureCategory, CancelledFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { BlingApiError } from '../../bling';
import { LedgerError, Refusal } from '../../loyalty';
import type { RefusalFacts } from '../../loyalty';
import { EngineUnavailableError, FORGED_PROGRAM } from '../../runs';
import {
  ClockSkewError,
  ConcurrentChangeError,
  DecryptionError,
  ForgedProgramError,
  isDuplicateKey,
  isRefusedAsWritten,
  quotesValues,
  withoutValues,
} from '../../store';
import { waitedIn } from './merchant-in';
import { MissingRecordError } from './missing-record';

/** A clock is not put right in a moment, but another worker's may be right. */
const CLOCK_RETRY = '10s';

/**
 * The one place where errors become failures that Temporal understands: a refusal is final, expected, and carries our public
 * code and its facts; a defect, in the ledger or in the program, and a
 * key that is taken are final and loud; everything else is tried again.
 */
export class FailureInterceptor implements ActivityInboundCallsInterceptor {
  /** @param onFinal told of what no rule foresees and no other try gets past, before the step fails for good */
  constructor(private readonly onFinal: OnFinal) {}

  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    try {
      return await next(input);
    } catch (error) {
      if (isCancelled()) throw new CancelledFailure('The step was cancelled and ended.');
      if (isFinal(error)) await this.onFinal(error, input.args);
      throw toFailure(error, activityInfo().attempt, waitedIn(input.args));
    }
  }
}

/** What is done about a step that fails for good. `args`: what it was asked with. */
export type OnFinal = (error: Error, args: readonly unknown[]) => Promise<void>;

/** Its run wants the step no more: whatever it failed with, nobody tries it again. */
function isCancelled(): boolean {
  return Context.current().cancellationDetails?.cancelRequested === true;
}

/** What nobody can answer for and no other try gets past: a defect, a key or a record that is not as it must be. */
function isFinal(error: unknown): error is Error {
  return isDefect(error) || isOfRecord(error) || (error instanceof Error && isDuplicateKey(error));
}

function isOfRecord(error: unknown): error is MissingRecordError | ForgedProgramError {
  return error instanceof MissingRecordError || error instanceof ForgedProgramError;
}

/** Another try comes to the same: the program is wrong, the ledger it works on, or what it writes. */
export function isDefect(error: unknown): error is Error {
  return (
    error instanceof LedgerError ||
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError ||
    isRefusedAsWritten(error)
  );
}

/**
 * What an error of a step is to Temporal. Errors of no known kind are tried again, and come back as they are but for the values they quote.
 * @param attempt which one failed, for whoever tells of it
 * @param validUntil until when somebody waits for the step; null: nobody does, or without an end
 */
export function toFailure(error: unknown, attempt = 1, validUntil: string | null = null): unknown {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof ClockSkewError)
    return ApplicationFailure.create({
      type: 'ClockSkew',
      message: error.message,
      details: [{ clock: error.whose, skewMs: error.reading.skewMs }],
      nextRetryDelay: CLOCK_RETRY,
    });
  if (error instanceof Refusal)
    return ApplicationFailure.create({
      type: error.code,
      message: error.message,
      nonRetryable: true,
      details: [withoutTypedFacts(error.facts)],
      category: ApplicationFailureCategory.BENIGN,
    });
  // What may be written twice, or by two at once, is handled where it is written: another try would meet the same again. The
  // driver's own text names the value.
  if (isDuplicateKey(error))
    return ApplicationFailure.create({
      type: 'DuplicateKey',
      message: 'A unique key was taken by something else.',
      nonRetryable: true,
    });
  if (isDefect(error)) return defectFailure(error);
  // By the end of its call whoever asks again tells this answer from one to the call as it is made then.
  if (error instanceof ForgedProgramError)
    return ApplicationFailure.create({
      type: FORGED_PROGRAM,
      message: error.message,
      nonRetryable: true,
      details: [{ version: error.version, ...(validUntil === null ? {} : { validUntil }) }],
    });
  if (isOfRecord(error))
    return ApplicationFailure.create({ type: error.name, message: error.message, nonRetryable: true });
  if (error instanceof BlingApiError) return blingFailure(error, attempt);
  if (isPassing(error))
    return ApplicationFailure.create({ type: error.name, message: error.message, details: [{ attempt }] });
  if (error instanceof Error && quotesValues(error))
    return ApplicationFailure.create({ type: error.name, message: withoutValues(error) });
  return error;
}

/** Facts in which a name may stand that somebody typed. */
const TYPED_FACTS = ['stores', 'sku'];

/** What of a refusal's facts may be in Temporal: whoever asked knows the names, or finds them in the store. */
function withoutTypedFacts(facts: RefusalFacts): RefusalFacts {
  const told = Object.entries(facts).filter(
    ([name, fact]) => !TYPED_FACTS.includes(name) || /^#\d+$/.test(String(fact)),
  );
  return Object.fromEntries(told);
}

function defectFailure(error: Error): ApplicationFailure {
  const type = error instanceof LedgerError ? 'LedgerError' : 'Defect';
  return ApplicationFailure.create({ type, message: defectText(error), nonRetryable: true });
}

/** A program's own error may quote what it was given: its text stays here. The ledger's names ids and amounts only, a schema's its fields. */
function defectText(error: Error): string {
  if (error instanceof LedgerError) return error.message;
  const told = quotesValues(error) ? withoutValues(error) : error.name;
  return `A defect of the program (${told}): see the worker's log.`;
}

/** Longer than any step is tried: its run waits by itself, and can be woken. */
const LEFT_TO_ITS_RUN = '1 day';
/** No pause after which somebody tries is longer. */
const IN_THE_STEP_MS = 5 * 60_000;

/**
 * Who waits for his turn has not failed, nor has who has met that nobody is to ask: one alert tells of that. Who rests until there is an
 * answer rests in his run.
 */
function blingFailure(
  { kind, message, retryAfterMs, asked, waits }: BlingApiError,
  attempt: number,
): ApplicationFailure {
  const rests = kind !== 'rate_limited' && retryAfterMs !== undefined && retryAfterMs > IN_THE_STEP_MS;
  return ApplicationFailure.create({
    type: `Bling.${kind}`,
    message,
    details: [{ attempt, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }],
    ...(kind === 'rate_limited' || !asked || waits ? { category: ApplicationFailureCategory.BENIGN } : {}),
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: rests ? LEFT_TO_ITS_RUN : retryAfterMs }),
  });
}

/** What another try, or another worker's setting, gets past. */
function isPassing(error: unknown): error is Error {
  return (
    error instanceof ConcurrentChangeError ||
    error instanceof DecryptionError ||
    error instanceof EngineUnavailableError
  );
}
