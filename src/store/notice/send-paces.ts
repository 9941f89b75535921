import { parsePhone } from '../../loyalty';
import type { Instant } from '../../loyalty';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { sendPaceModel } from './send-pace-model';
import type { SendPaceDoc } from './send-pace-model';
import type { SendPath } from './send-pauses';

/** A message may go after so long, which is short; or comes again after so long, as what goes the same way has taken all that may go. */
export type SendPlace = { waitMs: number } | { because: 'busy' | 'too_fast_for_recipient'; afterMs: number };

/** One after another at least so far apart, of which as many may go at once as are so far ahead. */
interface Pace {
  everyMs: number;
  aheadMs: number;
}

/** Meta lets through one message in six seconds from a number to a phone, and up to 45 at once, which are then missing. */
const PAIR: Pace = { everyMs: 6_000, aheadMs: 44 * 6_000 };
/** So long a message waits for its place at most, while it is marked as on its way. */
const WAITS_MS = 2_000;
/** What nobody has gone by for so long is forgotten. */
const KEPT_MS = 60 * 60_000;

/** How much goes of a sender, in one place for all processes: what would be too much is not tried. */
export interface SendPaces {
  /** Takes a place. @param perSecond how many messages a second the sender may send */
  take(path: Pick<SendPath, 'sender' | 'to'>, perSecond: number): Promise<SendPlace>;
}

/** @param now by a clock that all processes share */
export function createSendPaces(mongo: Mongo, now: () => Instant): SendPaces {
  const recipientId = (sender: string, phone: string): string =>
    `${sender}/to/${mongo.keyedDigest('send paces', parsePhone(phone)?.key ?? phone)}`;

  return {
    async take({ sender, to }, perSecond) {
      const at = now();
      const pace = { everyMs: Math.ceil(1_000 / perSecond), aheadMs: WAITS_MS };
      const [place, pair] = await Promise.all([
        placeIn(mongo, sender, pace, at),
        to === null ? at : placeIn(mongo, recipientId(sender, to), PAIR, at),
      ]);
      if (pair > at + PAIR.aheadMs)
        return { because: 'too_fast_for_recipient', afterMs: pair - PAIR.aheadMs - at };
      if (place > at + WAITS_MS) return { because: 'busy', afterMs: place - WAITS_MS - at };
      return { waitMs: place - at };
    },
  };
}

/** The next place, which is taken by that; or if it is too far ahead, when it is, and nothing is taken. */
async function placeIn(mongo: Mongo, _id: string, { everyMs, aheadMs }: Pace, at: Instant): Promise<Instant> {
  const paces = mongo.of(sendPaceModel);
  const goneAt = new Date(at + aheadMs + KEPT_MS);
  const fresh = { nextAt: at + everyMs, goneAt };
  for (;;) {
    const known = await paces.findById(_id).lean<SendPaceDoc | null>();
    if (!known) {
      if (await isFirst(mongo, { _id, ...fresh })) return at;
    } else if (known.nextAt > at + aheadMs) {
      return known.nextAt;
    } else if (known.nextAt < at) {
      const { matchedCount } = await paces.updateOne({ _id, nextAt: known.nextAt }, { $set: fresh });
      if (matchedCount === 1) return at;
    } else {
      const free = { _id, nextAt: { $gte: at, $lte: at + aheadMs } };
      const before = await paces
        .findOneAndUpdate(free, { $inc: { nextAt: everyMs }, $set: { goneAt } })
        .lean<SendPaceDoc | null>();
      if (before) return before.nextAt;
    }
    // Somebody else was faster: it is looked at anew.
  }
}

async function isFirst(mongo: Mongo, doc: SendPaceDoc): Promise<boolean> {
  try {
    await mongo.of(sendPaceModel).insertMany([doc], { lean: true });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
