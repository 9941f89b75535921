import { Schema } from 'mongoose';
import type { Channel, SaleItem } from '../../loyalty';

/** What the source says of a sale. `missing`: the source no longer knows it; `refused`: its content cannot be right. */
export type SourceStatus = 'open' | 'completed' | 'cancelled' | 'missing' | 'refused';

/** What became of the sale's benefit, as staff and operators read it. */
export type SaleStatus =
  | 'waiting'
  | 'unidentified'
  | 'no_benefit'
  | 'pending'
  | 'active'
  | 'used'
  | 'expired'
  | 'cancelled'
  | 'refused';

/** One rule's reasoning, in the words of the earning room. */
export interface RuleReasoning {
  ruleId: string | null;
  type: string | null;
  outcome: string;
  amount: number;
  lines: string[];
}

/** A sale as the source last told it, whose it is, and what it was calculated to deserve. */
export interface SaleDoc {
  _id: string;
  merchantId: string;
  channel: Channel;
  externalId: string;
  connectionId: string | null;
  number: string | null;
  /** What staff may call it when they redeem: id, external id, number. */
  refs: string[];
  storeId: string | null;
  zone: string;
  soldAt: Date | null;
  totalCents: number;
  freightCents: number;
  otherExpensesCents: number;
  discountCents: number;
  items: SaleItem[];
  sourceStatus: SourceStatus;
  refusal: string | null;
  contactId: string | null;
  /** The contact by which `customerId` was found. */
  identifiedBy: string | null;
  customerId: string | null;
  completedAt: Date | null;
  /** When a customer took over a sale that had been calculated without one, or as somebody else's (R26, R28). */
  claimedAt: Date | null;
  returnedCents: number;
  programVersion: number | null;
  status: SaleStatus;
  earnedCents: number;
  activatesAt: Date | null;
  expiresAt: Date | null;
  explanation: RuleReasoning[];
  timeline: { at: Date; event: string; text: string }[];
  /** Keys of the messages that have been dealt with. */
  told: string[];
  /** Messages whose sending failed for a passing reason, and when each is tried again. */
  postponed: { key: string; at: Date }[];
  readAt: Date | null;
  createdAt: Date;
  version: number;
}

export const saleSchema = new Schema<SaleDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    channel: { type: String, required: true },
    externalId: { type: String, required: true },
    connectionId: { type: String, default: null },
    number: { type: String, default: null },
    refs: { type: [String], required: true },
    storeId: { type: String, default: null },
    zone: { type: String, required: true },
    soldAt: { type: Date, default: null },
    totalCents: { type: Number, required: true },
    freightCents: { type: Number, required: true },
    otherExpensesCents: { type: Number, required: true },
    discountCents: { type: Number, required: true },
    items: { type: Schema.Types.Mixed, required: true },
    sourceStatus: { type: String, required: true },
    refusal: { type: String, default: null },
    contactId: { type: String, default: null },
    identifiedBy: { type: String, default: null },
    customerId: { type: String, default: null },
    completedAt: { type: Date, default: null },
    claimedAt: { type: Date, default: null },
    returnedCents: { type: Number, required: true },
    programVersion: { type: Number, default: null },
    status: { type: String, required: true },
    earnedCents: { type: Number, required: true },
    activatesAt: { type: Date, default: null },
    expiresAt: { type: Date, default: null },
    explanation: { type: Schema.Types.Mixed, required: true },
    timeline: { type: Schema.Types.Mixed, required: true },
    postponed: { type: Schema.Types.Mixed, required: true },
    told: { type: [String], required: true },
    readAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'sales', versionKey: false, strict: 'throw', minimize: false },
);
saleSchema.index({ merchantId: 1, refs: 1 });
saleSchema.index({ merchantId: 1, customerId: 1, soldAt: -1 });
saleSchema.index({ merchantId: 1, createdAt: -1 });
