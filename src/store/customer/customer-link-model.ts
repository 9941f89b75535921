import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/**
 * The link by which one customer says what they want, and sees what they have. `_id` is the customer's id: each record has one, also
 * one that was merged away.
 */
export interface CustomerLinkDoc {
  _id: string;
  merchantId: string;
  /** SHA-256 of the tokens it has had, oldest first: the last one is in force, those before it take messages back and nothing else. */
  hashes: string[];
  /** The token in force, sealed: messages are written with it. */
  sealed: string;
  createdAt: Date;
  updatedAt: Date;
}

const customerLinkSchema = new Schema<CustomerLinkDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    hashes: { type: [String], required: true },
    sealed: { type: String, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'customer_links', versionKey: false },
);
customerLinkSchema.index({ hashes: 1 });
export const customerLinkModel = modelDefinition('CustomerLink', customerLinkSchema);
