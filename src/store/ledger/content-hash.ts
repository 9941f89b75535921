import { createHash } from 'node:crypto';
import { canonicalJson } from '../../text';

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
