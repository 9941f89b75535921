import { ApplicationFailure } from '@temporalio/workflow';
import { refusal } from './refusals';

/*
 * What a payload must look like before anything is done with it. Updates, signals and inputs can be typed by hand in the
 * Temporal UI or CLI, where no schema of the API stands before them. The checks are plain functions, since validators have to be
 * synchronous and pure, and a schema library would more than double the workflow bundle.
 */

/** Whether a value is as it should be. */
type Check = (value: unknown) => boolean;

/** What a payload should look like, field by field. */
export type Shape<Payload> = { readonly [Field in keyof Required<Payload>]: Check };

/** Longest id, and longest text that somebody typed, in UTF-16 units. */
const LONGEST_ID = 300;
const LONGEST_TEXT = 400;
/** What is unknown is not kept, but it does not fill a history either: the largest payload, as JSON. */
const LARGEST = 200_000;

/** Whole and not negative. */
export const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
/** Whole and above zero. */
export const positive: Check = (value) => whole(value) && value !== 0;
export const flag: Check = (value) => typeof value === 'boolean';
/** An id of ours, or a name that the outside gives to something. */
export const id: Check = (value) => isText(value, LONGEST_ID);
/** What somebody typed. */
export const text: Check = (value) => isText(value, LONGEST_TEXT);

/** ISO 8601 UTC, to the second or the millisecond. */
export const instant: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

/** May be left out. */
export function perhaps(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function oneOf(...known: readonly string[]): Check {
  return (value) => typeof value === 'string' && known.includes(value);
}

export function listOf(check: Check, most: number): Check {
  return (value) => Array.isArray(value) && value.length <= most && value.every(check);
}

export function fields<Payload>(shape: Shape<Payload>): Check {
  return (value) => misfit(value, shape) === null;
}

/**
 * What an update was asked with, as far as we know its fields. Whoever typed more than that changes nothing by it, and a newer
 * caller may say more than this code knows.
 */
export function known<Payload>(payload: Payload, shape: Shape<Payload>): Payload {
  const given = payload as Record<string, unknown>;
  const names = Object.keys(shape).filter((name) => given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Payload;
}

/** Synchronous and pure, as validators must be: a refusal here writes no history. @throws the refusal of an update */
export function refuseUnlike<Payload>(payload: unknown, shape: Shape<Payload>): void {
  const field = misfit(payload, shape);
  if (field !== null) throw refusal('invalid_request', { field });
}

/** Ends a run that was started with nonsense, at once and for good. */
export function refuseInputUnlike<Payload>(input: unknown, shape: Shape<Payload>): void {
  const field = misfit(input, shape);
  if (field === null) return;
  throw ApplicationFailure.create({
    type: 'InvalidInput',
    message: `This run was started with an input that makes no sense: see "${field}". Runs are started by the API.`,
    nonRetryable: true,
    details: [{ field }],
  });
}

/** The first field that is not as it should be; `payload` where it is no object at all, or too large. Null: all are. */
function misfit<Payload>(payload: unknown, shape: Shape<Payload>): string | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return 'payload';
  const given = payload as Record<string, unknown>;
  const wrong = Object.entries<Check>(shape).find(([name, check]) => !check(given[name]));
  if (wrong) return wrong[0];
  return JSON.stringify(payload).length > LARGEST ? 'payload' : null;
}

/** Well-formed, with a sign of its own, without control characters other than those that space a text. */
function isText(value: unknown, longest: number): boolean {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= longest &&
    !/[\p{Cc}\p{Cs}]/u.test(value.replace(/[\t\n\r]/g, ' '))
  );
}
