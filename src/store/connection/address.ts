import type { Instant } from '../../loyalty';
import { CALL_CLASSES } from './pace';
import type { CallClass } from './pace';

/*
 * What our address sends to Bling, all companies together, as arithmetic. As with a company two things are kept apart: how many calls
 * each second has, which is exact (`counts`), and in which order those come back for whom none was left (`tails`).
 */

/** How the calls of our address go at a moment. */
export interface AddressPace {
  /** How many calls start in each second, counted since 1970. */
  counts: Readonly<Record<string, number>>;
  /** When the last one of each class comes back for whom no call was left; in the past: nobody of it does. */
  tails: Readonly<Record<CallClass, Instant>>;
}

/** A caller whom nothing of his company keeps. */
interface AtAddress {
  who: CallClass;
  /** Whether he comes back, or goes on with what he has begun: he need not queue up again. */
  inTurn: boolean;
  /** His company lets him call from then on. */
  from: Instant;
  /** He stands here and waits until then. */
  until: Instant;
  /** How many calls his place is for. */
  calls: number;
}

/** What becomes of him: his call starts at `at`, or he comes back then. */
interface AddressTurn {
  kind: 'go' | 'later';
  at: Instant;
  pace: AddressPace;
}

/** Nothing was sent yet. */
export const NOTHING_SENT: AddressPace = {
  counts: {},
  tails: { staff: 0, sale: 0, reconciliation: 0, import: 0 },
};

/**
 * Bling blocks an address for ten minutes after 600 requests in ten seconds (its page on limits). Any ten seconds touch eleven of ours,
 * which is 550 calls: there remains room for those to the token endpoint, and for calls that are late unevenly. Each class leaves some of
 * a second to those before it.
 */
export const MOST_IN_SECOND: Readonly<Record<CallClass, number>> = {
  staff: 50,
  sale: 45,
  reconciliation: 40,
  import: 35,
};
/** It does the same after 300 errors. Each counts for three calls: where every call fails that is 183, and those under way. */
const MORE_OF_ERROR = 2;
/** Those who come back take less than what there is: the rest is for staff, and for what was late. */
const TAIL_SPACING_MS: Record<CallClass, number> = { staff: 100, sale: 25, reconciliation: 28, import: 32 };
/** Nobody stands and waits so long; what is counted further ahead was counted by a clock that was wrong. */
const FAR_AHEAD_S = 60;

/** Nobody counts in a second that has passed by so much. */
const PAST_S = 5;

/** Whether nobody is before such a caller at our address. */
export function isAddressQuiet({ tails }: AddressPace, who: CallClass, now: Instant): boolean {
  return notAfter(who).every((one) => tails[one] <= now);
}

/** Whether a call that is counted in that second is left for such a caller, as far as is known. */
export function isLeft({ counts }: AddressPace, who: CallClass, second: number): boolean {
  return (counts[second] ?? 0) < MOST_IN_SECOND[who];
}

/** Decides on one call. */
export function addressTurn(pace: AddressPace, asked: AtAddress, now: Instant): AddressTurn {
  const { who, inTurn } = asked;
  if (inTurn || isAddressQuiet(pace, who, now)) {
    const at = firstLeft(pace, asked);
    if (at !== null) return { kind: 'go', at, pace: counted(pace, secondOf(at)) };
  }
  const after = notAfter(who).map((one) => pace.tails[one] + TAIL_SPACING_MS[who] * asked.calls);
  const at = Math.ceil(Math.max(asked.from, now + 1, ...after));
  return { kind: 'later', at, pace: { ...pace, tails: { ...pace.tails, [who]: at } } };
}

/** In which seconds an error that has come back counts for more: what it does is taken of the next calls. */
export function secondsOfError(pace: AddressPace, now: Instant): number[] {
  const seconds: number[] = [];
  for (let known = pace; seconds.length < MORE_OF_ERROR; known = counted(known, seconds.at(-1)!)) {
    const at = firstLeft(known, { who: 'staff', from: now, until: now + FAR_AHEAD_S * 1_000 });
    if (at === null) break;
    seconds.push(secondOf(at));
  }
  return seconds;
}

/** When the first call starts that is left for such a caller; null: he would stand here for too long. */
function firstLeft(
  pace: AddressPace,
  { who, from: earliest, until }: Pick<AtAddress, 'who' | 'from' | 'until'>,
): Instant | null {
  const first = secondOf(earliest);
  for (let second = first; second * 1_000 <= until; second += 1) {
    const count = pace.counts[second] ?? 0;
    // Those who wait for another second do not start all as it begins.
    const within = second > first ? (count * 1_000) / MOST_IN_SECOND.staff : 0;
    if (isLeft(pace, who, second)) return Math.max(earliest, second * 1_000 + within);
  }
  return null;
}

/** With one call more in that second. */
export function counted(pace: AddressPace, second: number): AddressPace {
  return { ...pace, counts: { ...pace.counts, [second]: (pace.counts[second] ?? 0) + 1 } };
}

/** The seconds that nobody counts in any more. */
export function pastSeconds({ counts }: AddressPace, now: Instant): string[] {
  return Object.keys(counts).filter((second) => Number(second) < secondOf(now) - PAST_S);
}

/** Whether a clock that was wrong has counted: nobody is let go so far ahead. */
export function isOfWrongClock({ counts }: AddressPace, now: Instant): boolean {
  return Object.keys(counts).some((second) => Number(second) > secondOf(now) + FAR_AHEAD_S);
}

/** Counted since 1970. */
export function secondOf(at: Instant): number {
  return Math.floor(at / 1_000);
}

/** Such callers, and those who are before them. */
export function notAfter(who: CallClass): readonly CallClass[] {
  return CALL_CLASSES.slice(0, CALL_CLASSES.indexOf(who) + 1);
}
