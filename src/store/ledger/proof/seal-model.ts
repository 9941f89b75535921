import { Schema } from 'mongoose';
import { modelDefinition } from '../../mongo';

/** The ends of one customer's chains when they were sealed. */
export interface SealedHead {
  customerId: string;
  /** How many entries there were, and the hash of the last; empty where there was none. */
  seq: number;
  hash: string;
  /** The end of the chain of attestations; absent before the first. */
  attested?: { n: number; hash: string };
  /** The digest of what the entries up to here come to, where they had been verified; see `Checkpoint`. */
  checkpoint?: string;
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
  /** In the second form: the root of the tree over the heads, which are documents of their own, and how many these are. */
  v?: number;
  root?: string;
  size?: number;
  /** The migrations that were finished by then; absent: none, or older than the field. */
  finished?: string[];
  /** In the first form: the heads themselves, by customer id. */
  heads?: SealedHead[];
}

const sealSchema = new Schema<SealDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    n: { type: Number, required: true },
    at: { type: Date, required: true },
    prev: { type: String, required: true },
    hash: { type: String, required: true },
    v: Number,
    root: String,
    size: Number,
    finished: { type: [String], default: undefined },
    heads: Schema.Types.Mixed,
  },
  { collection: 'ledger_seals', versionKey: false },
);
sealSchema.index({ merchantId: 1, n: 1 }, { unique: true });
sealSchema.index({ merchantId: 1, 'heads.customerId': 1 });
export const sealModel = modelDefinition('Seal', sealSchema, [{ key: { 'heads.customerId': 1 } }]);
