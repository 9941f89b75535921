import { describe, expect, it } from '@jest/globals';
import { documentJson, chainOf, genesisOfEntries, hashOfEntry } from '../../../src/store/ledger';
import type { UnchainedEntry } from '../../../src/store/ledger';
import { anEntry } from './entries';

const GENESIS = genesisOfEntries('mer_1', 'cus_1');

describe('the JSON of a document', () => {
  it('is the same whatever the order of keys, at every depth', () => {
    expect(documentJson({ b: 1, a: { d: [{ y: 1, x: 2 }], c: 3 } })).toBe(
      '{"a":{"c":3,"d":[{"x":2,"y":1}]},"b":1}',
    );
  });

  it('takes a field that is null for one that is not there, as MongoDB does', () => {
    const expected = '{"a":1}';
    expect(documentJson({ a: 1, b: undefined })).toBe(expected);
    expect(documentJson({ a: 1, b: null })).toBe(expected);
    expect(documentJson({ cause: { kind: 'clock', operator: undefined } })).toBe(
      '{"cause":{"kind":"clock"}}',
    );
  });

  it('keeps the order and the gaps of lists, and writes dates in UTC', () => {
    expect(documentJson([2, null, 1])).toBe('[2,null,1]');
    expect(documentJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });
});

describe('the hash of an entry', () => {
  it('is what anybody computes from the entry with a SHA-256 of their own', () => {
    expect(GENESIS).toBe('f679296d19283312731bde14fa107a538c5d36de79f5af643dce6079c5749bfa');
    expect(hashOfEntry(GENESIS, anEntry())).toBe(
      '595ed77c1daca51943e12635224a4345d5506be195e84750569a0dd64db53d5b',
    );
  });

  it('differs for every field that differs, and for nothing else', () => {
    const hash = hashOfEntry(GENESIS, anEntry());
    const changes: Partial<UnchainedEntry>[] = [
      { merchantId: 'mer_2' },
      { customerId: 'cus_2' },
      { key: 'earn/other' },
      { seq: 2 },
      { type: 'ADJUST_CREDIT' },
      { benefit: 'points' },
      { at: new Date(1) },
      { recordedAt: new Date(1) },
      { cause: { kind: 'sale', saleId: 'sal_2' } },
      { programVersion: 2 },
      { ruleId: 'r2' },
      { moves: [{ lotId: 'lot', from: 'issued', to: 'pending', amount: 101 }] },
      { debt: 1 },
      { saleIds: [] },
      { attests: [] },
    ];
    const all = [hash, ...changes.map((change) => hashOfEntry(GENESIS, { ...anEntry(), ...change }))];
    expect(new Set(all).size).toBe(1 + changes.length);
    expect(Object.keys(anEntry()).length).toBe(1 + changes.length);
    expect(hashOfEntry(GENESIS, { ...anEntry(), _id: 'x', hash: 'y' } as UnchainedEntry)).toBe(hash);
  });

  it('depends on every entry before, down to whose ledger it is', () => {
    const two = [anEntry(), anEntry({ seq: 2, key: 'two' })];
    const last = chainOf(GENESIS, two).at(-1)!.hash;
    expect(chainOf(genesisOfEntries('mer_1', 'cus_2'), two).at(-1)!.hash).not.toBe(last);
    expect(chainOf(GENESIS, [anEntry({ debt: 1 }), two[1]!]).at(-1)!.hash).not.toBe(last);
    const first = chainOf(GENESIS, [two[0]!]);
    expect(chainOf(first[0]!.hash, [two[1]!])[0]!.hash).toBe(last);
  });
});
