import { describe, expect, it } from '@jest/globals';
import { voucherDiscount } from '../../../src/loyalty';
import type { VoucherFace } from '../../../src/loyalty';
import { newVoucherFace } from '../../../src/loyalty/ledger';

type Discount = VoucherFace['discount'];

describe('the discount of a voucher (R37)', () => {
  it.each<[string, Discount, number, number, number]>([
    ['an amount in full', { type: 'amount', cents: 2_000 }, 5_000, 2_000, 0],
    ['an amount on a sale of exactly it', { type: 'amount', cents: 2_000 }, 2_000, 2_000, 0],
    ['an amount up to the sale; the rest is lost', { type: 'amount', cents: 2_000 }, 1_500, 1_500, 500],
    ['nothing on a sale of nothing', { type: 'amount', cents: 2_000 }, 0, 0, 2_000],
    ['a percentage, floored', { type: 'percent', bps: 1_000 }, 9_999, 999, 0],
    ['a percentage up to its maximum', { type: 'percent', bps: 5_000, maxCents: 700 }, 10_000, 700, 0],
    ['a percentage below its maximum', { type: 'percent', bps: 5_000, maxCents: 700 }, 1_000, 500, 0],
    ['all of a sale at a hundred per cent', { type: 'percent', bps: 10_000 }, 12_345, 12_345, 0],
    [
      'a percentage of a large sale, exact',
      { type: 'percent', bps: 3_333 },
      9_007_199_254_740,
      3_002_099_511_604,
      0,
    ],
  ])('is %s', (_title, discount, saleTotalCents, discountCents, unusedCents) => {
    expect(voucherDiscount({ discount }, saleTotalCents)).toEqual({ discountCents, unusedCents });
  });
});

describe('the face of a voucher', () => {
  it('is its template under its code, in all stores unless it names some', () => {
    const template = {
      discount: { type: 'amount' as const, cents: 1 },
      minSaleCents: 7,
      validity: 'P1D',
      uses: 3,
    };
    expect(newVoucherFace(template, 'volta', 'CODE')).toEqual({
      code: 'CODE',
      template: 'volta',
      discount: { type: 'amount', cents: 1 },
      minSaleCents: 7,
      stores: null,
    });
    expect(newVoucherFace({ ...template, stores: ['centro'] }, 'volta', 'CODE').stores).toEqual(['centro']);
  });
});
