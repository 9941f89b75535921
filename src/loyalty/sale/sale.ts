import type { Channel, Instant, SaleContent, Zone } from '../basis';
import type { EarnedGrant, RuleExplanation } from '../earning';
import type { ParkedSale } from './parked';
import type { SaleEvent } from './sale-event';

/**
 * One sale, as everything but the database knows it: what its source says, what was sold, whose it is, which purchase it
 * tells of, what it earned, and which notices its customer was given.
 */
export interface Sale {
  id: string;
  merchantId: string;
  source: SaleSource;
  content: SoldContent;
  owner: SaleOwner;
  purchase: SalePurchase;
  benefit: SaleBenefit;
  notices: SaleNotices;
  timeline: SaleEvent[];
  createdAt: Instant;
  /** Grows with every change: a change holds only over the version that was read. */
  version: number;
  /** By which who keeps it knows that what was read is what it wrote; absent: it knows that otherwise, or not at all. */
  seal?: string;
}

/** What a source says of a sale. `missing`: the source no longer knows it; `refused`: its content cannot be right. */
export const SOURCE_STATUSES = ['open', 'completed', 'cancelled', 'missing', 'refused'] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/**
 * Of a sale older than the claim window when its channel first told of it, and of a past order that was imported. `held`: it is kept, and
 * earns nothing; `earns`: somebody has said that it earns, and nobody is written to about it. Null: it was not that old.
 */
export type Lateness = 'held' | 'earns';

/** Where a sale comes from, what it is called there, and where it stands there. */
export interface SaleSource {
  channel: Channel;
  externalId: string;
  /** The Bling connection that sold it; null for other channels. */
  connectionId: string | null;
  number: string | null;
  /** The order's number in the shop or marketplace it came from, and the invoice's, where the source knows them. */
  marketplaceNumber: string | null;
  invoiceNumber: string | null;
  /** The invoice's access key, and the order's number in Bling as another source tells it (R47). */
  accessKey: string | null;
  erpNumber: string | null;
  /** The id of the invoice that an order of Bling names as its own; null or absent: it names none. */
  invoiceId?: string | null;
  /** What staff may call it when they redeem: id, external id, numbers. */
  refs: string[];
  status: SourceStatus;
  /** Why its content is not believed (pt-BR); null: it is. */
  refusal: string | null;
  /** Null or absent: it was told of in time, or as history. */
  lateness?: Lateness | null;
  /** The source's own id of who bought. */
  contactId: string | null;
  /** When it was first known to be completed: holding counts from here (R3). */
  completedAt: Instant | null;
  /** When the source was last read; null: never. */
  readAt: Instant | null;
  /** Why it is not read any more; null or absent: it is. */
  parked?: ParkedSale | null;
}

/** What was sold, and in which zone its dates are local. `soldAt` is null while the source has not been read. */
export interface SoldContent extends Omit<SaleContent, 'channel' | 'soldAt'> {
  soldAt: Instant | null;
  zone: Zone;
}

/** Whose the sale is. */
export interface SaleOwner {
  customerId: string | null;
  /** The contact by which the customer was found. */
  identifiedBy: string | null;
  /** When a customer took over a sale that had been calculated without one, or as somebody else's (R26, R28). */
  claimedAt: Instant | null;
  /** The staff call that claimed it, so that the same call repeated finds its work done. */
  claimCall: string | null;
  /** Digest of the request of that call; null in what is older. */
  claimRequest: string | null;
}

/** Goods that came back, once for each return. `amountCents` is goods value (R21). */
export interface SaleReturn {
  id: string;
  at: Instant;
  amountCents: number;
  /** The lines that came back, where the return named lines; `quantity` null: what is left of the line. */
  items: { sku: string; quantity: number | null }[];
  operator: string | null;
  /** The key of whoever brought it; null or absent: none, or it was not kept. */
  keyId?: string | null;
  storeId: string | null;
  reason: string | null;
  /** Digest of the request that made it; absent in what is older. */
  request?: string;
}

/** How another source tells of the same purchase. */
export interface SaleTelling {
  saleId: string;
  channel: Channel;
  externalId: string;
  number: string | null;
  /** What the purchase is called there: a redemption may name it by any of these. */
  refs: string[];
  /** Its source has cancelled it, and with it the purchase. */
  cancelled: boolean;
  at: Instant;
}

/** Which purchase the sale tells of, who else tells of it, and what of its goods came back. */
export interface SalePurchase {
  /** The sale of another source that tells of the same purchase: that one counts. Null: this one counts. */
  duplicateOf: string | null;
  /** The open review that decides whether the sale counts. */
  reviewId: string | null;
  /** Other sources' tellings that count by this sale. */
  tellings: SaleTelling[];
  /** The marks by which it was last compared with other sources' sales; while they are the same, so is the outcome. Null: compare again. */
  comparedAs: string | null;
  returns: SaleReturn[];
  returnedCents: number;
}

/** What can have become of a sale's benefit, as staff and operators read it. */
export const SALE_STATUSES = [
  'waiting',
  'unidentified',
  'no_benefit',
  'pending',
  'active',
  'used',
  'expired',
  'cancelled',
  'refused',
  'in_review',
  'duplicate',
] as const;
export type SaleStatus = (typeof SALE_STATUSES)[number];

/** What was known of the customer when the sale was first calculated as theirs (R17). */
export interface PinnedFacts {
  customerId: string;
  firstPurchase: boolean;
  segments: string[];
}

/**
 * What the content earns before returns. `of` says of what, so that reading the same content again changes nothing, whatever
 * has become of caps and budgets in the meantime (R14, R43).
 */
export interface EvaluatedSale {
  of: string;
  grants: EarnedGrant[];
  explanation: RuleExplanation[];
}

/** What the sale earned, and by what. */
export interface SaleBenefit {
  /** The version of the program that pays it (R18); null: it was never calculated. */
  programVersion: number | null;
  pinned: PinnedFacts | null;
  /** What was pinned of those whose sale it was before: if it comes back to one of them, that still holds (R17). */
  formerPins: readonly PinnedFacts[];
  /** The marks by which the uses that name it were found last (R46): while they are the same, so are its uses. Null: never yet. */
  usesFoundBy: string | null;
  /** As calculated last; its reasoning is `explanation`. */
  evaluated: Omit<EvaluatedSale, 'explanation'> | null;
  explanation: RuleExplanation[];
  status: SaleStatus;
  /** What the customer was given and still has or had of it: cents of cashback, points, vouchers. */
  earnedCents: number;
  earnedPoints: number;
  earnedVouchers: number;
  activatesAt: Instant | null;
  expiresAt: Instant | null;
  /**
   * When something is next carried out about it, by time or by a notice, as it was last worked on; null: nothing. Absent: an older
   * version has worked on it.
   */
  nextAt?: Instant | null;
  /** When the clock alone gives it another status, and which, before anybody writes that down; null: it will not. */
  turnsAt?: Instant | null;
  turnsTo?: SaleStatus | null;
  /** What benefit had paid of the sale and went back to its customer when it was over (R25), in cents. */
  refundedCents: number;
  /** It is over, and what it was paid with has gone back: that happens once (R25), however often it is read (R43). */
  voided: boolean;
}

/** The notices its customer is given about the sale. */
export interface SaleNotices {
  /** Nobody is written to about it: it came with a spreadsheet, or its channel wished so. */
  silent: boolean;
  /** Keys of the notices that have been dealt with. */
  given: string[];
  /**
   * Notices that wait, or whose sending failed for a passing reason, and when each is tried again. `untold`: nobody can have
   * heard of it.
   */
  postponed: { key: string; at: Instant; untold?: true }[];
}

/** A change of a sale, part by part; fields that are absent stay. */
export interface SalePatch {
  source?: Partial<SaleSource>;
  content?: Partial<SoldContent>;
  owner?: Partial<SaleOwner>;
  purchase?: Partial<SalePurchase>;
  benefit?: Partial<SaleBenefit>;
  notices?: Partial<SaleNotices>;
}
