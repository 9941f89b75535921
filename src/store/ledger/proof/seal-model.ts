import { Schema } from 'mongoose';
import { modelDefinition } from '../../mongo';

/** The end of one customer's chain when it was sealed. */
export interface SealedHead {
  customerId: string;
  seq: number;
  hash: string;
}

/**
 * What the ledger was at one moment: the ends of the chains that had grown since the seal before. `_id` is `merchantId/n`,
 * with `n` from 1 without gaps: two sealers cannot both write the next one. Never updated, never deleted.
 */
export interface SealDoc {
  _id: string;
  merchantId: string;
  n: number;
  at: Date;
  /** Hash of the seal before. */
  prev: string;
  hash: string;
  /** By customer id. */
  heads: SealedHead[];
}

const sealSchema = new Schema<SealDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    n: { type: Number, required: true },
    at: { type: Date, required: true },
    prev: { type: String, required: true },
    hash: { type: String, required: true },
    heads: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'ledger_seals', versionKey: false, strict: false },
);
sealSchema.index({ merchantId: 1, n: 1 }, { unique: true });
sealSchema.index({ merchantId: 1, 'heads.customerId': 1 });
export const sealModel = modelDefinition('Seal', sealSchema, [{ key: { 'heads.customerId': 1 } }]);
