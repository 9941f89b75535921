import { describe, expect, it } from '@jest/globals';
import { inputJson } from '../../../src/api/http';

describe('what a caller sent, as one text', () => {
  it('is the same whatever the order of keys, at every depth', () => {
    expect(inputJson({ b: 1, a: { d: [{ y: 1, x: 2 }], c: 3 } })).toBe(
      '{"a":{"c":3,"d":[{"x":2,"y":1}]},"b":1}',
    );
  });

  it('keeps an explicit null apart from an absent field', () => {
    expect(inputJson({ a: 1, b: null })).toBe('{"a":1,"b":null}');
    expect(inputJson({ a: 1, b: undefined })).toBe('{"a":1}');
  });

  it('keeps the order of a list', () => {
    expect(inputJson([2, null, 1])).toBe('[2,null,1]');
  });
});
