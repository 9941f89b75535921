import type { Instant } from '../../loyalty';

/*
 * When a source that does not answer is left alone: after so many calls in a row without an answer, and then for longer and longer.
 * After each pause one caller tries; only an answer ends it. Answers that say no are answers.
 */

/** How calls went of late. */
export interface Circuit {
  /** Calls without an answer since the last one that had one. */
  failures: number;
  /** When the first of these was; null: none. */
  since: Instant | null;
  /** Nobody calls before; in the past with `pauses` above 0: the next caller tries. */
  openUntil: Instant;
  /** How many pauses there have been since the last answer. */
  pauses: number;
  /** One caller is trying just now: `openUntil` is when he is taken to have died. */
  trying: boolean;
  /** Whether people were told. */
  told: boolean;
}

/** All is well. */
export const CLOSED: Circuit = {
  failures: 0,
  since: null,
  openUntil: 0,
  pauses: 0,
  trying: false,
  told: false,
};

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Longer than a call and the refresh of a token before it may take. */
const TRY_MS = 25_000;

/** Calls in a row without an answer, of one company: then it is left alone. */
const FAILURES_OF_COMPANY = 5;
/** The same for all of Bling, of so many companies at least. */
const FAILURES_OF_ALL = 10;
export const COMPANIES_OF_ALL = 3;

export function isOpen({ openUntil }: Circuit, now: Instant): boolean {
  return openUntil > now;
}

/** Whether the next call is the one that tries. */
export function isTry({ openUntil, pauses }: Circuit, now: Instant): boolean {
  return pauses > 0 && openUntil <= now;
}

export function beginTry(circuit: Circuit, now: Instant): Circuit {
  return { ...circuit, openUntil: now + TRY_MS, trying: true };
}

/**
 * A call had no answer.
 * @param pauseMs so long nobody is to ask: the pause begins at once
 * @param companies of how many companies calls have failed; absent: this is about one
 */
export function afterFailure(circuit: Circuit, now: Instant, pauseMs?: number, companies?: number): Circuit {
  // It was under way when the pause began.
  if (isOpen(circuit, now) && !circuit.trying) return circuit;
  const failures = circuit.failures + 1;
  const since = circuit.since ?? now;
  const enough =
    companies === undefined
      ? failures >= FAILURES_OF_COMPANY || pauseMs !== undefined
      : failures >= FAILURES_OF_ALL && companies >= COMPANIES_OF_ALL;
  if (!enough && circuit.pauses === 0) return { ...circuit, failures, since };
  const usual = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** circuit.pauses);
  const openUntil = now + Math.max(usual, pauseMs ?? 0);
  return { ...circuit, failures, since, openUntil, pauses: circuit.pauses + 1, trying: false };
}

/** People are told when the first try has failed too: a moment's silence is nobody's concern. */
export function isWorthTelling({ pauses }: Circuit): boolean {
  return pauses >= 2;
}
