import { DateTime } from 'luxon';
import type { Instant } from '../../loyalty';
import { beginTry, CLOSED, isLikelyOpenUntil, isOpen, isTry, isWorthTelling } from './circuit';
import type { Circuit } from './circuit';

/*
 * The pace of calls to one company, as arithmetic. Two things are kept apart: when the next call may start at all, which is exact
 * (`nextAt`), and in which order those who wait come back (`tails`): each has a place of its own, an instant, and comes back then.
 */

/** Who asks, the first of them first: staff who wait at the counter, the sales of the day, what makes lost events good, imports. */
export const CALL_CLASSES = ['staff', 'sale', 'reconciliation', 'import'] as const;
export type CallClass = (typeof CALL_CLASSES)[number];

/** How calls to a company go at a moment. */
export interface Pace {
  /** No call starts before. */
  nextAt: Instant;
  /** The day in Brasília that `calls` counts. */
  day: string;
  calls: number;
  /** The last place that each class has been given; in the past: nobody of it waits. */
  tails: Readonly<Record<CallClass, Instant>>;
  /** How many calls a sale that had a place has made of late, 1 to 2: places are as far apart as that takes. */
  callsPerSale: number;
  /** Whether the company's calls are answered. */
  circuit: Circuit;
  /** When the one comes who tries next after a pause; in the past: nobody has been told to. */
  scoutAt: Instant;
  /** Whether some rest until the company answers: they are woken then. */
  resting: boolean;
}

/** The place of one caller. */
export interface Place {
  /** When it is his turn. */
  at: Instant;
  /** How many calls he may make before he has to queue up again. */
  calls: number;
  /** Whether he has made the first one. */
  begun: boolean;
  /** Whoever has not come, or not gone on, by then has lost it. */
  lapsesAt: Instant;
  /** How often in a row he was sent to rest because nobody answers; 0: he has a turn, and no rest. */
  rests: number;
  /** Since when he waits: those who rest are woken in that order. */
  since: Instant;
  /** Whether he has it because our address had no call left for him: he is before those who come after him to it. */
  ofAddress?: boolean;
}

/**
 * What becomes of a call. `go`: it may start after `waitMs`; `later`: at `until`, as `why` says. `pace` and `place` are as they are
 * then; `place` null: none is left.
 */
export type Turn =
  | { kind: 'go'; waitMs: number; pace: Pace; place: Place | null }
  | { kind: 'later'; why: Why; until: Instant; pace: Pace; place: Place };

/** Why a caller has to come back: others are before him, the day's calls are used up, or nobody answers. */
export type Why = 'pace' | 'day' | 'silence';

/**
 * Bling allows 3 requests a second and 120,000 a day for one company, whoever calls (its page on limits). A little slower
 * than that, so that four calls delayed unevenly on their way still do not arrive within one second.
 */
export const SPACING_MS = 400;
export const DAILY_CALLS = 120_000;
export const BLING_ZONE = 'America/Sao_Paulo';

/** What is kept of the day for whoever comes before. */
const DAY_OF: Record<CallClass, number> = {
  staff: DAILY_CALLS,
  sale: DAILY_CALLS,
  reconciliation: DAILY_CALLS * 0.95,
  import: DAILY_CALLS * 0.9,
};
/** Those who wait take four fifths of the pace; the last is for staff, and for what was late. */
const QUEUED_SPACING_MS = SPACING_MS / 0.8;
/** Staff among a queue have that fifth. */
const STAFF_SPACING_MS = SPACING_MS * 5;

/** So long a caller waits who has no place yet. */
const AT_ONCE_MS: Record<CallClass, number> = { staff: 1_500, sale: 1_000, reconciliation: 500, import: 200 };
/** The same once his turn has come: the more, the surer he is not passed over after a moment in which nobody could go. */
const IN_TURN_MS: Record<CallClass, number> = {
  staff: 6_000,
  sale: 5_000,
  reconciliation: 500,
  import: 200,
};
/** Clocks differ: whoever comes so little before his turn has come in time. */
const EARLY_MS = 1_000;
/** A place is kept so long for whoever is late. */
const KEPT_MS = 10 * 60_000;
/** Who rests is woken with the first answer; where that goes wrong he comes by himself, less and less often. */
const FIRST_REST_MS = 30 * 60_000;
const LONGEST_REST_MS = 4 * 3_600_000;
/** What belongs together follows within this: an order, its contact, either of them once more with a fresh token. */
const FOLLOWS_MS = 60_000;
const CALLS_OF: Record<CallClass, number> = { staff: 1, sale: 3, reconciliation: 1, import: 1 };

/** A company that has not been asked yet. */
export const FRESH_PACE: Pace = {
  nextAt: 0,
  day: '',
  calls: 0,
  tails: { staff: 0, sale: 0, reconciliation: 0, import: 0 },
  callsPerSale: 2,
  circuit: CLOSED,
  scoutAt: 0,
  resting: false,
};

/** The day in Brasília. */
export function blingDay(now: Instant): string {
  return DateTime.fromMillis(now, { zone: BLING_ZONE }).toISODate()!;
}

/** Whether a caller may go without anybody looking whether he has a place: nobody is before him, and nothing has to be waited for. */
export function isQuiet(pace: Pace, who: CallClass, now: Instant): boolean {
  const well = pace.circuit.pauses === 0 && !pace.circuit.told;
  return well && pace.nextAt <= now && !isQueued(pace, who, now) && !isDayFull(pace, who, now);
}

/**
 * Decides on one call.
 * @param place what the caller has; null: nothing, or it was not looked for because it is quiet
 * @param all whether Bling as a whole answers; its try is begun by whoever calls this
 */
export function nextTurn(
  pace: Pace,
  who: CallClass,
  place: Place | null,
  now: Instant,
  all: Circuit = CLOSED,
): Turn {
  const held = place !== null && place.lapsesAt > now ? place : null;
  const tomorrow = endOfFullDay(pace, who, now);
  if (tomorrow !== null) {
    if (held && held.at >= tomorrow) return stay(pace, held, 'day');
    return giveIn(pace, who, tomorrow, 'day', now);
  }
  const silent = [pace.circuit, all].filter((circuit) => isOpen(circuit, now));
  if (silent.length > 0) return waitForAnswers(pace, who, held, silent, now);
  return turnAmong(pace, who, held?.rests ? null : held, now);
}

/** The same where somebody would answer. A rest is no place. */
function turnAmong(pace: Pace, who: CallClass, held: Place | null, now: Instant): Turn {
  if (isTry(pace.circuit, now)) return go({ ...pace, circuit: beginTry(pace.circuit, now) }, who, held, now);
  if (held && !held.begun && held.at - now > EARLY_MS) return stay(pace, held, 'pace');
  const wait = Math.max(0, pace.nextAt - now);
  if (held) {
    if (wait <= IN_TURN_MS[who]) return go(pace, who, held, now);
    if (held.begun) return stay(pace, putOff(held, pace.nextAt), 'pace');
  } else if (wait <= AT_ONCE_MS[who] && !isQueued(pace, who, now)) return go(pace, who, null, now);
  return giveIn(pace, who, now, 'pace', now);
}

/**
 * One comes after the pause, or after the next one where one is trying, and tries. All others rest until there is an answer, and cost
 * nothing meanwhile, however many they are.
 */
function waitForAnswers(
  pace: Pace,
  who: CallClass,
  held: Place | null,
  silent: readonly Circuit[],
  now: Instant,
): Turn {
  const circuit = { ...pace.circuit, told: pace.circuit.told || silent.some(isWorthTelling) };
  const known = circuit.told === pace.circuit.told ? pace : { ...pace, circuit };
  const longest = silent.reduce((one, other) => (other.openUntil > one.openUntil ? other : one));
  const until = isLikelyOpenUntil(longest);
  const why = longest.refused === 'day' ? 'day' : 'silence';
  if (held && !held.begun && held.at > until) return stay(held.rests ? { ...known } : known, held, why);
  if (known.scoutAt > until) return rest(known, who, held, until, why, now);
  const turn = giveIn(known, who, until + 1, why, now);
  return { ...turn, pace: { ...turn.pace, scoutAt: turn.until } };
}

/** How long such a caller waits where he stands, rather than to be sent away and called again. */
export function standsFor(who: CallClass, inTurn: boolean): number {
  return inTurn ? IN_TURN_MS[who] : AT_ONCE_MS[who];
}

/** A call that may start, where our address has one left from `startAt` on only. */
export function startLater(turn: Turn & { kind: 'go' }, startAt: Instant, now: Instant): Turn {
  if (startAt <= now + turn.waitMs) return turn;
  const pace = { ...turn.pace, nextAt: startAt + SPACING_MS };
  const place = turn.place && { ...turn.place, at: startAt, lapsesAt: startAt + FOLLOWS_MS };
  return { kind: 'go', waitMs: startAt - now, pace, place };
}

/** Nothing of the company keeps him; our address has a call left for him at `at`, and he comes back then. */
export function comeBackAt(pace: Pace, who: CallClass, place: Place | null, at: Instant, now: Instant): Turn {
  const held = place !== null && place.lapsesAt > now ? place : null;
  const { calls, since } = held ?? { calls: CALLS_OF[who], since: now };
  const given = { at, calls, begun: false, lapsesAt: at + KEPT_MS, rests: 0, since, ofAddress: true };
  return { kind: 'later', why: 'pace', until: at, pace, place: given };
}

/** Longer each time, should nobody wake him; and spread out, as those who came together would come together again. */
function rest(
  pace: Pace,
  who: CallClass,
  held: Place | null,
  until: Instant,
  why: Why,
  now: Instant,
): Turn & { kind: 'later' } {
  const rests = (held?.rests ?? 0) + 1;
  const ms = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (rests - 1));
  const since = held?.since ?? now;
  const at = Math.max(until, now) + ms + (since % (ms / 4));
  const place = { at, calls: CALLS_OF[who], begun: false, lapsesAt: at + KEPT_MS, rests, since };
  // Another one in any case, here and where one rests on: who goes by a pause that has ended since finds that out as he stores it.
  return { kind: 'later', why, until: at, place, pace: { ...pace, resting: true } };
}

function isQueued({ tails }: Pace, who: CallClass, now: Instant): boolean {
  return notAfter(who).some((one) => tails[one] > now);
}

function notAfter(who: CallClass): readonly CallClass[] {
  return CALL_CLASSES.slice(0, CALL_CLASSES.indexOf(who) + 1);
}

function isDayFull({ day, calls }: Pick<Pace, 'day' | 'calls'>, who: CallClass, now: Instant): boolean {
  return calls >= DAY_OF[who] && day === blingDay(now);
}

/** When the next day begins, where the company's calls of this one are used up as far as they are for such callers; else null. */
export function endOfFullDay(
  pace: Pick<Pace, 'day' | 'calls'>,
  who: CallClass,
  now: Instant,
): Instant | null {
  return isDayFull(pace, who, now) ? startOfTomorrow(now) : null;
}

function startOfTomorrow(now: Instant): Instant {
  return DateTime.fromMillis(now, { zone: BLING_ZONE }).plus({ days: 1 }).startOf('day').toMillis();
}

function putOff(place: Place, at: Instant): Place {
  return { ...place, at, begun: false, lapsesAt: at + KEPT_MS };
}

function stay(pace: Pace, place: Place, why: Why): Turn {
  return { kind: 'later', why, until: place.at, pace, place };
}

/** The call starts; what may follow it keeps the place open. */
function go(pace: Pace, who: CallClass, held: Place | null, now: Instant): Turn {
  const startAt = Math.max(pace.nextAt, now);
  // The day in which it really starts is the one that it counts in.
  const day = blingDay(startAt);
  const calls = (pace.day === day ? pace.calls : 0) + 1;
  const left = (held?.calls ?? CALLS_OF[who]) - 1;
  const next = { ...pace, nextAt: startAt + SPACING_MS, day, calls };
  if (held && who === 'sale') next.callsPerSale = learnt(pace.callsPerSale, held.begun);
  const goesOn = { calls: left, begun: true, lapsesAt: startAt + FOLLOWS_MS, rests: 0, since: now };
  const place = left > 0 ? { at: startAt, ...goesOn } : null;
  return { kind: 'go', waitMs: startAt - now, pace: next, place };
}

/** Rises fast and falls slowly, never below what is really used: too few places cost time, too many cost everybody his turn. */
function learnt(callsPerSale: number, follows: boolean): number {
  return follows ? Math.min(2, callsPerSale + 1 / 8) : callsPerSale - (callsPerSale - 1) / 32;
}

/** A place after everybody of the same class and of those before it. */
function giveIn(
  pace: Pace,
  who: CallClass,
  earliest: Instant,
  why: Why,
  now: Instant,
): Turn & { kind: 'later' } {
  const before = notAfter(who)
    .slice(0, -1)
    .map((one) => pace.tails[one] + SPACING_MS);
  const at = Math.ceil(
    Math.max(earliest, pace.nextAt, pace.tails[who] + spacingOf(pace, who, now), ...before),
  );
  const place = { at, calls: CALLS_OF[who], begun: false, lapsesAt: at + KEPT_MS, rests: 0, since: now };
  return {
    kind: 'later',
    why,
    until: at,
    pace: { ...pace, tails: { ...pace.tails, [who]: at } },
    place,
  };
}

function spacingOf(pace: Pace, who: CallClass, now: Instant): number {
  if (who === 'sale') return QUEUED_SPACING_MS * pace.callsPerSale;
  if (who !== 'staff') return QUEUED_SPACING_MS;
  return CALL_CLASSES.some((one) => one !== 'staff' && pace.tails[one] > now) ? STAFF_SPACING_MS : SPACING_MS;
}
