import type { Instant } from '../../loyalty';
import { CALL_CLASSES } from './pace';
import type { CallClass } from './pace';

/*
 * What our address sends to Bling, all companies together, as arithmetic. As with a company two things are kept apart: how many calls
 * each second has, which is exact (`counts`), and in which order those come back for whom none was left (`tails`).
 */

/** How the calls of our address go at a moment. */
export interface AddressPace {
  /** The second that the first count is of, since 1970. */
  from: number;
  /** How many calls start in it, and in each second after it. */
  counts: readonly number[];
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
  from: 0,
  counts: [],
  tails: { staff: 0, sale: 0, reconciliation: 0, import: 0 },
};

/**
 * Bling blocks an address for ten minutes after 600 requests in ten seconds (its page on limits). Any ten seconds touch eleven of ours,
 * which is 550 calls: there remains room for those to the token endpoint, and for calls that are late unevenly. Each class leaves some of
 * a second to those before it.
 */
const MOST_IN_SECOND: Record<CallClass, number> = { staff: 50, sale: 45, reconciliation: 40, import: 35 };
/** It does the same after 300 errors. Each counts for three calls: where every call fails that is 183, and those under way. */
const MORE_OF_ERROR = 2;
/** Those who come back take less than what there is: the rest is for staff, and for what was late. */
const TAIL_SPACING_MS: Record<CallClass, number> = { staff: 100, sale: 25, reconciliation: 28, import: 32 };
/** Nobody stands and waits so long; what is counted further ahead was counted by a clock that was wrong. */
const FAR_AHEAD_S = 60;

/** Whether nobody is before such a caller at our address. */
export function isAddressQuiet({ tails }: AddressPace, who: CallClass, now: Instant): boolean {
  return notAfter(who).every((one) => tails[one] <= now);
}

/** Decides on one call. */
export function addressTurn(pace: AddressPace, asked: AtAddress, now: Instant): AddressTurn {
  const { who, inTurn } = asked;
  const known = withoutPast(pace, now);
  if (inTurn || isAddressQuiet(known, who, now)) {
    const at = firstLeft(known, asked);
    if (at !== null) return { kind: 'go', at, pace: counted(known, secondOf(at)) };
  }
  const after = notAfter(who).map((one) => known.tails[one] + TAIL_SPACING_MS[who] * asked.calls);
  const at = Math.ceil(Math.max(asked.from, now + 1, ...after));
  return { kind: 'later', at, pace: { ...known, tails: { ...known.tails, [who]: at } } };
}

/** An error has come back: what it counts for more is taken of the next calls. */
export function afterError(pace: AddressPace, now: Instant): AddressPace {
  let known = withoutPast(pace, now);
  for (let more = MORE_OF_ERROR; more > 0; more -= 1) {
    const at = firstLeft(known, { who: 'staff', from: now, until: now + FAR_AHEAD_S * 1_000 });
    if (at !== null) known = counted(known, secondOf(at));
  }
  return known;
}

/** When the first call starts that is left for such a caller; null: he would stand here for too long. */
function firstLeft(
  { from, counts }: AddressPace,
  { who, from: earliest, until }: Pick<AtAddress, 'who' | 'from' | 'until'>,
): Instant | null {
  const first = Math.max(secondOf(earliest), from);
  for (let second = first; second * 1_000 <= until; second += 1) {
    const count = counts[second - from] ?? 0;
    // Those who wait for another second do not start all as it begins.
    const within = second > secondOf(earliest) ? (count * 1_000) / MOST_IN_SECOND.staff : 0;
    if (count < MOST_IN_SECOND[who]) return Math.max(earliest, second * 1_000 + within);
  }
  return null;
}

function counted(pace: AddressPace, second: number): AddressPace {
  const index = second - pace.from;
  const length = Math.max(pace.counts.length, index + 1);
  const counts = Array.from({ length }, (_, n) => (pace.counts[n] ?? 0) + (n === index ? 1 : 0));
  return { ...pace, counts };
}

function withoutPast(pace: AddressPace, now: Instant): AddressPace {
  const passed = secondOf(now) - pace.from;
  if (passed < -FAR_AHEAD_S) return { ...NOTHING_SENT, from: secondOf(now) };
  return passed > 0 ? { ...pace, from: secondOf(now), counts: pace.counts.slice(passed) } : pace;
}

function secondOf(at: Instant): number {
  return Math.floor(at / 1_000);
}

function notAfter(who: CallClass): readonly CallClass[] {
  return CALL_CLASSES.slice(0, CALL_CLASSES.indexOf(who) + 1);
}
