import { describe, expect, it } from '@jest/globals';
import {
  amountsKey,
  amountsKeyStart,
  endInKey,
  expiredKey,
  noticeKind,
  readAmountsKey,
  REPURCHASE_KEY,
  reminderKey,
} from '../../../src/loyalty/notice';
import type { NoticeKind } from '../../../src/loyalty/notice';
import { SOLD_AT } from '../sale/sales';

const END = Date.parse('2027-02-02T03:00:00.000Z');

/** Keys are stored with sales and messages: these strings never change. */
const KEYS: [NoticeKind, string, string][] = [
  [
    'earned',
    amountsKey('earned', 0, 0, { cents: 500, points: 120, vouchers: 1, refundedCents: 0 }),
    'earned/1/0/500-120-1-0',
  ],
  [
    'returned',
    amountsKey('returned', 2, SOLD_AT, { cents: 0, points: 0, vouchers: 0, refundedCents: 1_000 }),
    'returned/3/1793718000000/0-0-0-1000',
  ],
  ['expiring', reminderKey('P7D', END), 'expiring/P7D/2027-02-02T03:00:00.000Z'],
  ['expired', expiredKey(END), 'expired/2027-02-02T03:00:00.000Z'],
  ['repurchase', REPURCHASE_KEY, 'repurchase'],
];

describe('the key of a notice', () => {
  it.each(KEYS)('about %s is written as it always was', (kind, key, written) => {
    expect(key).toBe(written);
    expect(noticeKind(key)).toBe(kind);
  });

  it('about amounts says them, and whose they are', () => {
    expect(readAmountsKey('returned/3/1793718000000/400-12-1-1000')).toEqual({
      kind: 'returned',
      owner: 1_793_718_000_000,
      amounts: { cents: 400, points: 12, vouchers: 1, refundedCents: 1_000 },
    });
  });

  it.each([
    'expired/2027-02-02T03:00:00.000Z',
    'repurchase',
    'earned',
    'earned/1/0/500',
    'unearned/1/0/1-1-1-1',
  ])('%s says nothing of amounts', (key) => {
    expect(readAmountsKey(key)).toBeNull();
  });

  it('about amounts begins the same whatever the amounts', () => {
    expect(amountsKeyStart('earned', 0, 0)).toBe('earned/1/0/');
  });

  it.each([reminderKey('P7D', END), expiredKey(END)])('%s names the end it is about', (key) => {
    expect(endInKey(key)).toBe(END);
  });
});
