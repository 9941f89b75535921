import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** The strikes against one subject of a merchant. `_id` is the SHA-256 of both; `version` guards each change. */
export interface LockoutDoc {
  _id: string;
  merchantId: string;
  strikes: Date[];
  lockedUntil: Date;
  version: number;
  touchedAt: Date;
}

/** Far longer than strikes count or a lock lasts. */
const KEPT_SECONDS = 24 * 60 * 60;

const lockoutSchema = new Schema<LockoutDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    strikes: { type: [Date], required: true },
    lockedUntil: { type: Date, required: true },
    version: { type: Number, required: true },
    touchedAt: { type: Date, required: true, expires: KEPT_SECONDS },
  },
  { collection: 'lockouts', versionKey: false },
);
export const lockoutModel = modelDefinition('Lockout', lockoutSchema);
