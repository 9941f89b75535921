import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { leafHash, merklePath, merkleRoot, rootOfPath } from '../../../../src/store/ledger/proof';

const leaves = (size: number): string[] => Array.from({ length: size }, (_, n) => leafHash({ n }));
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a tree of hashes', () => {
  it('is what anybody computes with a SHA-256 of their own', () => {
    const [a, b, c] = leaves(3);
    expect(a).toBe(sha('leaf\n{"n":0}'));
    expect(merkleRoot([a!, b!, c!])).toBe(sha(`node\n${sha(`node\n${a}${b}`)}${c}`));
    expect(merkleRoot([])).toBe(sha(''));
  });

  it('is another for every leaf, order and number of leaves', () => {
    const [a, b, c, d] = leaves(4) as [string, string, string, string];
    const trees = [[a], [b], [a, b], [b, a], [a, b, c], [a, b, c, d], [a, b, c, c]];
    expect(new Set(trees.map(merkleRoot)).size).toBe(trees.length);
  });

  it('proves each of its leaves by a short path, and nothing else', () => {
    for (const size of [1, 2, 3, 5, 8, 13]) {
      const all = leaves(size);
      const root = merkleRoot(all);
      for (const [index, leaf] of all.entries()) {
        const path = merklePath(all, index);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(rootOfPath(leaf, index, size, path)).toBe(root);
        expect(rootOfPath(leafHash('other'), index, size, path)).not.toBe(root);
        expect(rootOfPath(leaf, index, size, [...path, leaf])).not.toBe(root);
        if (size > 1) expect(rootOfPath(leaf, (index + 1) % size, size, path)).not.toBe(root);
      }
      expect(rootOfPath(all[0]!, size, size, [])).toBeNull();
    }
  });
});
