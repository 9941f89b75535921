import { canonicalJson } from '../../../text';
import { sha256 } from '..';

/*
 * Merkle trees as in RFC 6962: a leaf and a node are hashed differently, so that neither can pass for the other; a tree of n
 * leaves is split at the largest power of two below n, so that its shape follows from n alone. Hashes are SHA-256 in hex.
 */

/** The hash of one leaf, by its content. */
export function leafHash(content: unknown): string {
  return sha256(`leaf\n${canonicalJson(content)}`);
}

/** The hash over all leaves, in their order; of no leaves, that of nothing. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

/** The hashes beside the way from a leaf to the root, from the leaf upwards: at most 10 for 1,000 leaves. */
export function merklePath(leaves: readonly string[], index: number): string[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...merklePath(leaves.slice(0, split), index), merkleRoot(leaves.slice(split))]
    : [...merklePath(leaves.slice(split), index - split), merkleRoot(leaves.slice(0, split))];
}

/** The root that a leaf, its place among `size` leaves and its path lead to; null: such a path cannot be. */
export function rootOfPath(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  if (index < 0 || index >= size) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const beside = path.at(-1);
  if (beside === undefined) return null;
  const split = splitOf(size);
  const left = index < split;
  const below = left
    ? rootOfPath(leaf, index, split, path.slice(0, -1))
    : rootOfPath(leaf, index - split, size - split, path.slice(0, -1));
  if (below === null) return null;
  return left ? nodeHash(below, beside) : nodeHash(beside, below);
}

function nodeHash(left: string, right: string): string {
  return sha256(`node\n${left}${right}`);
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
