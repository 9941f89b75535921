import { parsePhone } from '../../loyalty';
import { changedOrMade } from '../mongo';
import type { Mongo } from '../mongo';
import { sendPauseModel } from './send-pause-model';
import type { PauseScope, SendPauseDoc } from './send-pause-model';

/** Something that is held up; `id` in place of `_id`. */
export type SendPause = Omit<SendPauseDoc, '_id' | 'goneAt'> & { id: string };

/** By what a message goes: each can be held up. */
export interface SendPath {
  /** As whom, such as `whatsapp/104857600`. */
  sender: string;
  /** Null: by none. */
  template: string | null;
  /** The phone; null: nothing is held up for one recipient alone. */
  to: string | null;
}

/** A message was refused in a way that others on the same path would be too. */
export interface Refused extends Pick<SendPauseDoc, 'what' | 'code' | 'reason' | 'alert'> {
  at: Date;
  /** Whoever sent it had taken the turn to try whether the pause is over. */
  tried: boolean;
  /** How long it is held up after so many refusals before. */
  holdMs(before: number): number;
}

/** Who tries whether a pause is over has so long for it, before another may: longer than a call takes. */
const TRYING_MS = 30_000;
/** What was held up for one recipient is forgotten so long after it, if nobody wrote to them since. */
const KEPT_MS = 24 * 3_600_000;

/** What is held up of what sends, in one place for all processes. */
export interface SendPauses {
  /** What is held up on a path, and what may be over by now. */
  on(path: SendPath): Promise<SendPause[]>;
  /**
   * Holds up what was refused, longer each time. While it is held up already, and of what is told late or again, nothing changes.
   * @returns the pause as it is now; null: there is nothing of that kind on the path
   */
  hold(path: SendPath, refused: Refused, now: Date): Promise<SendPause | null>;
  /** Takes the turn to try whether a pause is over; of several who want it one gets it. @returns until when the others wait; null: it is the caller's */
  tryNow(pause: SendPause, now: Date): Promise<Date | null>;
  /** Notes that a merchant's people have an alert of it. @returns false: it is over by now */
  tell(id: string, merchantId: string): Promise<boolean>;
  /** It is over. @returns as what it ended; null: somebody else has ended it, or it was refused again since */
  end(pause: Pick<SendPause, 'id' | 'tries'>): Promise<SendPause | null>;
}

export function createSendPauses(mongo: Mongo): SendPauses {
  // In whatever spelling Meta and we write it.
  const recipientName = (phone: string): string =>
    mongo.keyedDigest('send pauses', parsePhone(phone)?.key ?? phone);

  const idsOf = ({ sender, template, to }: SendPath): Partial<Record<PauseScope, string>> => ({
    sender,
    ...(template === null ? {} : { template: `${sender}/template/${template}` }),
    ...(to === null ? {} : { recipient: `${sender}/to/${recipientName(to)}` }),
  });

  return {
    async on(path) {
      const ids = Object.values(idsOf(path));
      return (await mongo.find(sendPauseModel, { _id: { $in: ids } })).map(asPause);
    },
    async hold(path, { at, tried, holdMs, ...refused }, now) {
      const _id = idsOf(path)[refused.what];
      if (_id === undefined) return null;
      const known = await mongo.of(sendPauseModel).findById(_id).lean<SendPauseDoc | null>();
      if (known && !tried && (known.until > now || known.refusedAt >= at)) return asPause(known);
      const tries = known?.tries ?? 0;
      const until = new Date(now.getTime() + holdMs(tries));
      const own = {
        ...{ ...refused, sender: path.sender, template: refused.what === 'template' ? path.template : null },
        ...{ tries: tries + 1, until },
        ...(refused.what === 'recipient' ? { goneAt: new Date(until.getTime() + KEPT_MS) } : {}),
      };
      // Whoever holds it up at the same moment says the same.
      const doc = await changedOrMade(mongo.of(sendPauseModel), _id, {
        $setOnInsert: { since: now, merchants: [] },
        $set: own,
        $max: { refusedAt: at },
      });
      return asPause(doc);
    },
    async tryNow({ id, until }, now) {
      const { matchedCount } = await mongo
        .of(sendPauseModel)
        .updateOne({ _id: id, until }, { $set: { until: new Date(now.getTime() + TRYING_MS) } });
      if (matchedCount === 1) return null;
      const found = await mongo.of(sendPauseModel).findById(id).lean<SendPauseDoc | null>();
      return found && found.until > now ? found.until : null;
    },
    async tell(id, merchantId) {
      const { matchedCount } = await mongo
        .of(sendPauseModel)
        .updateOne({ _id: id }, { $addToSet: { merchants: merchantId } });
      return matchedCount === 1;
    },
    async end({ id, tries }) {
      const doc = await mongo
        .of(sendPauseModel)
        .findOneAndDelete({ _id: id, tries })
        .lean<SendPauseDoc | null>();
      return doc && asPause(doc);
    },
  };
}

function asPause({ _id, goneAt: _goneAt, ...pause }: SendPauseDoc): SendPause {
  return { id: _id, ...pause };
}
