import { parsePhone } from '../../loyalty';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { sendPauseModel } from './send-pause-model';
import type { PauseScope, SendPauseDoc } from './send-pause-model';

/** Something that is held up; `id` in place of `_id`. */
export type SendPause = Omit<SendPauseDoc, '_id' | 'triedAt' | 'endedAt' | 'goneAt'> & { id: string };

/** Which pause, and how often it had been refused when it was looked at. */
export type SeenPause = Pick<SendPause, 'id' | 'tries' | 'since'>;

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
  /** When it was refused, by whoever's clock tells of it. */
  at: Date;
  /** `tried`: the answer to who had taken the turn to try whether the pause is over; `answer`: to somebody else; or a delivery report says so. */
  by: 'answer' | 'tried' | 'report';
  /** How long it is held up after so many refusals before. */
  holdMs(before: number): number;
}

/** What is held up, and whether this refusal has changed that: one that is told late or again has not. */
export interface Held {
  pause: SendPause;
  counted: boolean;
}

/** Who tries whether a pause is over has so long for it, before another may: longer than a call takes. */
const TRYING_MS = 30_000;
/** So long after it was taken a report may say that a message failed all the same: what is told later says nothing of now. */
const CONTRADICTED_MS = 10 * 60_000;
/** What was held up for one recipient is forgotten so long after it, if nobody wrote to them since, and what is over so long after that. */
const KEPT_MS = 24 * 3_600_000;
/** Reports tell whole seconds: what they tell of has happened within the one after. */
const WITHIN_SECOND_MS = 999;

const LASTING = { endedAt: { $exists: false } };

/** What is held up of what sends, in one place for all processes. */
export interface SendPauses {
  /** What is held up on a path, and what may be over by now. */
  on(path: SendPath): Promise<SendPause[]>;
  /** What reports have told to be held up of a sender, or of these templates and recipients of it. */
  reportedOf(
    sender: string,
    of: { templates: readonly string[]; phones: readonly string[] },
  ): Promise<SendPause[]>;
  get(id: string): Promise<SendPause | null>;
  /**
   * Holds up what was refused, longer each time. While it is held up already, and of what is told late or again, nothing changes.
   * @returns the pause as it is now; null: there is nothing of that kind on the path, or it is over since
   */
  hold(path: SendPath, refused: Refused, now: Date): Promise<Held | null>;
  /** Takes the turn to try whether a pause is over; of several who want it one gets it. @returns until when the others wait; null: it is the caller's */
  tryNow(pause: SendPause, now: Date): Promise<Date | null>;
  /** The provider took what was tried. Until a report says that it arrived, or could have said that it failed, the others wait. */
  accepted(pause: SeenPause, now: Date): Promise<void>;
  /** Notes that a merchant's people have an alert of it. @returns false: it is over by now */
  tell(id: string, merchantId: string): Promise<boolean>;
  /**
   * It is over.
   * @param at since when, by whoever's clock tells of it
   * @returns as what it ended; null: somebody else has ended it, or it was refused again since
   */
  end(pause: SeenPause, at: Date, now: Date): Promise<SendPause | null>;
}

/** The ids of the pauses that a sender can have, but for those of its recipients. */
export function pausesOf(sender: string, templates: readonly string[]): string[] {
  return [sender, ...templates.map((template) => templateId(sender, template))];
}

function templateId(sender: string, template: string): string {
  return `${sender}/template/${template}`;
}

export function createSendPauses(mongo: Mongo): SendPauses {
  // In whatever spelling Meta and we write it.
  const recipientName = (phone: string): string =>
    mongo.keyedDigest('send pauses', parsePhone(phone)?.key ?? phone);
  const recipientId = (sender: string, phone: string): string => `${sender}/to/${recipientName(phone)}`;

  const idsOf = ({ sender, template, to }: SendPath): Partial<Record<PauseScope, string>> => ({
    sender,
    ...(template === null ? {} : { template: templateId(sender, template) }),
    ...(to === null ? {} : { recipient: recipientId(sender, to) }),
  });

  const lasting = async (ids: readonly string[], also: object = {}): Promise<SendPause[]> =>
    (await mongo.find(sendPauseModel, { _id: { $in: ids }, ...LASTING, ...also })).map(asPause);

  return {
    on: (path) => lasting(Object.values(idsOf(path))),
    reportedOf: (sender, { templates, phones }) =>
      lasting(
        [...pausesOf(sender, templates), ...new Set(phones.map((phone) => recipientId(sender, phone)))],
        { reported: true },
      ),
    get: async (id) => (await lasting([id]))[0] ?? null,
    async hold(path, refused, now) {
      const _id = idsOf(path)[refused.what];
      if (_id === undefined) return null;
      for (;;) {
        const known = await mongo.of(sendPauseModel).findById(_id).lean<SendPauseDoc | null>();
        if (known && isOldNews(known, refused, now))
          return known.endedAt === undefined ? { pause: asPause(known), counted: false } : null;
        const doc = known
          ? await heldAgain(mongo, known, path, refused, now)
          : await heldFirst(mongo, _id, path, refused, now);
        // Somebody else has changed it at the same moment: it is looked at anew.
        if (doc) return { pause: asPause(doc), counted: true };
      }
    },
    async tryNow({ id, until }, now) {
      const turn = { until: new Date(now.getTime() + TRYING_MS), triedAt: now };
      const { matchedCount } = await mongo
        .of(sendPauseModel)
        .updateOne({ _id: id, until, ...LASTING }, { $set: turn });
      if (matchedCount === 1) return null;
      const [found] = await lasting([id]);
      return found && found.until > now ? found.until : null;
    },
    async accepted({ id, tries, since }, now) {
      const until = new Date(now.getTime() + CONTRADICTED_MS);
      await mongo
        .of(sendPauseModel)
        .updateOne({ _id: id, tries, since, ...LASTING }, { $set: { acceptedAt: now, until } });
    },
    async tell(id, merchantId) {
      const { matchedCount } = await mongo
        .of(sendPauseModel)
        .updateOne({ _id: id, ...LASTING }, { $addToSet: { merchants: merchantId } });
      return matchedCount === 1;
    },
    async end({ id, tries, since }, at, now) {
      const goneAt = new Date(now.getTime() + KEPT_MS);
      const doc = await mongo
        .of(sendPauseModel)
        .findOneAndUpdate({ _id: id, tries, since, ...LASTING }, { $set: { endedAt: at, goneAt } })
        .lean<SendPauseDoc | null>();
      return doc && asPause(doc);
    },
  };
}

/** Whether nothing follows from a refusal that had not followed before. */
function isOldNews(known: SendPauseDoc, { at, by }: Refused, now: Date): boolean {
  if (known.endedAt !== undefined) return at <= known.endedAt;
  if (by === 'tried') return false;
  if (at <= known.refusedAt) return true;
  if (known.until <= now) return false;
  // What was on its way together fails together, but for what has tried since.
  const { triedAt } = known;
  return by === 'answer' || triedAt === undefined || at.getTime() + WITHIN_SECOND_MS < triedAt.getTime();
}

/** What a refusal makes of a pause that had been refused so often before. */
function asHeld(
  { sender, template }: SendPath,
  { what, code, reason, alert, holdMs }: Refused,
  before: number,
  now: Date,
): Omit<SendPauseDoc, '_id' | 'since' | 'refusedAt' | 'merchants'> {
  const until = new Date(now.getTime() + holdMs(before));
  return {
    ...{ what, sender, template: what === 'template' ? template : null, code, reason, alert },
    ...{ until, tries: before + 1 },
    ...(what === 'recipient' ? { goneAt: new Date(until.getTime() + KEPT_MS) } : {}),
  };
}

async function heldFirst(
  mongo: Mongo,
  _id: string,
  path: SendPath,
  refused: Refused,
  now: Date,
): Promise<SendPauseDoc | null> {
  const { at: refusedAt, by } = refused;
  const doc: SendPauseDoc = {
    ...{ _id, ...asHeld(path, refused, 0, now), since: now, refusedAt, merchants: [] },
    ...(by === 'report' ? { reported: true } : {}),
  };
  try {
    await mongo.of(sendPauseModel).insertMany([doc], { lean: true });
    return doc;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

/** @returns null: it has changed since it was looked at */
async function heldAgain(
  mongo: Mongo,
  known: SendPauseDoc,
  path: SendPath,
  refused: Refused,
  now: Date,
): Promise<SendPauseDoc | null> {
  const { _id, tries, since, endedAt } = known;
  const lasts = endedAt === undefined;
  const held = asHeld(path, refused, lasts ? tries : 0, now);
  const reported = refused.by === 'report' || (lasts && known.reported === true);
  return mongo
    .of(sendPauseModel)
    .findOneAndUpdate(
      { _id, tries, since, ...(lasts ? LASTING : { endedAt }) },
      {
        $set: {
          ...{ ...held, ...(lasts ? {} : { since: now, merchants: [] }) },
          ...(reported ? { reported } : {}),
        },
        $max: { refusedAt: refused.at },
        $unset: {
          ...{ triedAt: 1, acceptedAt: 1, endedAt: 1 },
          ...(reported ? {} : { reported: 1 }),
          ...(held.goneAt === undefined ? { goneAt: 1 } : {}),
        },
      },
      { returnDocument: 'after' },
    )
    .lean<SendPauseDoc | null>();
}

function asPause({
  _id,
  triedAt: _tried,
  endedAt: _ended,
  goneAt: _gone,
  ...pause
}: SendPauseDoc): SendPause {
  return { id: _id, ...pause };
}
