import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** A person's second factor. `_id` is the person's. */
export interface SecondFactorDoc {
  _id: string;
  /** The secret shared with the person's app, sealed with ENCRYPTION_KEY for this person. */
  sealed: string;
  /** When a first code proved that the app has it; null: it counts for nothing yet. */
  confirmedAt: Date | null;
  /** The step of the last code that was taken: none of it or before is taken again. */
  lastStep: number;
  /** Digests of the recovery codes that were not used. */
  recovery: string[];
  createdAt: Date;
}

const secondFactorSchema = new Schema<SecondFactorDoc>(
  {
    _id: { type: String, required: true },
    sealed: { type: String, required: true },
    confirmedAt: { type: Date, default: null },
    lastStep: { type: Number, required: true },
    recovery: { type: [String], required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'second_factors', versionKey: false },
);
export const secondFactorModel = modelDefinition('SecondFactor', secondFactorSchema);
