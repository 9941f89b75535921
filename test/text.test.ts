import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginningOf, mendedJson, mendedText, soundText } from '../src/text';

describe('a sound text', () => {
  it.each(['Maria', '', 'Ação nº 5 – R$ 1,00', 'família 👨‍👩‍👧', '\ufeffcom marca', '\ufffd'])(
    '%j stays',
    (text) => {
      expect(soundText(text)).toBe(text);
    },
  );

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800', '\0', 'a\nb', 'a\tb', '\r', '\x1b[31m', '\x7f', '\u0085'])(
    '%j is none',
    (text) => {
      expect(soundText(text)).toBeNull();
    },
  );

  it('has no piles of marks, which take seconds to be put in order', () => {
    const piled = `a${'\u0301\u0316'.repeat(60_000)}`;
    for (const text of [piled, `x\u0301${'\uff9e\u0316'.repeat(16)}`, `e${'\u0344'.repeat(20)}`])
      expect(soundText(text)).toBeNull();
    expect(mendedText(piled)).toHaveLength(30);
    expect(soundText('Joa\u0303\u0323o')).not.toBeNull();
  });

  it('is in its composed form, however it was typed', () => {
    expect(soundText('Joa\u0303o')).toBe('João');
    expect(mendedText('Joa\u0303o')).toBe('João');
  });

  it('comes back from UTF-8 as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const sound of [soundText(text), mendedText(text)])
          if (sound !== null) expect(Buffer.from(sound, 'utf8').toString('utf8')).toBe(sound);
      }),
    );
  });
});

describe('the beginning of a text', () => {
  it('ends before a character of which there is room for half', () => {
    expect(beginningOf('ab😀c', 3)).toBe('ab');
    expect(beginningOf('ab😀c', 4)).toBe('ab😀');
    expect(beginningOf('abc', 9)).toBe('abc');
  });
});

describe('a mended text', () => {
  it('is always sound, and the same when it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
          fc.string({
            unit: fc.constantFrom('a', '\u0301', '\u0316', '\u0344', '\uff9e', '\u0f77'),
            minLength: 25,
            maxLength: 90,
          }),
        ),
        (text) => {
          expect(soundText(mendedText(text))).toBe(mendedText(text));
          const sound = soundText(text);
          if (sound !== null) expect(mendedText(text)).toBe(sound);
        },
      ),
    );
  });

  it('has a mark for half a character and a blank for what controls', () => {
    expect(mendedText('a\ud800b\nc')).toBe('a\ufffdb c');
    expect(mendedJson('{"a":["\\ud800","x\\u0000"],"n":1}')).toEqual({ a: ['\ufffd', 'x '], n: 1 });
  });
});
