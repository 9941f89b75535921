import { createHash } from 'node:crypto';
import type { EntryDoc } from './ledger-model';

/** An entry that has no place in its customer's chain yet. */
export type UnchainedEntry = Omit<EntryDoc, 'hash'>;

/**
 * The beginning of a customer's chain of entries: no entry can be moved into the chain of another customer or merchant,
 * not even as its first.
 */
export function genesisOfEntries(merchantId: string, customerId: string): string {
  return sha256(JSON.stringify(['retorno/entries', 1, merchantId, customerId]));
}

/** The hash of an entry after the one whose hash is `previous`: over everything that is stored of it but `_id` and `hash`. */
export function hashOfEntry(previous: string, entry: UnchainedEntry): string {
  const { _id, hash: _hash, ...content } = entry as EntryDoc;
  return chained(previous, content);
}

/** Links entries, in order, to the end of a chain. */
export function chainOf(previous: string, entries: readonly UnchainedEntry[]): EntryDoc[] {
  let last = previous;
  return entries.map((entry) => ({ ...entry, hash: (last = hashOfEntry(last, entry)) }));
}

/** A digest of any content, whatever the order of its keys. */
export function digestOf(content: unknown): string {
  return sha256(documentJson(content));
}

/**
 * What is stored of a document as one text, to be hashed: JSON with sorted keys, dates as ISO 8601 UTC, and without fields
 * that are null or absent. MongoDB gives an absent field of an object back as null, so that both must hash alike; in what a
 * caller sends they differ, which is why the API compares calls by another text. Every hash ever written rests on these
 * rules: they cannot change.
 */
export function documentJson(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== null && inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

/** The hash before has a fixed length, so that no two pairs of hash and content are the same text. */
export function chained(previous: string, content: unknown): string {
  return sha256(`${previous}\n${documentJson(content)}`);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
