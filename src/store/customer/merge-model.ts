import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { MergedValue } from '../../loyalty';

/** What a customer took over from another's record, so that it can be given back. */
export interface TakenOver {
  document: boolean;
  name: boolean;
  phoneKeys: string[];
  emails: string[];
}

/** A merge or its undoing that is too large for one transaction, while it is carried over in parts. Both wallets say how far it has come. */
export interface Underway {
  what: 'merge' | 'undo';
  /** The instant of all its entries. */
  at: Date;
  /** Who undoes it, why, and by which call; null for a merge. The key is absent in what is older. */
  by: { operator: string | null; keyId?: string | null; reason: string | null; call: string } | null;
  /** The lots of one part after the other, and after how many of them each part ends. */
  lotIds: string[];
  ends: number[];
  /** Redemptions of which the first lot goes, and they stay. */
  stayingIds: string[];
}

/** Two records of one person that became one, and everything that went over. */
export interface MergeDoc {
  _id: string;
  merchantId: string;
  from: string;
  into: string;
  at: Date;
  /** Found by a key that names one person; false: a person decided. */
  automatic: boolean;
  operator: string | null;
  /** The key it was made with; absent in what is older, and where a person or nobody made it. */
  keyId?: string | null;
  reason: string | null;
  saleIds: string[];
  identityKeys: string[];
  brought: MergedValue;
  takenOver: TakenOver;
  /** The runs of the live sales that changed hands have been woken, and show whose the sales are now. */
  woken: boolean;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoReason: string | null;
  /** The call that undid it: repeated, it finds its work done. */
  undoCall: string | null;
  /** Absent: it is whole, as it is or undone. */
  underway?: Underway;
}

const mergeSchema = new Schema<MergeDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    from: { type: String, required: true },
    into: { type: String, required: true },
    at: { type: Date, required: true },
    automatic: { type: Boolean, required: true },
    operator: { type: String, default: null },
    keyId: String,
    reason: { type: String, default: null },
    saleIds: { type: [String], required: true },
    identityKeys: { type: [String], required: true },
    brought: { type: Schema.Types.Mixed, required: true },
    takenOver: { type: Schema.Types.Mixed, required: true },
    woken: { type: Boolean, required: true },
    undoneAt: { type: Date, default: null },
    undoneBy: { type: String, default: null },
    undoReason: { type: String, default: null },
    undoCall: { type: String, default: null },
    underway: Schema.Types.Mixed,
  },
  { collection: 'customer_merges', versionKey: false, minimize: false },
);
mergeSchema.index({ merchantId: 1, from: 1 });
mergeSchema.index({ merchantId: 1, into: 1 });
mergeSchema.index({ merchantId: 1, woken: 1, at: 1, _id: 1 });
mergeSchema.index({ merchantId: 1, 'underway.at': 1, _id: 1 });
export const mergeModel = modelDefinition('CustomerMerge', mergeSchema, [
  { key: { merchantId: 1, 'underway.at': 1 } },
]);
