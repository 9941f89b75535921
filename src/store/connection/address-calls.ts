import { Mutex } from 'async-mutex';
import type { Instant } from '../../loyalty';
import { changedOrMade } from '../mongo';
import type { Mongo } from '../mongo';
import { addressTurn, afterError, isAddressQuiet, NOTHING_SENT } from './address';
import type { AddressPace } from './address';
import { callSlotModel, FRESH_SLOT } from './call-place-model';
import { comeBackAt, standsFor, startLater } from './pace';
import type { CallClass, Pace, Place, Turn } from './pace';

/** Lies beside the companies, whose ids are 32 hexadecimal digits. */
const ID = 'bling-address';

/** The calls that our address sends to Bling, of all companies and all processes. */
export interface AddressCalls {
  /** As far as this process has seen: whether nobody is before such a caller. */
  isQuiet(who: CallClass): boolean;
  /**
   * Whether one whom his company lets call may do so, then counted, or with which place he comes back.
   * @param turn as it is as far as the company goes, whose pace was `pace`
   */
  pass(turn: Turn & { kind: 'go' }, pace: Pace, who: CallClass, place: Place | null, at: Instant): Promise<Turn>;
  /** A call was answered with an error: Bling counts those as well. */
  erred(): Promise<void>;
}

interface Seen {
  pace: AddressPace;
  turn: number | null;
}

/** Those of one database; calls of this process queue up for them. */
export function createAddressCalls(mongo: Mongo, now: () => Instant): AddressCalls {
  const queue = new Mutex();
  let seen: Seen | null = null;
  const slots = () => mongo.of(callSlotModel);

  async function read(): Promise<Seen> {
    const doc = await changedOrMade(slots(), ID, { $setOnInsert: FRESH_SLOT });
    const { from = NOTHING_SENT.from, counts = NOTHING_SENT.counts, tails, turn = null } = doc;
    return { pace: { from, counts, tails: { ...NOTHING_SENT.tails, ...tails } }, turn };
  }

  /** Stores what the pace becomes if it still is as seen; else another process was faster, and it is decided again. */
  async function change<T extends { pace: AddressPace }>(decide: (pace: AddressPace) => T): Promise<T> {
    for (let known = seen ?? (await read()); ; known = await read()) {
      const decided = decide(known.pace);
      const after = { pace: decided.pace, turn: (known.turn ?? 0) + 1 };
      const { from, counts, tails } = after.pace;
      const { matchedCount } = await slots().updateOne(
        { _id: ID, turn: known.turn },
        { $set: { from, counts: [...counts], tails, turn: after.turn } },
      );
      if (matchedCount === 0) continue;
      seen = after;
      return decided;
    }
  }

  return {
    isQuiet: (who) => seen === null || isAddressQuiet(seen.pace, who, now()),
    async pass(turn, pace, who, place, at) {
      const inTurn = place !== null && place.lapsesAt > at && (place.begun || place.ofAddress === true);
      const from = at + turn.waitMs;
      const until = Math.max(from, at + standsFor(who, inTurn));
      const calls = who === 'sale' ? pace.callsPerSale : 1;
      const asked = { who, inTurn, from, until, calls };
      const passed = await queue.runExclusive(() => change((known) => addressTurn(known, asked, at)));
      if (passed.kind === 'go') return startLater(turn, passed.at, at);
      return comeBackAt(pace, who, place, passed.at, at);
    },
    async erred() {
      await queue.runExclusive(() => change((pace) => ({ pace: afterError(pace, now()) })));
    },
  };
}
