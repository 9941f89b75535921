import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What can be held up: all that a sender sends, what it sends by one template, or to one recipient. */
export type PauseScope = 'sender' | 'template' | 'recipient';

/**
 * Something of what sends is held up, for all processes and all merchants that send by it. `_id` is the sender, with the template, or with a
 * keyed digest of the recipient.
 */
export interface SendPauseDoc {
  _id: string;
  what: PauseScope;
  sender: string;
  /** The template's name; null: it is not about one. */
  template: string | null;
  /** The provider's code, and what that means. */
  code: string;
  reason: string;
  /** Whether it lasts until somebody acts. */
  alert: boolean;
  since: Date;
  /** Nothing goes before. From then on one message at a time tries whether it is over. */
  until: Date;
  /** When it was refused last, by whoever's clock told of it. */
  refusedAt: Date;
  /** How often it was refused, but for what was on its way together. */
  tries: number;
  /** The merchants that have an alert of it. */
  merchants: string[];
  /**
   * A delivery report has told of it: that the provider takes a message does not end it, as it took those that failed. Absent: an answer
   * has.
   */
  reported?: boolean;
  /** When somebody last took the turn to try; absent: nobody has since it was refused last. */
  triedAt?: Date;
  /** When the provider took what was tried, while a report can still say that it failed too; absent: it has not. */
  acceptedAt?: Date;
  /** It is over: what was refused up to then, and is told again or late, holds nothing up any more. Absent: it lasts. */
  endedAt?: Date;
  /** One that is over, or of a recipient whom nobody may write to again: when it is of no use any more. */
  goneAt?: Date;
}

const sendPauseSchema = new Schema<SendPauseDoc>(
  {
    _id: { type: String, required: true },
    what: { type: String, required: true },
    sender: { type: String, required: true },
    template: { type: String, default: null },
    code: { type: String, required: true },
    reason: { type: String, required: true },
    alert: { type: Boolean, required: true },
    since: { type: Date, required: true },
    until: { type: Date, required: true },
    refusedAt: { type: Date, required: true },
    tries: { type: Number, required: true },
    merchants: { type: [String], required: true },
    reported: Boolean,
    triedAt: Date,
    acceptedAt: Date,
    endedAt: Date,
    goneAt: { type: Date, expires: 0 },
  },
  { collection: 'send_pauses', versionKey: false },
);
export const sendPauseModel = modelDefinition('SendPause', sendPauseSchema);
