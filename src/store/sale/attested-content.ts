import type { SaleDoc } from './sale-model';

/** What is not read of a sale that is to be attested or compared: it grows, and nothing follows from it. */
export const WITHOUT_TELLING = { timeline: 0, told: 0, postponed: 0 } as const;

/** A stored sale as far as it can be attested. */
export type AttestableSale = Omit<SaleDoc, keyof typeof WITHOUT_TELLING>;

/**
 * What of a sale is attested: what its source says, whose it is, which purchase it tells of, and what it earns and why. Not what
 * follows from that, and not the marks of work in progress, by which nobody has more or less.
 */
const ATTESTED: Record<keyof SaleDoc, boolean> = {
  _id: true,
  merchantId: true,
  channel: true,
  externalId: true,
  connectionId: true,
  number: true,
  marketplaceNumber: true,
  invoiceNumber: true,
  accessKey: true,
  erpNumber: true,
  invoiceId: true,
  duplicateOf: true,
  heldFor: true,
  evidence: true,
  matchedAs: true,
  refs: true,
  // They follow from the names, and are compared with them: a migration adds them to older sales.
  refKeys: false,
  storeId: true,
  zone: true,
  soldAt: true,
  totalCents: true,
  freightCents: true,
  otherExpensesCents: true,
  discountCents: true,
  items: true,
  sourceStatus: true,
  refusal: true,
  lateness: true,
  contactId: true,
  identifiedBy: true,
  customerId: true,
  completedAt: true,
  claimedAt: true,
  claimCall: true,
  claimRequest: true,
  // A lease of half a minute.
  claimTaken: false,
  returnedCents: true,
  returns: true,
  refundedCents: true,
  voided: true,
  pinned: true,
  formerPins: true,
  usesFoundBy: true,
  evaluated: true,
  // Whom messages go to, and when what is next looked at: value does not depend on it.
  silent: false,
  told: false,
  postponed: false,
  nextAt: false,
  turnsAt: false,
  turnsTo: false,
  readAt: false,
  // Why its source is not asked: it holds until it is read again.
  parked: false,
  timeline: false,
  programVersion: true,
  status: true,
  earnedCents: true,
  earnedPoints: true,
  earnedVouchers: true,
  activatesAt: true,
  expiresAt: true,
  explanation: true,
  createdAt: true,
  // Compared with each other, with what is attested, and with what it was sealed as.
  version: false,
  attestingVersion: false,
  attested: false,
  seal: false,
};

/** What is attested of a sale: what a newer version adds, or only tells of work in progress, is not in it. */
export function attestedContent(sale: AttestableSale): Record<string, unknown> {
  const content = Object.entries(ATTESTED)
    .filter(([, attested]) => attested)
    .map(([name]) => [name, sale[name as keyof AttestableSale]]);
  return Object.fromEntries(content) as Record<string, unknown>;
}

/** Whether a field of the document is attested. */
export function isAttestedField(name: string): boolean {
  return ATTESTED[name as keyof SaleDoc];
}
