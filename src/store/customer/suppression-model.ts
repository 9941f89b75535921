import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** A message that reached nobody at an address. `ninth`: as a Brazilian mobile was written; absent: with its ninth digit, or no such number. */
export interface SuppressionFailure {
  message: string;
  at: Date;
  ninth?: boolean;
}

/**
 * A phone, an e-mail or a document that is not written to, whoever has it. `_id` is the merchant and a keyed digest of what it is, which
 * stands nowhere: who is to be left alone is not kept on a list of people.
 */
export interface SuppressionDoc {
  _id: string;
  merchantId: string;
  /** Who is reached by it has said so, and may agree again; absent: it is on a list, for good. */
  saidByOwner?: boolean;
  /**
   * When messages turned out to reach nobody at it, by the ids of the messages. Such a document has an id of its own: it says nothing
   * of what anybody wants.
   */
  failed?: SuppressionFailure[];
  /** Of one with failures: when a message reached somebody there all the same, or its owner said so last; what failed before says nothing. */
  reachedAt?: Date;
  /** Of a Brazilian mobile, in such a document: whether WhatsApp knows it by its ninth digit; absent: nothing else was said. */
  ninth?: boolean;
  createdAt: Date;
}

const suppressionSchema = new Schema<SuppressionDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    saidByOwner: Boolean,
    failed: { type: [Schema.Types.Mixed], default: undefined },
    reachedAt: Date,
    ninth: Boolean,
    createdAt: { type: Date, required: true },
  },
  { collection: 'suppressions', versionKey: false },
);
export const suppressionModel = modelDefinition('Suppression', suppressionSchema);
