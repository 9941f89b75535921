import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** A person who has signed in with one browser. `_id` is the SHA-256 of its token: the token itself is never stored. */
export interface SessionDoc {
  _id: string;
  /** By which its person names it. */
  id: string;
  personId: string;
  /** Which browser, as far as it said. */
  userAgent: string | null;
  createdAt: Date;
  usedAt: Date;
  /** From when it counts no more, unless it is used before. */
  expiresAt: Date;
}

const sessionSchema = new Schema<SessionDoc>(
  {
    _id: { type: String, required: true },
    id: { type: String, required: true },
    personId: { type: String, required: true, index: true },
    userAgent: { type: String, default: null },
    createdAt: { type: Date, required: true },
    usedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, expires: 0 },
  },
  { collection: 'sessions', versionKey: false },
);
export const sessionModel = modelDefinition('Session', sessionSchema);
