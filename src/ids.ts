import { createHash, randomBytes } from 'node:crypto';
import type { Channel } from './loyalty';
import { canonicalJson } from './text';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A sale's identity in the world: the merchant, where it came from, and its id there. */
export interface SaleIdentity {
  merchantId: string;
  channel: Channel;
  externalId: string;
}

/** A sale's own id: always the same for the same identity, so that it can be written without being looked up. */
export function saleIdOf({ merchantId, channel, externalId }: SaleIdentity): string {
  return derivedId('sal', merchantId, channel, externalId);
}

/** A redemption's id: the same for the same request, so that a repeated call meets its first outcome. */
export function redemptionIdOf(merchantId: string, idempotencyKey: string): string {
  return derivedId('red', merchantId, idempotencyKey);
}

/** A call of staff on a voucher: the id of the use it makes, if it makes one. The same for the same request. */
export function voucherCallIdOf(
  merchantId: string,
  lotId: string,
  action: string,
  idempotencyKey: string,
): string {
  return derivedId('red', merchantId, lotId, action, idempotencyKey);
}

/** A return's id: the same for the same request. */
export function returnIdOf(merchantId: string, saleId: string, idempotencyKey: string): string {
  return derivedId('ret', merchantId, saleId, idempotencyKey);
}

/** The id of the call by which a customer takes over a sale: the same for the same request. */
export function claimIdOf(merchantId: string, saleId: string, idempotencyKey: string): string {
  return derivedId('clm', merchantId, saleId, idempotencyKey);
}

/** A manual movement's id: the same for the same request. */
export function adjustmentIdOf(merchantId: string, customerId: string, idempotencyKey: string): string {
  return derivedId('adj', merchantId, customerId, idempotencyKey);
}

/** An import's id: the same for the same request. */
export function importIdOf(merchantId: string, idempotencyKey: string): string {
  return derivedId('imp', merchantId, idempotencyKey);
}

/** The id of a reconciliation that somebody asks for: the same for the same request. */
export function reconciliationIdOf(merchantId: string, connectionId: string, idempotencyKey: string): string {
  return derivedId('rec', merchantId, connectionId, idempotencyKey);
}

/** An alert's id: only one can be the `n`-th about the same. */
export function alertIdOf(merchantId: string, kind: string, subject: string, n: number): string {
  return derivedId('alt', merchantId, kind, subject, String(n));
}

/** A merge's id: the same for the same request. */
export function mergeIdOf(merchantId: string, call: string): string {
  return derivedId('mrg', merchantId, call);
}

/** A consent's id: one for each that a call tells of a customer. @param call its route and its key */
export function consentIdOf(
  { merchantId, customerId, channel, given }: ConsentFact,
  call: { route: string; key: string },
): string {
  return derivedId('cst', merchantId, customerId, channel, given ? 'given' : 'taken', call.route, call.key);
}

interface ConsentFact {
  merchantId: string;
  customerId: string;
  channel: string;
  given: boolean;
}

/** A review's id: one for each kind and pair, in whichever order. */
export function reviewIdOf(merchantId: string, kind: string, subjects: readonly string[]): string {
  return derivedId('rev', merchantId, kind, ...[...subjects].sort());
}

/**
 * The digest of what a call asks for, whatever the order of its fields; an absent field and null are the same. Kept for ever
 * with what the call makes, so that its key cannot be used for another request. Of ids, amounts and staff's words only.
 */
export function requestDigest(request: object): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}

/** The kinds of things that are named by chance. */
type Named = 'cus' | 'con' | 'mer' | 'att' | 'sim' | 'inv' | 'rst' | 'str' | 'aud' | 'per' | 'ses';

/** A fresh random id, such as `cus_7h…`: 100 bits, base 32 without look-alike letters. */
export function newId(prefix: Named): string {
  return `${prefix}_${base32(randomBytes(13)).slice(0, 20)}`;
}

/** Whether a text has the form of an id that we make. */
export function isIdOfOurs(text: string): boolean {
  return /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{20}$/.test(text);
}

/** Whether a text names a person who can sign in. */
export function isPersonId(text: string): boolean {
  return text.startsWith('per_') && isIdOfOurs(text);
}

function derivedId(prefix: string, ...parts: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return `${prefix}_${base32(digest).slice(0, 20)}`;
}

function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((value >>> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return text;
}
