import { describe, expect, it } from '@jest/globals';
import { formToTry, reachesNobody } from '../../../src/store/customer/reaching';

const NOW = new Date('2026-11-03T15:00:00.000Z');
const DAY = 86_400_000;
const MOBILE = { phone: '+5554999998888' };
const FOREIGN = { phone: '+12025550123' };
const EMAIL = { email: 'ana@lojas.com.br' };

type Failure = [message: string, daysAgo: number, ninth?: boolean];
const failed = (...all: Failure[]): { failed: { message: string; at: Date; ninth?: boolean }[] } => ({
  failed: all.map(([message, daysAgo, ninth]) => ({
    ...{ message, at: new Date(NOW.getTime() - daysAgo * DAY) },
    ...(ninth === undefined ? {} : { ninth }),
  })),
});

describe('an address reaches nobody', () => {
  it.each<[string, boolean, Parameters<typeof reachesNobody>[0], typeof MOBILE | typeof EMAIL]>([
    ['of which nothing failed', false, {}, MOBILE],
    ['at which one message failed by a form', false, failed(['a', 1]), MOBILE],
    ['at which two failed by the same form', false, failed(['a', 1], ['b', 2, true]), MOBILE],
    ['at which one failed by both forms', false, failed(['a', 1, true], ['a', 1, false]), MOBILE],
    ['at which two failed by both forms', true, failed(['a', 1], ['b', 2, false]), MOBILE],
    ['at which one of two failed long ago', false, failed(['a', 1], ['b', 90, false]), MOBILE],
    ['of one form at which two failed', true, failed(['a', 1], ['b', 2]), FOREIGN],
    ['of one form at which one failed', false, failed(['a', 1]), FOREIGN],
    ['of a mailbox at which one failed', true, failed(['a', 1]), EMAIL],
    ['where somebody was since', false, { ...failed(['a', 1]), reachedAt: NOW }, EMAIL],
    ['where somebody was before', true, { ...failed(['a', 1]), reachedAt: new Date(+NOW - 2 * DAY) }, EMAIL],
  ])('%s: %s', (_what, expected, known, address) => {
    expect(reachesNobody(known, address, NOW)).toBe(expected);
  });
});

describe('a phone is written', () => {
  it.each<[boolean | null, string, Parameters<typeof formToTry>[0]]>([
    [true, 'of which nothing is known', {}],
    [false, 'that WhatsApp knows without its ninth digit', { ninth: false }],
    [false, 'at which a message failed with it', failed(['a', 1])],
    [true, 'at which a message failed without it', failed(['a', 1, false])],
    [true, 'known without it, at which one failed so', { ...failed(['a', 1, false]), ninth: false }],
    [true, 'at which both failed', failed(['a', 1, true], ['a', 1, false])],
    [true, 'at which one failed long ago', failed(['a', 90])],
    [true, 'at which one failed before somebody was there', { ...failed(['a', 1]), reachedAt: NOW }],
  ])('with its ninth digit (%s): %s', (expected, _what, known) => {
    expect(formToTry(known, MOBILE, NOW)).toBe(expected);
    expect([formToTry(known, FOREIGN, NOW), formToTry(known, EMAIL, NOW)]).toEqual([null, null]);
  });
});
