import { createHash } from 'node:crypto';
import { canonicalJson } from '../../text';
import { hashedContent } from './entry-forms';
import type { EntryDoc } from './entry-model';

/** An entry that has no place in its customer's chain yet. */
export type UnchainedEntry = Omit<EntryDoc, 'hash'>;

/**
 * The beginning of a customer's chain of entries: no entry can be moved into the chain of another customer or merchant,
 * not even as its first.
 */
export function entriesGenesis(merchantId: string, customerId: string): string {
  return sha256(JSON.stringify(['retorno/entries', 1, merchantId, customerId]));
}

/** The hash of an entry after the one whose hash is `previous`: over the fields of its form. */
export function entryHash(previous: string, entry: UnchainedEntry): string {
  return chained(previous, hashedContent(entry));
}

/** Links entries, in order, to the end of a chain. */
export function chainEntries(previous: string, entries: readonly UnchainedEntry[]): EntryDoc[] {
  let last = previous;
  return entries.map((entry) => ({ ...entry, hash: (last = entryHash(last, entry)) }));
}

/** A digest of any content, whatever the order of its keys. */
export function contentDigest(content: unknown): string {
  return sha256(canonicalJson(content));
}

/** The hash before has a fixed length, so that no two pairs of hash and content are the same text. */
export function chained(previous: string, content: unknown): string {
  return sha256(`${previous}\n${canonicalJson(content)}`);
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
