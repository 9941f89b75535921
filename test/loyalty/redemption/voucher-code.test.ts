import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readVoucherCode, voucherCode, VOUCHER_CODE_BYTES } from '../../../src/loyalty';

const ALPHABET = '3479ACDEFGHJKMNPQRTUWXY';
const codes = fc
  .uint8Array({ minLength: VOUCHER_CODE_BYTES, maxLength: VOUCHER_CODE_BYTES })
  .map((random) => voucherCode(random));
const plain = (code: string): string => code.replaceAll('-', '');

describe('a voucher code', () => {
  it('is three groups of four characters that nobody confuses', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(new RegExp(`^[${ALPHABET}]{4}-[${ALPHABET}]{4}-[${ALPHABET}]{4}$`));
      }),
    );
    for (const alike of '0O1IL2Z5S68BV') expect(ALPHABET).not.toContain(alike);
  });

  it('is read in any case, with any hyphens and blanks, as its one spelling', () => {
    const spellings = (code: string): string[] => [
      code,
      plain(code),
      code.toLowerCase(),
      ` ${code.replaceAll('-', ' ')}\t`,
      [...plain(code)].join('-'),
    ];
    fc.assert(
      fc.property(codes, (code) => {
        for (const typed of spellings(code)) expect(readVoucherCode(typed)).toBe(code);
      }),
    );
  });

  it('with any one character wrong is not read', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const right = plain(code);
        for (let place = 0; place < right.length; place += 1)
          for (const wrong of ALPHABET) {
            if (wrong === right[place]) continue;
            expect(readVoucherCode(right.slice(0, place) + wrong + right.slice(place + 1))).toBeNull();
          }
      }),
      { numRuns: 20 },
    );
  });

  it('with any two characters swapped is not read, neighbours or not', () => {
    fc.assert(
      fc.property(codes, fc.nat({ max: 11 }), fc.nat({ max: 11 }), (code, a, b) => {
        const typed = [...plain(code)];
        [typed[a], typed[b]] = [typed[b]!, typed[a]!];
        const same = typed.join('') === plain(code);
        expect(readVoucherCode(typed.join(''))).toBe(same ? code : null);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    'K7QM-3XRT-9WH',
    'K7QM-3XRT-9WHPP',
    'K7QM-3XRT-9WH0',
    'K7QM-3XRT-9WHÇ',
    'K7QM.3XRT.9WHP',
    '🎁',
  ])('is not %p', (typed) => {
    expect(readVoucherCode(typed)).toBeNull();
  });

  it('lets through, of what is typed at random, about one in twenty-three', () => {
    const guesses = Array.from({ length: 4_600 }, () =>
      Array.from(randomBytes(12), (byte) => ALPHABET[byte % ALPHABET.length]).join(''),
    );
    const read = guesses.filter((guess) => readVoucherCode(guess) !== null).length;
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(320);
  });

  it('uses every character about as often in every place, and hardly ever comes twice', () => {
    const made = Array.from({ length: 4_600 }, () => plain(voucherCode(randomBytes(VOUCHER_CODE_BYTES))));
    expect(new Set(made).size).toBe(made.length);
    for (let place = 0; place < 12; place += 1) {
      const counts = [...ALPHABET].map((letter) => made.filter((code) => code[place] === letter).length);
      // 200 expected of each; 14 is one standard deviation.
      expect(Math.min(...counts)).toBeGreaterThan(120);
      expect(Math.max(...counts)).toBeLessThan(280);
    }
  });

  it('is the same for the same bytes, another for others, and takes no other number of them', () => {
    const random = new Uint8Array(VOUCHER_CODE_BYTES).fill(7);
    expect(voucherCode(random)).toBe(voucherCode(Uint8Array.from(random)));
    expect(() => voucherCode(random.subarray(1))).toThrow(RangeError);
  });
});
