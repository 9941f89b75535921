import type { Grant, Lot, Redemption } from '../../loyalty';
import { contentDigest } from './content-hash';

/*
 * Digests of what is stored beside the entries. What goes into each is listed field by field, so that a field which another
 * version adds leaves what was attested before as it is; and the compiler asks of every new field where it belongs.
 */

/** How a field is proved: by a digest, by one beside it that versions before know nothing of, or by what entries moved. */
type ProvedBy = 'digest' | 'digest beside' | 'entries';

const LOT_FIELDS: Record<keyof Lot, ProvedBy> = {
  id: 'digest',
  customerId: 'entries',
  type: 'digest',
  saleId: 'digest',
  ruleId: 'digest',
  programVersion: 'digest',
  revision: 'digest',
  zone: 'digest',
  createdAt: 'digest',
  activatesAt: 'digest',
  expiresAt: 'digest',
  fairUntil: 'digest',
  voucher: 'digest',
  amount: 'entries',
  buckets: 'entries',
};

const REDEMPTION_FIELDS: Record<keyof Redemption, ProvedBy> = {
  id: 'digest',
  customerId: 'entries',
  type: 'digest',
  amount: 'digest',
  discountCents: 'digest',
  state: 'digest',
  draws: 'digest',
  reservedAt: 'digest',
  reservedUntil: 'digest',
  confirmedAt: 'digest',
  closedAt: 'digest',
  zone: 'digest',
  terms: 'digest',
  saleTotalCents: 'digest',
  freightCents: 'digest',
  saleRef: 'digest',
  saleId: 'digest',
  useNumber: 'digest',
  operator: 'digest',
  storeId: 'digest',
  lastCall: 'digest',
  request: 'digest',
  lastRequest: 'digest',
  formerCalls: 'digest beside',
};

/** What entries attest of a redemption in their first form, in which the code of a voucher is in clear. */
const REDEMPTION_TERMS: readonly (keyof Redemption | 'voucherCode')[] = [
  ...(['id', 'type', 'amount', 'voucherCode', 'discountCents', 'state', 'draws', 'reservedAt'] as const),
  ...(['reservedUntil', 'confirmedAt', 'closedAt', 'zone', 'terms', 'saleTotalCents'] as const),
  ...(['freightCents', 'saleRef', 'operator', 'storeId'] as const),
];

const GRANT_FIELDS: Record<keyof Grant, ProvedBy> = {
  saleId: 'digest',
  customerId: 'digest',
  ruleId: 'digest',
  type: 'digest',
  programVersion: 'digest',
  month: 'digest',
  lots: 'digest',
  clawbacks: 'digest',
  granted: 'digest',
  taken: 'digest',
  letOff: 'digest',
  lapsed: 'digest',
  collectsLater: 'digest',
};

/** The digest of a lot's terms: dates, zone, origin, what a voucher is worth. Amounts are the moves' business. */
export function lotDigest(lot: Lot): string {
  return contentDigest(digested(lot, LOT_FIELDS));
}

/**
 * The digest of a redemption's terms in the first form, for old entries and for processes of the version before.
 * @param voucherCode the clear code of the voucher it draws on; null for a use of balance
 */
export function redemptionTermsDigest(redemption: Redemption, voucherCode: string | null): string {
  const content = { ...redemption, voucherCode };
  return contentDigest(Object.fromEntries(REDEMPTION_TERMS.map((name) => [name, content[name]])));
}

/** The digest of all that a redemption says of itself, but for the calls that moved it before the last. */
export function redemptionDigest(redemption: Redemption): string {
  return contentDigest(digested(redemption, REDEMPTION_FIELDS));
}

/** The digest of the calls that moved a redemption before the last, of which no call may move it once more. */
export function formerCallsDigest({ formerCalls = [] }: Redemption): string {
  return contentDigest(formerCalls);
}

/** The digest of an account: everything in it. */
export function grantDigest(grant: Grant): string {
  return contentDigest(digested(grant, GRANT_FIELDS));
}

function digested<Doc extends object>(
  doc: Doc,
  fields: Record<keyof Doc, ProvedBy>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, by]) => by === 'digest')
      .map(([name]) => [name, doc[name as keyof Doc]]),
  );
}
