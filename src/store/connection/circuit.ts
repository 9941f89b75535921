import type { Instant } from '../../loyalty';

/*
 * When a source that does not answer is left alone: after so many calls in a row without an answer, and then for longer and longer.
 * After each pause one caller tries; only an answer ends it. Answers that say no are answers; one that says that nobody is to ask for so
 * long begins a pause at once.
 */

/** Whom an answer keeps from asking: a company, its day's calls being used up, or everybody at our address, which is blocked. */
export type Refusal = 'day' | 'address';

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
  /** What the pause is for where it is for an answer; else there was none. */
  refused?: Refusal | null;
}

/** How a call failed. */
export interface Failure {
  /** So long nobody is to ask: the pause begins at once. */
  pauseMs?: number;
  /** Why, where an answer said so. */
  refused?: Refusal;
  /** Of how many companies calls have failed so; absent: this is about one. */
  companies?: number;
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
/** Pages in place of answers for one company may be about that company. */
const COMPANIES_OF_BLOCK = 2;

export function isOpen({ openUntil }: Circuit, now: Instant): boolean {
  return openUntil > now;
}

/** Until when nobody need come, should a try that is under way be in vain, as most are. */
export function isLikelyOpenUntil(circuit: Circuit): Instant {
  return circuit.openUntil + (circuit.trying ? usualPause(circuit) : 0);
}

/** Whether the next call is the one that tries. */
export function isTry({ openUntil, pauses }: Circuit, now: Instant): boolean {
  return pauses > 0 && openUntil <= now;
}

export function beginTry(circuit: Circuit, now: Instant): Circuit {
  return { ...circuit, openUntil: now + TRY_MS, trying: true };
}

/** A call had no answer, or one that says that nobody is to ask. */
export function afterFailure(circuit: Circuit, now: Instant, failure: Failure = {}): Circuit {
  const { pauseMs = 0 } = failure;
  const refused = failure.refused ?? null;
  const failures = circuit.failures + 1;
  const enough = isEnough(failures, failure);
  // It was under way when the pause began: only a longer one is news.
  if (isOpen(circuit, now) && !circuit.trying) {
    if (!enough || now + pauseMs <= circuit.openUntil + FIRST_PAUSE_MS) return circuit;
    return { ...circuit, openUntil: now + pauseMs, refused };
  }
  const since = circuit.since ?? now;
  if (!enough && circuit.pauses === 0) return { ...circuit, failures, since };
  const openUntil = now + Math.max(usualPause(circuit), pauseMs);
  return { ...circuit, failures, since, openUntil, pauses: circuit.pauses + 1, trying: false, refused };
}

/** How long the next pause is where no answer asks for a longer one. */
function usualPause({ pauses }: Circuit): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** pauses);
}

function isEnough(failures: number, { pauseMs, refused, companies }: Failure): boolean {
  if (companies === undefined) return failures >= FAILURES_OF_COMPANY || pauseMs !== undefined;
  if (refused === 'address') return companies >= COMPANIES_OF_BLOCK;
  return failures >= FAILURES_OF_ALL && companies >= COMPANIES_OF_ALL;
}

/** People are told when the first try has failed too: a moment's silence is nobody's concern, and a day that is used up is no silence. */
export function isWorthTelling({ pauses, refused }: Circuit): boolean {
  return pauses >= 2 && refused !== 'day';
}
