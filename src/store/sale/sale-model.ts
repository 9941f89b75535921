import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type {
  Channel,
  EvaluatedSale,
  Instant,
  Lateness,
  ParkedSale,
  PinnedFacts,
  RuleExplanation,
  SaleEvent,
  SaleItem,
  SaleNotices,
  SaleReturn,
  SaleStatus,
  SaleTelling,
  SourceStatus,
} from '../../loyalty';

/** A part of a sale that happened at an instant, which the database keeps as a date. */
export type Dated<Part extends { at: Instant }> = Omit<Part, 'at'> & { at: Date };

/** What is kept of a sale that is not read any more. */
export type ParkedInStore = Omit<ParkedSale, 'since'> & {
  since: Date;
  /** It was the request that was not taken; `reason` says `forbidden` then, for versions that know no better. */
  rejected?: true;
};

/** A sale as the database keeps it: flat, with dates, under names that stay. In memory it is a `Sale`. */
export interface SaleDoc {
  _id: string;
  merchantId: string;
  channel: Channel;
  externalId: string;
  connectionId: string | null;
  number: string | null;
  /** The order's number in the shop or marketplace it came from, and the invoice's, where the source knows them. */
  marketplaceNumber: string | null;
  invoiceNumber: string | null;
  /** The invoice's access key, and the order's number in Bling as another source tells it. */
  accessKey: string | null;
  erpNumber: string | null;
  /** The invoice that an order of Bling names as its own; absent: it never named one. */
  invoiceId?: string | null;
  /** The sale of another source that is the same purchase, and counts in place of this one. Null: this one counts. */
  duplicateOf: string | null;
  /** The open review that decides whether it counts. */
  heldFor: string | null;
  /** Other sources' tellings that count by this sale. */
  evidence: Dated<SaleTelling>[];
  /** The marks by which it was last compared with other sources' sales; while they are the same, so is the outcome. Null: compare again. */
  matchedAs: string | null;
  /** What staff may call it when they redeem: id, external id, number. */
  refs: string[];
  /** The same in the one spelling in which references are compared; absent: older than the field. */
  refKeys?: string[];
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
  /** Whether it was told of too late to earn by itself; absent: older than the field. */
  lateness?: Lateness | null;
  contactId: string | null;
  /** The contact by which `customerId` was found. */
  identifiedBy: string | null;
  customerId: string | null;
  completedAt: Date | null;
  /** When a customer took over a sale that had been calculated without one, or as somebody else's (R26, R28). */
  claimedAt: Date | null;
  /** The staff call that claimed it, so that the same call repeated finds its work done. */
  claimCall: string | null;
  claimRequest: string | null;
  /** The call that is claiming it just now, and until when nobody else may. */
  claimTaken: { call: string; until: Date } | null;
  returnedCents: number;
  returns: Dated<SaleReturn>[];
  /** What benefit had paid of the sale and went back to its customer when it was over (R25), in cents. */
  refundedCents: number;
  /** It is over, and what it was paid with has gone back. */
  voided: boolean;
  /** What was known of the customer at the first calculation as theirs (R17). */
  pinned: PinnedFacts | null;
  /** What was pinned of those whose sale it was before; absent: older than the field. */
  formerPins?: PinnedFacts[];
  /** The marks by which the uses that name it were found last (R46). */
  usesFoundBy?: string | null;
  /** What the content earns before returns, as calculated last; its reasoning is `explanation`. */
  evaluated: Omit<EvaluatedSale, 'explanation'> | null;
  /** Nobody is written to about it: it came with a spreadsheet, or its channel wished so. */
  silent: boolean;
  programVersion: number | null;
  status: SaleStatus;
  /** What the customer was given and still has or had of it: cents of cashback, points, vouchers. */
  earnedCents: number;
  earnedPoints: number;
  earnedVouchers: number;
  activatesAt: Date | null;
  expiresAt: Date | null;
  /** When something is next carried out about it; what is overdue and has no run is found by it. */
  nextAt: Date | null;
  /** When the clock alone gives it another status, and which; absent: older than the fields. */
  turnsAt?: Date | null;
  turnsTo?: SaleStatus | null;
  explanation: RuleExplanation[];
  timeline: Dated<SaleEvent>[];
  /** Keys of the messages that have been dealt with. */
  told: string[];
  /** Messages whose sending failed for a passing reason, and when each is tried again. */
  postponed: Dated<SaleNotices['postponed'][number]>[];
  readAt: Date | null;
  /** Why its source is not asked any more; absent: older than the field. */
  parked?: ParkedInStore | null;
  createdAt: Date;
  version: number;
  /**
   * `version` as the writers know it that attest what they write (all of this version). It stays behind for good where another has
   * written, and is brought up when the sale is attested.
   */
  attestingVersion?: number;
  /** The newest digest of the sale: its number, and the customer in whose chain it stands. Absent: never attested. */
  attested?: { n: number; in: string };
  /** By `sealOf`, until it is attested: that the product wrote it as it stands. Absent: it is attested, or an earlier version opened it. */
  seal?: string;
}

const saleSchema = new Schema<SaleDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    channel: { type: String, required: true },
    externalId: { type: String, required: true },
    connectionId: { type: String, default: null },
    number: { type: String, default: null },
    marketplaceNumber: { type: String, default: null },
    invoiceNumber: { type: String, default: null },
    accessKey: { type: String, default: null },
    erpNumber: { type: String, default: null },
    invoiceId: String,
    duplicateOf: { type: String, default: null },
    heldFor: { type: String, default: null },
    evidence: { type: Schema.Types.Mixed, required: true },
    matchedAs: { type: String, default: null },
    refs: { type: [String], required: true },
    refKeys: { type: [String], default: undefined },
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
    lateness: { type: String, default: null },
    contactId: { type: String, default: null },
    identifiedBy: { type: String, default: null },
    customerId: { type: String, default: null },
    completedAt: { type: Date, default: null },
    claimedAt: { type: Date, default: null },
    claimCall: { type: String, default: null },
    claimRequest: { type: String, default: null },
    claimTaken: { type: Schema.Types.Mixed, default: null },
    returnedCents: { type: Number, required: true },
    returns: { type: Schema.Types.Mixed, required: true },
    refundedCents: { type: Number, required: true },
    voided: { type: Boolean, required: true },
    pinned: { type: Schema.Types.Mixed, default: null },
    formerPins: { type: Schema.Types.Mixed, default: undefined },
    usesFoundBy: { type: String, default: null },
    evaluated: { type: Schema.Types.Mixed, default: null },
    silent: { type: Boolean, default: false },
    programVersion: { type: Number, default: null },
    status: { type: String, required: true },
    earnedCents: { type: Number, required: true },
    earnedPoints: { type: Number, required: true },
    earnedVouchers: { type: Number, required: true },
    activatesAt: { type: Date, default: null },
    expiresAt: { type: Date, default: null },
    nextAt: { type: Date, default: null },
    turnsAt: { type: Date, default: undefined },
    turnsTo: { type: String, default: undefined },
    explanation: { type: Schema.Types.Mixed, required: true },
    timeline: { type: Schema.Types.Mixed, required: true },
    postponed: { type: Schema.Types.Mixed, required: true },
    told: { type: [String], required: true },
    readAt: { type: Date, default: null },
    parked: { type: Schema.Types.Mixed, default: undefined },
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
    attestingVersion: Number,
    attested: { type: { n: Number, in: String }, _id: false },
    seal: String,
  },
  { collection: 'sales', versionKey: false, minimize: false },
);
saleSchema.index({ merchantId: 1, refs: 1 });
saleSchema.index({ merchantId: 1, refKeys: 1, soldAt: 1 });
saleSchema.index({ merchantId: 1, soldAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, customerId: 1, soldAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, status: 1, soldAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, createdAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, customerId: 1, createdAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, status: 1, createdAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, number: 1, createdAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, nextAt: 1, _id: 1 });
saleSchema.index({ merchantId: 1, turnsTo: 1, turnsAt: 1 });
saleSchema.index({ merchantId: 1, 'parked.connectionId': 1, createdAt: -1, _id: -1 });
saleSchema.index({ merchantId: 1, _id: 1 }, { partialFilterExpression: { seal: { $exists: true } } });
saleSchema.index(
  { merchantId: 1, invoiceId: 1, createdAt: 1, _id: 1 },
  { partialFilterExpression: { invoiceId: { $exists: true } } },
);
export const saleModel = modelDefinition('Sale', saleSchema, [
  { key: { merchantId: 1, customerId: 1, soldAt: -1 } },
]);
