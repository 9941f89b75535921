import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** One immutable version of a merchant's program. `_id` is `merchantId/version`, so that a number is given once. */
export interface ProgramDoc {
  _id: string;
  merchantId: string;
  version: number;
  program: unknown;
  publishedAt: Date;
  /** By `programSealer`. Absent: a version of the product published it that sealed none, and it was not migrated since. */
  seal?: string;
}

const programSchema = new Schema<ProgramDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    version: { type: Number, required: true },
    program: { type: Schema.Types.Mixed, required: true },
    publishedAt: { type: Date, required: true },
    seal: String,
  },
  { collection: 'programs', versionKey: false, minimize: false },
);
programSchema.index({ merchantId: 1, version: -1 });
export const programModel = modelDefinition('Program', programSchema);
