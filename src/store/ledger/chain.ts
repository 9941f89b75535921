import { chained, sha256 } from './content-hash';
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
