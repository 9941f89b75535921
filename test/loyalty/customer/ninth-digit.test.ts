import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasNinthDigit, inForm, parsePhone } from '../../../src/loyalty/customer';

describe('the ninth digit of a Brazilian mobile', () => {
  it.each([
    ['+5554999998888', true],
    ['+555499998888', false],
    ['+5511987654321', true],
    ['+551187654321', false],
    ['+551130031234', null],
    ['+5511930031234', null],
    ['+12025550123', null],
    ['5554999998888', null],
    ['', null],
  ])('is looked for in %s', (phone, expected) => {
    expect(hasNinthDigit(phone)).toBe(expected);
  });

  it('is given and taken away, and leaves the number the same and every other number alone', () => {
    const mobile = fc
      .tuple(fc.constantFrom('11', '54', '85', '21'), fc.stringMatching(/^[6-9]\d{7}$/))
      .map(([area, local]) => `+55${area}9${local}`);
    fc.assert(
      fc.property(mobile, fc.boolean(), fc.boolean(), (phone, one, other) => {
        const written = inForm(phone, one);
        expect(hasNinthDigit(written)).toBe(one);
        expect(inForm(inForm(written, other), one)).toBe(written);
        expect(parsePhone(written)).toEqual(parsePhone(phone));
      }),
    );
    for (const phone of ['+551130031234', '+12025550123', 'x'])
      expect([inForm(phone, true), inForm(phone, false)]).toEqual([phone, phone]);
  });
});
