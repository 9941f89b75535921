import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/**
 * The link by which one customer sees what they have, says what they want, and is found at a till. `_id` is the customer's id: each
 * record has one, also one that was merged away.
 */
export interface CustomerLinkDoc {
  _id: string;
  merchantId: string;
  /**
   * SHA-256 of the tokens it has had, oldest first: the last one is in force, those before it take messages back and nothing else. Those of
   * `optOuts` are among them, never last: an earlier version, beside which this one may run, knows no other way to take messages back.
   */
  hashes: string[];
  /** The token in force, sealed: messages are written with it, and the others are derived from it. */
  sealed: string;
  /** SHA-256 of the tokens that take messages back, one of each it has had; absent: an earlier version made it. */
  optOuts?: string[];
  /** SHA-256 of the one by which a till finds the customer; absent: an earlier version made it. */
  till?: string;
  /** Digests of the calls that have replaced it: such a call, made again, replaces nothing. */
  replacedBy?: string[];
  createdAt: Date;
  updatedAt: Date;
}

const customerLinkSchema = new Schema<CustomerLinkDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    hashes: { type: [String], required: true },
    sealed: { type: String, required: true },
    optOuts: { type: [String], default: undefined },
    till: String,
    replacedBy: { type: [String], default: undefined },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'customer_links', versionKey: false },
);
customerLinkSchema.index({ hashes: 1 });
customerLinkSchema.index({ optOuts: 1 }, { sparse: true });
customerLinkSchema.index({ till: 1 }, { sparse: true });
export const customerLinkModel = modelDefinition('CustomerLink', customerLinkSchema);
