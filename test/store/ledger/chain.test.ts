import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { chainEntries, entriesGenesis, entryHash } from '../../../src/store/ledger';
import { canonicalJson } from '../../../src/text';
import type { UnchainedEntry } from '../../../src/store/ledger';
import { anEntry } from './entries';

const GENESIS = entriesGenesis('mer_1', 'cus_1');

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, at every depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [{ y: 1, x: 2 }], c: 3 } })).toBe(
      '{"a":{"c":3,"d":[{"x":2,"y":1}]},"b":1}',
    );
  });

  it('takes a field that is null for one that is not there, as MongoDB does', () => {
    const expected = '{"a":1}';
    expect(canonicalJson({ a: 1, b: undefined })).toBe(expected);
    expect(canonicalJson({ a: 1, b: null })).toBe(expected);
    expect(canonicalJson({ cause: { kind: 'clock', operator: undefined } })).toBe(
      '{"cause":{"kind":"clock"}}',
    );
  });

  it('keeps the order and the gaps of lists, and writes dates in UTC', () => {
    expect(canonicalJson([2, null, 1])).toBe('[2,null,1]');
    expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });
});

describe('a text that no encoding can carry', () => {
  it('is hashed as MongoDB gives it back, in values and in names', () => {
    const asked = { reason: 'a\ud800', facts: { '\udc00b': ['\ud800\ud800'] } };
    const given = mongo.BSON.deserialize(mongo.BSON.serialize(asked));
    expect(given).not.toEqual(asked);
    expect(canonicalJson(asked)).toBe(canonicalJson(given));
    const entry = anEntry({ cause: { kind: 'person', operator: '\ud800', reason: 'x' } as never });
    const stored = mongo.BSON.deserialize(mongo.BSON.serialize(entry)) as UnchainedEntry;
    expect(entryHash(GENESIS, stored)).toBe(entryHash(GENESIS, entry));
  });

  it('gives the same hash back for whatever texts are stored', () => {
    const unit = fc.integer({ min: 1, max: 0xffff }).map((code) => String.fromCharCode(code));
    const text = fc.string({ unit });
    fc.assert(
      fc.property(fc.dictionary(text, text), (asked) => {
        const given = mongo.BSON.deserialize(mongo.BSON.serialize({ asked }));
        expect(canonicalJson(given)).toBe(canonicalJson({ asked }));
      }),
    );
  });
});

describe('the hash of an entry', () => {
  it('is what anybody computes from the entry with a SHA-256 of their own', () => {
    expect(GENESIS).toBe('f679296d19283312731bde14fa107a538c5d36de79f5af643dce6079c5749bfa');
    expect(entryHash(GENESIS, anEntry())).toBe(
      '595ed77c1daca51943e12635224a4345d5506be195e84750569a0dd64db53d5b',
    );
  });

  it('differs for every field that differs, and for nothing else', () => {
    const hash = entryHash(GENESIS, anEntry());
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
    const all = [hash, ...changes.map((change) => entryHash(GENESIS, { ...anEntry(), ...change }))];
    expect(new Set(all).size).toBe(1 + changes.length);
    expect(Object.keys(anEntry()).length).toBe(1 + changes.length);
    expect(entryHash(GENESIS, { ...anEntry(), _id: 'x', hash: 'y' } as UnchainedEntry)).toBe(hash);
  });

  it('depends on every entry before, down to whose ledger it is', () => {
    const two = [anEntry(), anEntry({ seq: 2, key: 'two' })];
    const last = chainEntries(GENESIS, two).at(-1)!.hash;
    expect(chainEntries(entriesGenesis('mer_1', 'cus_2'), two).at(-1)!.hash).not.toBe(last);
    expect(chainEntries(GENESIS, [anEntry({ debt: 1 }), two[1]!]).at(-1)!.hash).not.toBe(last);
    const first = chainEntries(GENESIS, [two[0]!]);
    expect(chainEntries(first[0]!.hash, [two[1]!])[0]!.hash).toBe(last);
  });
});
