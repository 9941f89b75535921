import { createHash } from 'node:crypto';

/** SHA-256 in hex: secrets and bodies are compared and remembered only like this. */
export function digestOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The digest of a JSON value, whatever the order of its keys. */
export function digestOfJson(value: unknown): string {
  return digestOf(canonicalJson(value));
}

/** JSON with sorted keys: two values that mean the same are the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
