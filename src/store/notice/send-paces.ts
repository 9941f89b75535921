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
  /** So long after it was last gone by it is forgotten. */
  keptMs: number;
}

/** Meta lets through one message in six seconds from a number to a phone, and up to 45 at once, which are then missing. */
const PAIR: Pace = { everyMs: 6_000, aheadMs: 44 * 6_000, keptMs: 60_000 };
/** So long a message waits for its place at most, while it is marked as on its way. */
const WAITS_MS = 2_000;
/** There are few senders. */
const SENDER_KEPT_MS = 30 * 86_400_000;

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
      const pace = { everyMs: Math.ceil(1_000 / perSecond), aheadMs: WAITS_MS, keptMs: SENDER_KEPT_MS };
      const [place, pair] = await Promise.all([
        placeOfSender(mongo, { _id: sender, pace }, at),
        to === null ? at : placeOfPair(mongo, { _id: recipientId(sender, to), pace: PAIR }, at),
      ]);
      if (pair > at + PAIR.aheadMs)
        return { because: 'too_fast_for_recipient', afterMs: pair - PAIR.aheadMs - at };
      if (place > at + WAITS_MS) return { because: 'busy', afterMs: place - WAITS_MS - at };
      return { waitMs: place - at };
    },
  };
}

/** What a message takes a place of. */
interface Way {
  _id: string;
  pace: Pace;
}

/** The next place, which is taken by that; or if it is too far ahead, when it is, and nothing is taken. A sender mostly sends nothing else. */
async function placeOfSender(mongo: Mongo, way: Way, at: Instant): Promise<Instant> {
  return (await isIdle(mongo, way, at)) ? at : placeAmongOthers(mongo, way, at);
}

/** The same of what goes to one phone, which mostly nothing went to for long. */
async function placeOfPair(mongo: Mongo, way: Way, at: Instant): Promise<Instant> {
  return (await isFirst(mongo, way, at)) ? at : placeAmongOthers(mongo, way, at);
}

async function placeAmongOthers(mongo: Mongo, way: Way, at: Instant): Promise<Instant> {
  const { _id, pace } = way;
  const paces = mongo.of(sendPaceModel);
  for (;;) {
    const taken = await paces
      .findOneAndUpdate(
        { _id, nextAt: { $gte: at, $lte: at + pace.aheadMs } },
        { $inc: { nextAt: pace.everyMs }, $set: { goneAt: goneAt(pace, at) } },
        { returnDocument: 'after' },
      )
      .lean<SendPaceDoc | null>();
    if (taken) return taken.nextAt - pace.everyMs;
    const known = await paces.findById(_id).lean<SendPaceDoc | null>();
    if (known && known.nextAt > at + pace.aheadMs) return known.nextAt;
    if (await (known ? isIdle(mongo, way, at) : isFirst(mongo, way, at))) return at;
    // Somebody else was faster: it is looked at anew.
  }
}

/** Takes the place of this moment where nothing goes then. */
async function isIdle(mongo: Mongo, { _id, pace }: Way, at: Instant): Promise<boolean> {
  const change = { nextAt: at + pace.everyMs, goneAt: goneAt(pace, at) };
  const { matchedCount } = await mongo
    .of(sendPaceModel)
    .updateOne({ _id, nextAt: { $lt: at } }, { $set: change });
  return matchedCount === 1;
}

/** Takes it where nothing ever went, or that is forgotten. */
async function isFirst(mongo: Mongo, { _id, pace }: Way, at: Instant): Promise<boolean> {
  const doc: SendPaceDoc = { _id, nextAt: at + pace.everyMs, goneAt: goneAt(pace, at) };
  try {
    await mongo.of(sendPaceModel).insertMany([doc], { lean: true });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function goneAt({ aheadMs, keptMs }: Pace, at: Instant): Date {
  return new Date(at + aheadMs + keptMs);
}
