import { beforeEach, describe, expect, it } from '@jest/globals';
import { vouchersAt, walletView, voucherRefusal } from '../../../src/loyalty';
import type { VoucherUse } from '../../../src/loyalty';
import { at, DAY, HOUR, line, NOON, outcome, refusal } from '../ledger/builders';
import {
  begin,
  CODE,
  earn,
  END,
  expectProof,
  redeem,
  release,
  reserve,
  rollback,
  stateAt,
  told,
  use,
} from './voucher-stories';

beforeEach(() => begin());

describe('a voucher by the clock', () => {
  it('is pending, then active, then expired, whatever has been written down (R1, R38)', () => {
    earn(1, {}, NOON + DAY);
    expect(stateAt(NOON + DAY - 1)).toBe('pending 1/1');
    expect(stateAt(NOON + DAY)).toBe('active 1/1');
    expect(stateAt(END - 1)).toBe('active 1/1');
    expect(stateAt(END)).toBe('expired 0/1');
    expect(told().entries.map(line)).toEqual(['EARN_PENDING s.v:1']);
  });

  it('is shown in the wallet with its last date of use', () => {
    earn(3);
    redeem('r1', NOON + HOUR);
    expect(walletView(told().wallet(), NOON + HOUR).vouchers).toEqual([
      { code: CODE, template: 'volta', state: 'active', usesLeft: 2, expiresOn: '2026-05-09' },
    ]);
    expect(walletView(told().wallet(), NOON).cashback.activeCents).toBe(0);
  });
});

describe('reserving a voucher', () => {
  it('keeps one use for the time of the reservation, and lets it go by itself', () => {
    earn();
    expect(reserve('r1', NOON)).toMatchObject({
      type: 'voucher',
      amount: 1,
      state: 'reserved',
      discountCents: 2_000,
      reservedUntil: NOON + 15 * 60_000,
    });
    expect(stateAt(NOON)).toBe('reserved 1/1');
    expect(stateAt(NOON + 15 * 60_000)).toBe('active 1/1');
    told().look(NOON + HOUR);
    expect(told().entries.map(line)).toEqual(expect.arrayContaining(['RESERVE s.v:1', 'RELEASE s.v:1']));
    expectProof();
  });

  it('is done once at a time, also of a voucher with more uses (R36)', () => {
    earn(3);
    reserve('r1', NOON, { saleRef: 'a' });
    expect(outcome(() => reserve('r2', NOON, { saleRef: 'a' }))).toBe('voucher_reserved');
    expect(outcome(() => redeem('r3', NOON, { saleRef: 'b' }))).toBe('voucher_reserved');
    expect(redeem('r4', NOON, { saleRef: 'a' })).toMatchObject({ id: 'r1', state: 'confirmed' });
    expect(outcome(() => reserve('r5', NOON, { saleRef: 'b' }))).toBe('done');
  });

  it.each<[string, () => void, number, Partial<VoucherUse>, object]>([
    [
      'reserved before redeemed',
      () => {
        earn(2);
        redeem('x', NOON);
        reserve('y', NOON);
      },
      NOON,
      { saleTotalCents: 1 },
      { code: 'voucher_reserved' },
    ],
    [
      'redeemed before below_min_sale',
      () => {
        earn();
        redeem('x', NOON);
      },
      NOON,
      { saleTotalCents: 1 },
      { code: 'voucher_already_redeemed' },
    ],
    [
      'redeemed before expired',
      () => {
        earn();
        redeem('x', NOON);
      },
      END,
      {},
      { code: 'voucher_already_redeemed' },
    ],
    [
      'cancelled before expired',
      () => {
        earn();
        earn(0);
      },
      END,
      {},
      { code: 'voucher_cancelled' },
    ],
    [
      'not active yet before below_min_sale',
      () => earn(1, {}, NOON + DAY),
      NOON,
      { saleTotalCents: 1 },
      { code: 'voucher_not_active_yet', facts: { activatesOn: '2026-03-11' } },
    ],
    [
      'expired before below_min_sale',
      () => earn(),
      END,
      { saleTotalCents: 1 },
      { code: 'voucher_expired', facts: { expiredOn: '2026-05-09' } },
    ],
    [
      'below_min_sale by a cent',
      () => earn(),
      NOON,
      { saleTotalCents: 4_999 },
      { code: 'below_min_sale', facts: { minSaleCents: 5_000, saleTotalCents: 4_999 } },
    ],
    [
      'wrong_store',
      () => earn(1, { stores: ['centro', 'norte'] }),
      NOON,
      { storeId: 'sul' },
      { code: 'wrong_store', facts: { stores: 'centro, norte' } },
    ],
    [
      'wrong_store where none is named',
      () => earn(1, { stores: ['centro'] }),
      NOON,
      {},
      { code: 'wrong_store' },
    ],
    ['a total that is none', () => earn(), NOON, { saleTotalCents: 0.5 }, { code: 'invalid_request' }],
  ])('is refused: %s (R36)', (_title, before, now, change, expected) => {
    before();
    const entries = told().entries.length;
    expect(refusal(() => reserve('z', now, change))).toMatchObject(expected);
    expect(told().entries).toHaveLength(entries);
    const { saleTotalCents, storeId } = use('z', change);
    expect(voucherRefusal(told().wallet(), { code: CODE, saleTotalCents, storeId }, now)).toMatchObject(
      expected,
    );
    expectProof();
  });

  it('is possible to the last instant, in the store and from the total it asks for', () => {
    earn(1, { stores: ['centro'] });
    const change = { saleTotalCents: 5_000, storeId: 'centro' };
    expect(voucherRefusal(told().wallet(), { code: CODE, ...change }, END - 1)).toBeNull();
    expect(outcome(() => reserve('r1', END - 1, change))).toBe('done');
  });
});

describe('using a voucher', () => {
  it('reserves and spends at once, in the ledger as two entries', () => {
    earn();
    expect(redeem('r1', NOON)).toMatchObject({ state: 'confirmed', confirmedAt: NOON });
    expect(told().entries.map(({ key }) => key)).toEqual([
      'earn/s/v/cus_1/1',
      'activate/s/v/cus_1/1',
      'reserve/r1',
      'spend/r1',
    ]);
    expect(stateAt(NOON)).toBe('redeemed 0/1');
    expectProof();
  });

  it('takes the discount off the sale as it is now, also where it was reserved for another total (R37)', () => {
    earn();
    reserve('r1', NOON, { saleRef: 'a', saleTotalCents: 10_000 });
    expect(outcome(() => redeem('r2', NOON, { saleRef: 'a', saleTotalCents: 4_999 }))).toBe('below_min_sale');
    expect(redeem('r2', NOON, { saleRef: 'a', saleTotalCents: 6_000 })).toMatchObject({
      id: 'r1',
      saleTotalCents: 6_000,
      discountCents: 2_000,
    });
  });

  it('of its own reservation is possible past its date, while the reservation lasts (R36)', () => {
    earn();
    reserve('r1', END - 1, { saleRef: 'a' });
    expect(stateAt(END + 1)).toBe('reserved 1/1');
    expect(redeem('r2', END + 1, { saleRef: 'a' }).state).toBe('confirmed');
  });

  it('as often as it allows, and not once more', () => {
    earn(3);
    for (const id of ['r1', 'r2', 'r3']) redeem(id, NOON);
    expect(outcome(() => redeem('r4', NOON))).toBe('voucher_already_redeemed');
    expect(stateAt(NOON)).toBe('redeemed 0/3');
    expectProof();
  });

  it('expires what is left of its uses', () => {
    earn(3);
    redeem('r1', NOON);
    expect(stateAt(END)).toBe('expired 0/3');
    expect(outcome(() => redeem('r2', END))).toBe('voucher_expired');
  });
});

describe('letting a voucher go', () => {
  it('gives its use back, and says the same when asked twice (R33)', () => {
    earn();
    reserve('r1', NOON);
    expect(release(NOON)).toMatchObject({ id: 'r1', state: 'released' });
    expect(release(NOON)).toMatchObject({ id: 'r1', state: 'released' });
    expect(stateAt(NOON)).toBe('active 1/1');
    expectProof();
  });

  it('is of the very reservation that is named by its id, and of none that was made since', () => {
    earn();
    const { reservedUntil } = reserve('r1', NOON);
    reserve('r2', reservedUntil);
    expect(refusal(() => release(reservedUntil, 'r1'))).toMatchObject({
      code: 'invalid_request',
      facts: { state: 'expired' },
    });
    expect(stateAt(reservedUntil)).toBe('reserved 1/1');
    expect(release(reservedUntil, 'r2')).toMatchObject({ id: 'r2', state: 'released' });
    expect(release(reservedUntil, '10231')).toMatchObject({ id: 'r2', state: 'released' });
    expectProof();
  });

  it('past its date gives the grace (R34)', () => {
    earn();
    reserve('r1', END - 1);
    release(END + 1);
    expect(vouchersAt(told().wallet(), END + 1)).toMatchObject([
      { state: 'active', expiresOn: '2026-05-17' },
    ]);
  });

  it('is refused with the state where there is nothing to let go (R33)', () => {
    earn();
    expect(refusal(() => release(NOON))).toMatchObject({
      code: 'invalid_request',
      facts: { voucherState: 'active' },
    });
    redeem('r1', NOON);
    expect(refusal(() => release(NOON))).toMatchObject({
      code: 'invalid_request',
      facts: { state: 'confirmed' },
    });
  });
});

describe('undoing a use', () => {
  it('gives it back once, usable at least through the grace (R33, R34)', () => {
    earn();
    redeem('r1', NOON);
    expect(rollback(END + HOUR)).toMatchObject({ id: 'r1', state: 'rolled_back' });
    expect(vouchersAt(told().wallet(), END + HOUR)).toMatchObject([
      { state: 'active', expiresOn: '2026-05-17' },
    ]);
    expect(outcome(() => rollback(END + HOUR))).toBe('already_rolled_back');
    expectProof();
  });

  it('is of the latest use, or of the latest for one sale', () => {
    earn(3);
    redeem('r1', NOON, { saleRef: 'a' });
    redeem('r2', NOON + 1, { saleRef: 'b' });
    redeem('r3', NOON + 2, { saleRef: 'b' });
    expect(rollback(NOON + 3, 'a').id).toBe('r1');
    expect(rollback(NOON + 4, 'b').id).toBe('r3');
    expect(rollback(NOON + 5).id).toBe('r2');
    expect(outcome(() => rollback(NOON + 6))).toBe('already_rolled_back');
    expect(outcome(() => rollback(NOON + 6, 'c'))).toBe('invalid_request');
    expect(stateAt(NOON + 6)).toBe('active 3/3');
    expectProof();
  });

  it('is of the very use that is named by its id, or of none', () => {
    earn(2);
    redeem('r1', NOON, { saleRef: 'a' });
    redeem('r2', NOON + 1, { saleRef: 'a' });
    expect(rollback(NOON + 2, 'r1').id).toBe('r1');
    expect(outcome(() => rollback(NOON + 3, 'r1'))).toBe('already_rolled_back');
    expect(outcome(() => rollback(NOON + 3, 'r3'))).toBe('invalid_request');
    expect(stateAt(NOON + 3)).toBe('active 1/2');
    expectProof();
  });

  it('ends with the window', () => {
    earn();
    redeem('r1', NOON);
    expect(outcome(() => rollback(at('2026-06-09T00:00')))).toBe('rollback_window_closed');
    expect(outcome(() => rollback(at('2026-06-08T23:59')))).toBe('done');
  });
});
