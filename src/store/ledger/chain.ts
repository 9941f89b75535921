import { createHash } from 'node:crypto';
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
  return sha256(hashedJson(content));
}

/**
 * The text that is hashed of a stored document: JSON with sorted keys, dates as ISO 8601 UTC, and without fields that are null
 * or absent. MongoDB stores an absent field of an object as null, so both must give the same hash. Half of a surrogate pair
 * comes back from MongoDB as U+FFFD, in values and in names of fields, so it is hashed as that: a hash is always that of what
 * will be given back. (The API has a JSON of its own for comparing requests, in which null and absent differ.)
 */
export function hashedJson(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) => {
    if (typeof value === 'string') return value.toWellFormed();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== null && inner !== undefined)
        .map(([name, inner]): [string, unknown] => [name.toWellFormed(), inner])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

/** The hash before has a fixed length, so that no two pairs of hash and content are the same text. */
export function chained(previous: string, content: unknown): string {
  return sha256(`${previous}\n${hashedJson(content)}`);
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
