import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What somebody has taken of what is allowed within a time. `_id` is a keyed digest of who: it may be an e-mail or an address. */
export interface LimitDoc {
  _id: string;
  taken: { id: string; at: Date }[];
  touchedAt: Date;
}

/** Longer than any limit looks back. */
const KEPT_SECONDS = 2 * 24 * 60 * 60;

const limitSchema = new Schema<LimitDoc>(
  {
    _id: { type: String, required: true },
    taken: { type: [{ _id: false, id: String, at: Date }], required: true },
    touchedAt: { type: Date, required: true, expires: KEPT_SECONDS },
  },
  { collection: 'limits', versionKey: false },
);
export const limitModel = modelDefinition('Limit', limitSchema);
