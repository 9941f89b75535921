import { describe, expect, it } from '@jest/globals';
import { programSchema, readBounded } from '../../../../src/loyalty';
import { HUGE_PROGRAMS, many, programOf, ruleWith } from './huge-programs';

/*
 * What it costs to find out what is wrong with a huge input, counted: to say of a value what is wrong with it is what takes the time in
 * which nobody else is served.
 */

/** A list is looked at a hundred at a time; the schema's own issues come on top. */
const MOST_TEXTS = 250;

function textsFor(input: unknown): number {
  let texts = 0;
  const reading = readBounded(programSchema, input, () => {
    texts += 1;
    return 'wrong';
  });
  expect(reading.ok).toBe(false);
  return texts;
}

/** A template of a voucher that is right, and tells whoever counts that it was read. */
function templateToldOf(onRead: () => void): object {
  return {
    get discount() {
      onRead();
      return { type: 'amount', cents: 1 };
    },
  };
}

describe('a huge program that is wrong', () => {
  it.each(Object.entries(HUGE_PROGRAMS))('is looked into as far as is told of it: %s', (_what, program) => {
    expect(textsFor(program)).toBeLessThanOrEqual(MOST_TEXTS);
  });

  it('has none of its vouchers read where there are too many', () => {
    let read = 0;
    const template = templateToldOf(() => (read += 1));
    const vouchers = Object.fromEntries(many(4_500, (index) => [`v${index}`, template]));
    expect(textsFor(programOf([], { vouchers }))).toBe(1);
    // To count its values, one at most is looked into.
    expect(read).toBeLessThanOrEqual(1);
  });

  it('of few values is told of all that is wrong', () => {
    const skus = many(300, () => 1);
    expect(textsFor(programOf([ruleWith(0, { skus })]))).toBe(300);
  });
});
