import { createHash } from 'node:crypto';

/** SHA-256 in hex: secrets and bodies are compared and remembered only like this. */
export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * What a caller sent as one text: the same for two JSON values that say the same, whatever the order of their keys. An
 * explicit null stays apart from an absent field, because with the one a caller can empty what the other leaves alone. The
 * store hashes documents by another text, in which the two are the same: neither may stand in for the other. Digests of
 * this one are kept with idempotency keys for 30 days.
 */
export function inputJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
