import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What a person is asked to decide about a pair. */
export type ReviewKind = 'same_customer' | 'same_sale';
export type ReviewDecision = 'same' | 'distinct';

/** A pair that a person has to decide about, once. `_id` is `merchantId/kind/a/b`, the two ids in order. */
export interface ReviewDoc {
  _id: string;
  merchantId: string;
  kind: ReviewKind;
  subjects: string[];
  /** What speaks for and against it; ids and amounts only. */
  facts: Record<string, unknown>;
  state: 'open' | 'resolved';
  decision: ReviewDecision | null;
  operator: string | null;
  reason: string | null;
  openedAt: Date;
  resolvedAt: Date | null;
}

const reviewSchema = new Schema<ReviewDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    kind: { type: String, required: true },
    subjects: { type: [String], required: true },
    facts: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    decision: { type: String, default: null },
    operator: { type: String, default: null },
    reason: { type: String, default: null },
    openedAt: { type: Date, required: true },
    resolvedAt: { type: Date, default: null },
  },
  { collection: 'reviews', versionKey: false, minimize: false },
);
reviewSchema.index({ merchantId: 1, openedAt: -1, _id: -1 });
reviewSchema.index({ merchantId: 1, state: 1, openedAt: -1, _id: -1 });
export const reviewModel = modelDefinition('Review', reviewSchema, [
  { key: { merchantId: 1, state: 1, openedAt: -1 } },
]);

/** Which sales a fingerprint was found on, in order of arrival. `_id` is `merchantId|key`. */
export interface FingerprintDoc {
  _id: string;
  merchantId: string;
  saleIds: string[];
}

const fingerprintSchema = new Schema<FingerprintDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    saleIds: { type: [String], required: true },
  },
  { collection: 'sale_fingerprints', versionKey: false },
);
export const fingerprintModel = modelDefinition('SaleFingerprint', fingerprintSchema);
