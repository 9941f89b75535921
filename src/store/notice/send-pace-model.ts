import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What a sender sends, to whomever or to one recipient. `_id` is the sender, alone or with a keyed digest of the recipient. */
export interface SendPaceDoc {
  _id: string;
  /** Each that goes takes the next place: this one is free. Epoch milliseconds. */
  nextAt: number;
  /** From then on it says nothing any more. */
  goneAt: Date;
}

const sendPaceSchema = new Schema<SendPaceDoc>(
  {
    _id: { type: String, required: true },
    nextAt: { type: Number, required: true },
    goneAt: { type: Date, required: true, expires: 0 },
  },
  { collection: 'send_paces', versionKey: false },
);
export const sendPaceModel = modelDefinition('SendPace', sendPaceSchema);
