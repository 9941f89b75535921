import { Mutex } from 'async-mutex';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { Instant } from '../../loyalty';
import { changedOrMade } from '../mongo';
import type { Mongo } from '../mongo';
import {
  addressTurn,
  counted,
  isAddressQuiet,
  isLeft,
  isOfWrongClock,
  MOST_IN_SECOND,
  notAfter,
  NOTHING_SENT,
  pastSeconds,
  secondOf,
  secondsOfError,
} from './address';
import type { AddressPace } from './address';
import { callSlotModel, FRESH_SLOT } from './call-place-model';
import type { CallSlotDoc } from './call-place-model';
import { comeBackAt, standsFor, startLater } from './pace';
import type { CallClass, Pace, Place, Turn } from './pace';

/** Lies beside the companies, whose ids are 32 hexadecimal digits. */
const ID = 'bling-address';

/** A call that its company lets go, which our address has still to let go. */
export interface Passing {
  /** As it is as far as the company goes. */
  turn: Turn & { kind: 'go' };
  who: CallClass;
  place: Place | null;
  at: Instant;
}

/** What counts a call where one is left, whoever else counts at the same moment. */
interface Change {
  filter: QueryFilter<CallSlotDoc>;
  update: UpdateQuery<CallSlotDoc>;
}

/** That, for whoever stores it together with something else, and is to say what came of it. */
export interface Counting extends Change {
  done(): void;
  /** No call was left. */
  missed(): Promise<unknown>;
}

/** The calls that our address sends to Bling, of all companies and all processes. */
export interface AddressCalls {
  /** As far as this process has seen: whether nobody is before such a caller. */
  isQuiet(who: CallClass): boolean;
  /** Counts the call at the moment that its company gives it; null: as far as this process has seen, none is left then, or it has not looked yet. */
  counting(passing: Passing): Counting | null;
  /** Whether it may start, then counted, or with which place its caller comes back. @param pace that of its company before */
  pass(passing: Passing, pace: Pace): Promise<Turn>;
  /** A call was answered with an error: Bling counts those as well. */
  erred(): Promise<void>;
}

/** Those of one database; calls of this process queue up for them where few are left. */
export function createAddressCalls(mongo: Mongo, now: () => Instant): AddressCalls {
  const queue = new Mutex();
  /** What others have counted since is not in it. */
  let seen: AddressPace | null = null;
  const slots = () => mongo.of(callSlotModel);

  async function read(): Promise<AddressPace> {
    const { counts = {}, tails } = await changedOrMade(slots(), ID, { $setOnInsert: FRESH_SLOT });
    const found = { counts, tails: { ...NOTHING_SENT.tails, ...tails } };
    if (!isOfWrongClock(found, now())) return (seen = found);
    await slots().updateOne({ _id: ID }, { $unset: { counts: 1, tails: 1 } });
    return (seen = NOTHING_SENT);
  }

  function known(): AddressPace | null {
    return seen && !isOfWrongClock(seen, now()) ? seen : null;
  }

  function countingIn(second: number, { who, place, at }: Passing): Change {
    const unqueued = isInTurn(place, at) ? [] : notAfter(who);
    const tails = unqueued.map((one) => [`tails.${one}`, { $not: { $gt: at } }] as const);
    const count = `counts.${second}`;
    return {
      filter: { _id: ID, [count]: { $not: { $gte: MOST_IN_SECOND[who] } }, ...Object.fromEntries(tails) },
      update: { $inc: { [count]: 1 }, ...withoutPast() },
    };
  }

  function withoutPast(): UpdateQuery<CallSlotDoc> {
    const past = seen ? pastSeconds(seen, now()) : [];
    return past.length > 0
      ? { $unset: Object.fromEntries(past.map((second) => [`counts.${second}`, 1])) }
      : {};
  }

  /** Stored was that one more call starts in that second, and that nobody knows of those that have passed. */
  function note(second: number): void {
    const { counts, tails } = counted(seen ?? NOTHING_SENT, second);
    const past = pastSeconds({ counts, tails }, now());
    seen = {
      tails,
      counts: Object.fromEntries(Object.entries(counts).filter(([one]) => !past.includes(one))),
    };
  }

  async function store({ filter, update }: Change): Promise<boolean> {
    return (await slots().updateOne(filter, update)).matchedCount > 0;
  }

  async function passNow(passing: Passing, pace: Pace): Promise<Turn> {
    const { turn, who, place, at } = passing;
    const inTurn = isInTurn(place, at);
    const from = at + turn.waitMs;
    const until = Math.max(from, at + standsFor(who, inTurn));
    const asked = { who, inTurn, from, until, calls: who === 'sale' ? pace.callsPerSale : 1 };
    for (let before = known() ?? (await read()); ; before = await read()) {
      const passed = addressTurn(before, asked, at);
      if (passed.kind === 'go') {
        const second = secondOf(passed.at);
        if (!(await store(countingIn(second, passing)))) continue;
        note(second);
        return startLater(turn, passed.at, at);
      }
      const tail = `tails.${who}`;
      const as = before.tails[who];
      const same = as === 0 ? { $in: [0, null] } : as;
      if (!(await store({ filter: { _id: ID, [tail]: same }, update: { $set: { [tail]: passed.at } } })))
        continue;
      seen = passed.pace;
      return comeBackAt(pace, who, place, passed.at, at);
    }
  }

  async function countError(): Promise<void> {
    const seconds = secondsOfError(await read(), now());
    const more = new Map<string, number>();
    for (const second of seconds) more.set(`counts.${second}`, (more.get(`counts.${second}`) ?? 0) + 1);
    if (more.size > 0) await slots().updateOne({ _id: ID }, { $inc: Object.fromEntries(more) });
  }

  return {
    isQuiet(who) {
      const pace = known();
      return pace === null || isAddressQuiet(pace, who, now());
    },
    counting(passing) {
      const { turn, who, place, at } = passing;
      const second = secondOf(at + turn.waitMs);
      const pace = known();
      // Whoever has not looked yet does so first.
      if (pace === null || !isLeft(pace, who, second)) return null;
      if (!isInTurn(place, at) && !isAddressQuiet(pace, who, at)) return null;
      return { ...countingIn(second, passing), done: () => note(second), missed: read };
    },
    pass: (passing, pace) => queue.runExclusive(() => passNow(passing, pace)),
    erred: () => queue.runExclusive(countError),
  };
}

/** Whether he comes back, or goes on with what he has begun: he need not queue up again. */
function isInTurn(place: Place | null, at: Instant): boolean {
  return place !== null && place.lapsesAt > at && (place.begun || place.ofAddress === true);
}
