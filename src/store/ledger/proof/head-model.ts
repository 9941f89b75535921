import { Schema } from 'mongoose';
import { modelDefinition } from '../../mongo';
import type { SealedHead } from './seal-model';

/**
 * The ends of one customer's chains as a seal holds them: one leaf of the seal's tree. `_id` is `merchantId/n/customerId`; the
 * order of a seal's leaves is that of the customers' ids. Never updated, never deleted.
 */
export interface HeadDoc extends SealedHead {
  _id: string;
  merchantId: string;
  /** The seal. */
  n: number;
}

const headSchema = new Schema<HeadDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    n: { type: Number, required: true },
    customerId: { type: String, required: true },
    seq: { type: Number, required: true },
    hash: { type: String, required: true },
    attested: { type: { n: Number, hash: String }, _id: false },
    checkpoint: String,
  },
  { collection: 'ledger_heads', versionKey: false },
);
headSchema.index({ merchantId: 1, customerId: 1, n: 1 });
headSchema.index({ merchantId: 1, n: 1, customerId: 1 });
export const headModel = modelDefinition('SealedHead', headSchema);
