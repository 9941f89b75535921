import { randomUUID } from 'node:crypto';
import { Mutex } from 'async-mutex';
import type { Instant } from '../../loyalty';
import { changedOrMade } from '../mongo';
import type { Mongo } from '../mongo';
import { createAddressCalls } from './address-calls';
import type { Counting } from './address-calls';
import { callPlaceModel, callSlotModel, FRESH_SLOT } from './call-place-model';
import type { CallSlotDoc } from './call-place-model';
import { afterFailure, CLOSED, isTry } from './circuit';
import type { Failure, Refusal } from './circuit';
import { blingDay, DAILY_CALLS, FRESH_PACE, isQuiet, nextTurn } from './pace';
import type { CallClass, Pace, Place, Turn, Why } from './pace';
import { createWholeCircuit } from './whole-circuit';

/** Who calls: his place is kept under `key`, so that he has one and the same however often he asks. */
export interface Caller {
  key: string;
  class: CallClass;
  /** Where his turn is further off than this, he leaves and nobody waits for him; absent: he comes back. */
  patienceMs?: number;
}

/** When a call may start: after `waitMs`, or not before `comeBackMs` have passed. */
/** `decidedAt`: from when `waitMs` counts, by `performance.now()`. */
export type CallTurn =
  { kind: 'go'; waitMs: number; decidedAt?: number } | { kind: 'later'; why: Why; comeBackMs: number };

/**
 * What came of a call: an answer, whatever it said, or none, or one that nobody of the company is to ask for `pauseMs`: its day's calls are
 * used up, or our address is blocked, which is everybody's once another company met the same. `pauseMs` of what had no answer: the same.
 */
export type CallEnd =
  | { kind: 'answered' }
  | { kind: 'unanswered'; pauseMs?: number }
  | { kind: 'refused'; why: Refusal; pauseMs: number };

/** One who rests, and how often it has. */
export interface Resting {
  key: string;
  rests: number;
}

/** What changes by it: a company, or all of Bling, is left alone from now on, or is asked again. */
export type CircuitMove = { of: 'company' | 'all'; to: 'open' | 'closed' };

/** Hears when people have to know that a company's calls have no answer, and when they have one again. */
export interface SilenceWatch {
  began(companyId: string, since: Instant): Promise<void>;
  ended(companyId: string): Promise<void>;
}

/** The pace of calls to each company, shared by all processes. */
export interface CallPlaces {
  /** A call that may start is counted; one that may not has a place from then on, and comes back when its turn has come. */
  take(companyId: string, caller: Caller): Promise<CallTurn>;
  /** Where nobody is to call just now, the caller's place after that, in how many milliseconds; null: he may call. */
  standBack(companyId: string, caller: Caller): Promise<number | null>;
  /** What came of a call that was let go. */
  report(companyId: string, end: CallEnd): Promise<CircuitMove[]>;
  /** Its answer was an error, whichever: Bling blocks an address that has too many. */
  erred(): Promise<void>;
  /** Whether some rest until the company answers, asked when it has: whoever is told so first is to wake them. */
  endRest(companyId: string): Promise<boolean>;
  /** They are not awake yet, and the company does not answer any more: the next answer is to wake them. */
  restOn(companyId: string): Promise<void>;
  /** Some who rest, those who wait longest first. */
  resting(companyId: string): Promise<Resting[]>;
  /** Of one who was woken nothing is kept, unless it has gone to rest again meanwhile. */
  leave(companyId: string, woken: Resting): Promise<void>;
  /** How many of a day's calls the company has used today, and how many a day has. */
  usedToday(companyId: string, now: Date): Promise<{ used: number; of: number }>;
}

/**
 * The places of one database; calls of this process queue up for them, company by company.
 * @param now the time that all processes share
 */
export function createCallPlaces(mongo: Mongo, now: () => Instant, watch: SilenceWatch): CallPlaces {
  const whole = createWholeCircuit(mongo, now);
  const address = createAddressCalls(mongo, now);
  const queues = new Map<string, Mutex>();
  const seen = new Map<string, Seen>();
  const begun = new Map<string, Place>();
  /** Companies of whose silence this process has told. */
  const told = new Set<string>();
  const slots = () => mongo.of(callSlotModel);
  const places = () => mongo.of(callPlaceModel);

  async function read(companyId: string): Promise<Seen> {
    return toSeen(await changedOrMade(slots(), companyId, { $setOnInsert: FRESH_SLOT }));
  }

  async function placeOf(id: string): Promise<Place | null> {
    const doc = await places().findById(id).lean();
    if (!doc) return null;
    const { calls, begun: goesOn, rests = 0, since = doc.at.getTime(), ofAddress = false } = doc;
    const times = { at: doc.at.getTime(), lapsesAt: doc.lapsesAt.getTime() };
    return { calls, begun: goesOn, rests, since, ofAddress, ...times };
  }

  /** Stores what the pace has become if it still is as seen; else another process was faster. */
  async function advance(companyId: string, known: Seen, next: Pace): Promise<boolean> {
    if (next === known.pace) return true;
    const { filter, update, after } = advancing(companyId, known, next);
    const { matchedCount } = await slots().updateOne(filter, update);
    if (matchedCount === 0) return false;
    seen.set(companyId, after);
    return true;
  }

  /** The same together with the call at our address, as one command. Where only one of the two could be stored, no call is made by it. */
  async function advanceCounted(
    companyId: string,
    known: Seen,
    counting: Counting,
    next: Pace,
  ): Promise<boolean> {
    const { filter, update, after } = advancing(companyId, known, next);
    const by = randomUUID();
    const { matchedCount } = await slots().bulkWrite([
      { updateOne: { filter, update: { $set: { ...update.$set, by } } } },
      { updateOne: { filter: counting.filter, update: counting.update } },
    ]);
    if (matchedCount === 2) {
      seen.set(companyId, after);
      counting.done();
      return true;
    }
    const there = await slots().findById(companyId).lean();
    if (there?.by === by && there.turn === after.turn) {
      // The address had none left: the company has its turn back.
      await advance(companyId, after, known.pace);
      await counting.missed();
    }
    return false;
  }

  /** Two processes that give the same caller a place at the same moment both tell him the first one. */
  async function keep(id: string, before: Place | null, after: Place | null): Promise<Instant | null> {
    if (after === null) {
      if (before) await places().deleteOne({ _id: id });
      return null;
    }
    const { at, lapsesAt, ofAddress = false, ...rest } = after;
    const doc = { ...rest, ofAddress, at: new Date(at), lapsesAt: new Date(lapsesAt) };
    const change = before ? { $set: doc } : { $setOnInsert: doc };
    const kept = await changedOrMade(places(), id, change);
    return kept.at.getTime();
  }

  /** The pace first, then the place: who dies in between loses a turn, and no two ever have the same one. */
  async function takeOne(companyId: string, caller: Caller, calls = true): Promise<CallTurn> {
    const id = `${companyId}/${caller.key}`;
    let tries = false;
    let looked = false;
    for (let known = seen.get(companyId) ?? (await read(companyId)); ; known = await read(companyId)) {
      const all = tries ? CLOSED : whole.look();
      const well = all.pauses === 0 && address.isQuiet(caller.class);
      const quiet = !looked && well && isQuiet(known.pace, caller.class, now());
      const own = begun.get(id);
      const place = quiet ? null : (own ?? (await placeOf(id)));
      const at = now();
      const decidedAt = performance.now();
      const paced = nextTurn(known.pace, caller.class, place, at, all);
      if (!calls && !isStopped(paced)) return asAnswer(paced, at, null);
      const passing = paced.kind === 'go' ? { turn: paced, who: caller.class, place, at } : null;
      const counting = passing && !isTry(all, at) ? address.counting(passing) : null;
      if (counting && !(await advanceCounted(companyId, known, counting, paced.pace))) continue;
      const turn = passing && !counting ? await address.pass(passing, known.pace) : paced;
      // He may have a place at our address after all.
      if (quiet && turn.kind === 'later') {
        looked = true;
        continue;
      }
      if (turn.kind === 'go' && isTry(all, at)) {
        tries = await whole.beginTry();
        if (!tries) continue;
      }
      const leaves = isTooLate(caller, turn, at);
      const after = leaves ? null : turn.place;
      const next = leaves ? unmoved(known.pace, turn.pace) : turn.pace;
      if (!counting && !(await advance(companyId, known, next))) continue;
      if (turn.kind === 'later' && turn.why === 'silence')
        await tellOnce(companyId, known.pace, turn.pace, turn.pace.circuit.since ?? all.since ?? at);
      const unstored = quiet || (own !== undefined && turn.kind === 'go');
      remember(begun, id, unstored ? after : null);
      const until = unstored || after === place ? null : await keep(id, place, after);
      const answer = asAnswer(turn, at, until);
      return answer.kind === 'go' ? { ...answer, decidedAt } : answer;
    }
  }

  /**
   * Told by several, a silence is told once. Whoever noted that people are told may have died before he told them: so each process does,
   * once. Where it has ended meanwhile, it is not left told.
   */
  async function tellOnce(companyId: string, before: Pace, after: Pace, since: Instant): Promise<void> {
    if (!after.circuit.told) return void told.delete(companyId);
    if (before.circuit.told && told.has(companyId)) return;
    await watch.began(companyId, since);
    told.add(companyId);
    if (!(await read(companyId)).pace.circuit.told) await watch.ended(companyId);
  }

  /** Answers whether the company is left alone from now on. */
  async function fail(companyId: string, failure: Failure): Promise<boolean> {
    for (;;) {
      const known = await read(companyId);
      const { circuit } = known.pace;
      const next = afterFailure(circuit, now(), failure);
      if (next === circuit) return false;
      if (await advance(companyId, known, { ...known.pace, circuit: next }))
        return circuit.pauses === 0 && next.pauses > 0;
    }
  }

  /** Answers whether the company was left alone until now. */
  async function close(companyId: string): Promise<boolean> {
    for (let known = seen.get(companyId) ?? (await read(companyId)); ; known = await read(companyId)) {
      const { circuit } = known.pace;
      if (circuit.failures === 0 && !circuit.told) return false;
      // Before, so that whoever dies in between leaves it to the next answer; after, for what others have told in between.
      if (circuit.told) await watch.ended(companyId);
      if (!(await advance(companyId, known, { ...known.pace, circuit: CLOSED }))) continue;
      if (circuit.told) await watch.ended(companyId);
      return circuit.pauses > 0;
    }
  }

  function inTurn(...asked: Parameters<typeof takeOne>): Promise<CallTurn> {
    const [companyId] = asked;
    const queue = queues.get(companyId) ?? new Mutex();
    queues.set(companyId, queue);
    return queue.runExclusive(() => takeOne(...asked));
  }

  return {
    take: (companyId, caller) => inTurn(companyId, caller),
    async standBack(companyId, caller) {
      const turn = await inTurn(companyId, caller, false);
      return turn.kind === 'later' && isStopped(turn) ? turn.comeBackMs : null;
    },
    async report(companyId, end) {
      const moves: CircuitMove[] = [];
      if (end.kind === 'answered') {
        if (await close(companyId)) moves.push({ of: 'company', to: 'closed' });
        if (await whole.answered()) moves.push({ of: 'all', to: 'closed' });
        return moves;
      }
      const { ofCompany, ofAll } = failuresIn(end);
      if (ofCompany && (await fail(companyId, ofCompany))) moves.push({ of: 'company', to: 'open' });
      if (ofAll && (await whole.failed(companyId, ofAll))) moves.push({ of: 'all', to: 'open' });
      return moves;
    },
    erred: () => address.erred(),
    async endRest(companyId) {
      for (let known = seen.get(companyId) ?? (await read(companyId)); ; known = await read(companyId)) {
        if (!known.pace.resting || known.pace.circuit.pauses > 0) return false;
        if (await advance(companyId, known, { ...known.pace, resting: false, scoutAt: 0 })) return true;
      }
    },
    async restOn(companyId) {
      for (;;) {
        const known = await read(companyId);
        if (await advance(companyId, known, { ...known.pace, resting: true })) return;
      }
    },
    async resting(companyId) {
      const found = await places()
        .find({ _id: { $gte: `${companyId}/`, $lt: `${companyId}0` }, rests: { $gt: 0 } })
        .limit(MOST_RESTING)
        .lean();
      return found
        .sort((one, other) => (one.since ?? 0) - (other.since ?? 0) || (one._id < other._id ? -1 : 1))
        .map(({ _id, rests }) => ({ key: _id.slice(companyId.length + 1), rests: rests ?? 0 }));
    },
    async leave(companyId, { key, rests }) {
      await places().deleteOne({ _id: `${companyId}/${key}`, rests });
    },
    async usedToday(companyId, at) {
      const pace = await slots().findById(companyId).lean();
      return { used: pace?.day === blingDay(at.getTime()) ? pace.calls : 0, of: DAILY_CALLS };
    },
  };
}

/** Looked through at once; of more, the others are found once these are awake. */
const MOST_RESTING = 10_000;

/** Whose failure it is: a used up day says nothing of Bling. */
function failuresIn(end: Exclude<CallEnd, { kind: 'answered' }>): { ofCompany?: Failure; ofAll?: Failure } {
  if (end.kind === 'unanswered') return { ofCompany: { pauseMs: end.pauseMs }, ofAll: {} };
  const failure = { pauseMs: end.pauseMs, refused: end.why };
  return { ofCompany: failure, ...(end.why === 'address' && { ofAll: failure }) };
}

/** What stores the next pace of a company if it still is as seen. */
function advancing(companyId: string, { pace, turn }: Seen, next: Pace) {
  const { nextAt, day, calls } = pace;
  const after = { pace: next, turn: (turn ?? 0) + 1 };
  return {
    // An earlier version leaves `turn` as it is.
    filter: { _id: companyId, nextAt: new Date(nextAt), day, calls, turn },
    update: { $set: { ...next, nextAt: new Date(next.nextAt), turn: after.turn } },
    after,
  };
}

/** The pace of one company as it was last seen. `turn` counts its changes; null: none since it was kept otherwise. */
interface Seen {
  pace: Pace;
  turn: number | null;
}

function toSeen(slot: CallSlotDoc): Seen {
  const { nextAt, day, calls, tails, callsPerSale, circuit, scoutAt, resting, turn } = slot;
  const { tails: none, callsPerSale: usual } = FRESH_PACE;
  const pace = {
    nextAt: nextAt.getTime(),
    day,
    calls,
    tails: { ...none, ...tails },
    callsPerSale: callsPerSale ?? usual,
    circuit: circuit ?? CLOSED,
    scoutAt: scoutAt ?? 0,
    resting: resting ?? false,
  };
  return { pace, turn: turn ?? null };
}

/**
 * Whoever went while it was quiet has nothing stored: what follows at once goes on in the same process, or queues up like any
 * other. Places lie in the order in which they were begun.
 */
function remember(begun: Map<string, Place>, id: string, place: Place | null): void {
  begun.delete(id);
  if (place === null) return;
  for (const [oldest, { lapsesAt }] of begun) {
    if (lapsesAt > place.at) break;
    begun.delete(oldest);
  }
  begun.set(id, place);
}

/** Whether nobody is to call, rather than that others are before him. */
function isStopped(turn: Turn | CallTurn): boolean {
  return turn.kind === 'later' && turn.why !== 'pace';
}

/** Whether he leaves rather than wait for that. */
function isTooLate({ patienceMs = Infinity }: Caller, turn: Turn, now: Instant): boolean {
  return turn.kind === 'later' && turn.until - now > patienceMs;
}

/** Nobody has been given a place; that people are told remains. */
function unmoved(before: Pace, after: Pace): Pace {
  return before.circuit === after.circuit ? before : { ...before, circuit: after.circuit };
}

function asAnswer(turn: Turn, now: Instant, kept: Instant | null): CallTurn {
  if (turn.kind === 'go') return { kind: 'go', waitMs: turn.waitMs };
  return { kind: 'later', why: turn.why, comeBackMs: Math.max(1, (kept ?? turn.until) - now) };
}
