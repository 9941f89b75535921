import { flattened } from '../sale';
import type { AttestableSale, AttestedWrite, SaleChange, SaleDoc } from '../sale';
import type { SaleDigest } from './attestation-model';
import { contentDigest } from './content-hash';
import { wasOf, WRITTEN_UNATTESTED } from './was';
import type { Was } from './was';

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
  // Compared with each other, and with what is attested.
  version: false,
  attestingVersion: false,
  attested: false,
};

/**
 * The digest of a sale that was written to be attested. It goes over no name, document, phone or e-mail; and what staff have typed
 * (the reason of a return) goes in with ids and amounts that nobody could guess without having the sale itself.
 */
export function digestOfSale(sale: AttestableSale): SaleDigest {
  return { id: sale._id, n: sale.attested?.n ?? 0, digest: contentDigest(attestedContent(sale)) };
}

/** What the digest of a sale goes over: what a newer version adds, or only tells of work in progress, is not in it. */
export function attestedContent(sale: AttestableSale): Record<string, unknown> {
  const content = Object.entries(ATTESTED)
    .filter(([, attested]) => attested)
    .map(([name]) => [name, sale[name as keyof AttestableSale]]);
  return Object.fromEntries(content) as Record<string, unknown>;
}

/** The digest of a sale that was written to be attested, with what it was before that. */
export function digestOfWrite({ before, after }: AttestedWrite): SaleDigest {
  const was = saleWas(before, after.attested?.in ?? null);
  return { ...digestOfSale(after), ...(was === null ? {} : { was }) };
}

/** @param chain the customer in whose chain it is attested next; null: nothing has attested it before */
function saleWas(before: AttestableSale, chain: string | null): Was | null {
  if (!before.attested) return null;
  if (before.version !== before.attestingVersion) return WRITTEN_UNATTESTED;
  return wasOf(digestOfSale(before).digest, before.attested.in === chain ? null : before.attested.in);
}

/** Whether a change sets anything that is attested. */
export function isAttested({ patch }: SaleChange): boolean {
  return Object.keys(flattened(patch)).some((name) => ATTESTED[name as keyof SaleDoc]);
}

/** As an entry carries it with its cause, which is made of texts alone. */
export interface SaleOfCause {
  sale?: string;
  saleWas?: Was;
}

/** What an entry carries of a sale. */
export function causeOfSale({ id, n, digest, was }: SaleDigest): SaleOfCause {
  return { sale: `${n} ${digest} ${id}`, ...(was === undefined ? {} : { saleWas: was }) };
}

/** The same as it is read; null: nothing. */
export function saleOfCause({ sale, saleWas }: SaleOfCause): SaleDigest | null {
  const [, n, digest, id] = /^(\d+) ([0-9a-f]{64}) (.+)$/.exec(sale ?? '') ?? [];
  if (id === undefined) return null;
  return { id, n: Number(n), digest: digest!, ...(saleWas === undefined ? {} : { was: saleWas }) };
}
