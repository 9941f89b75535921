import { describe, expect, it } from '@jest/globals';
import { emptyWallet } from '../../../src/loyalty/ledger';
import type { Grant, Lot } from '../../../src/loyalty/ledger';
import { benefitState, holdingsIn, NO_HOLDINGS } from '../../../src/loyalty/sale';
import type { BenefitState } from '../../../src/loyalty/sale';
import { aGrant, aLot, aReservation, aSale, aVoucherLot, DAY, SOLD_AT } from './sales';

const state = (lots: Lot[], grants: Grant[] = []): BenefitState =>
  benefitState(aSale(), { lots, grants, reservations: [] });
const voucher = (ruleId: string, granted: number, taken: number): Grant =>
  aGrant({ ruleId, type: 'voucher', granted, taken });

describe('what a sale has earned', () => {
  it('is nothing, from no time to no time, where the wallet holds nothing of it', () => {
    expect(benefitState(aSale(), NO_HOLDINGS)).toEqual({
      status: 'no_benefit',
      earnedCents: 0,
      earnedPoints: 0,
      earnedVouchers: 0,
      activatesAt: null,
      expiresAt: null,
    });
  });

  it.each<[string, Grant[], Partial<BenefitState>]>([
    ['cashback in cents', [aGrant({ granted: 500 })], { earnedCents: 500 }],
    ['points', [aGrant({ type: 'points', granted: 120 })], { earnedPoints: 120 }],
    [
      'several rules together',
      [aGrant({ granted: 500 }), aGrant({ ruleId: 's', granted: 70 })],
      { earnedCents: 570 },
    ],
    ['less what was really taken back', [aGrant({ granted: 500, taken: 200 })], { earnedCents: 300 }],
    ['not less what was let off', [aGrant({ granted: 500, taken: 200, letOff: 300 })], { earnedCents: 300 }],
    ['a voucher, however many uses it has', [voucher('v', 3, 0)], { earnedVouchers: 1 }],
    ['a voucher that was used once before the rest was taken', [voucher('v', 3, 2)], { earnedVouchers: 1 }],
    ['no voucher that was taken back', [voucher('v', 3, 3), voucher('w', 1, 0)], { earnedVouchers: 1 }],
    [
      'only what its present owner has',
      [aGrant({ granted: 500, customerId: 'cus_9' }), aGrant({ granted: 70 })],
      { earnedCents: 70 },
    ],
  ])('is %s', (_, grants, expected) => {
    const none = { earnedCents: 0, earnedPoints: 0, earnedVouchers: 0 };
    expect(state([], grants)).toMatchObject({ ...none, ...expected });
  });
});

describe('the time in which a benefit can be used', () => {
  const lot = (activatesAt: number, expiresAt: number | null, buckets: Partial<Lot['buckets']>): Lot =>
    aLot({ activatesAt, expiresAt, buckets });

  it('runs from the first activation to the last end', () => {
    const lots = [
      lot(SOLD_AT + DAY, SOLD_AT + 90 * DAY, { pending: 5 }),
      lot(SOLD_AT, SOLD_AT + 60 * DAY, { spent: 5 }),
    ];
    expect(state(lots)).toMatchObject({ activatesAt: SOLD_AT, expiresAt: SOLD_AT + 90 * DAY });
  });

  it('has no end where any of it never ends', () => {
    const lots = [lot(SOLD_AT, null, { active: 5 }), lot(SOLD_AT, SOLD_AT + DAY, { active: 5 })];
    expect(state(lots)).toMatchObject({ activatesAt: SOLD_AT, expiresAt: null });
  });

  it('leaves out what was wholly taken back', () => {
    const kept = lot(SOLD_AT + DAY, SOLD_AT + 60 * DAY, { active: 2, reversed: 3 });
    const taken = lot(SOLD_AT, null, { reversed: 5 });
    expect(state([kept, taken])).toMatchObject({
      activatesAt: SOLD_AT + DAY,
      expiresAt: SOLD_AT + 60 * DAY,
    });
    expect(state([taken])).toMatchObject({ activatesAt: null, expiresAt: null });
  });
});

describe('what a wallet holds of a sale', () => {
  const own = aVoucherLot('AAAA', { buckets: { reserved: 1 } });
  const used = aVoucherLot('BBBB', { buckets: { spent: 1 } });
  const others = aVoucherLot('CCCC', { saleId: 'sal_2', buckets: { reserved: 1 } });
  const adjustment = aLot({ saleId: null, buckets: { active: 5 } });
  const wallet = {
    ...emptyWallet('cus_1'),
    lots: [own, used, others, adjustment],
    grants: [aGrant({ granted: 5 }), aGrant({ saleId: 'sal_2', granted: 5 })],
    redemptions: [
      aReservation('AAAA'),
      aReservation('BBBB', { state: 'confirmed' }),
      aReservation('CCCC'),
      aReservation('DDDD', { type: 'cashback', draws: [{ lotId: adjustment.id, amount: 5 }] }),
    ],
  };

  it('is its lots, its grants, and the open reservations of its vouchers', () => {
    expect(holdingsIn(wallet, 'sal_1')).toEqual({
      lots: [own, used],
      grants: [aGrant({ granted: 5 })],
      reservations: [aReservation('AAAA')],
    });
  });

  it('is nothing of a sale it has never heard of', () => {
    expect(holdingsIn(wallet, 'sal_9')).toEqual(NO_HOLDINGS);
  });
});
