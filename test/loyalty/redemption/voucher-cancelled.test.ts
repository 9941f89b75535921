import { beforeEach, describe, expect, it } from '@jest/globals';
import { HOUR, NOON, outcome } from '../ledger/builders';
import { begin, earn, expectProof, redeem, release, reserve, stateAt, told } from './voucher-stories';

beforeEach(() => begin());

describe('a voucher whose sale is cancelled (R27)', () => {
  it('loses what was not used, keeps what was, and makes no debt', () => {
    earn(3);
    redeem('r1', NOON);
    earn(0, {}, NOON, NOON + HOUR);
    expect(stateAt(NOON + HOUR)).toBe('cancelled 0/3');
    expect(outcome(() => redeem('r2', NOON + HOUR))).toBe('voucher_cancelled');
    expect(told().wallet().debt).toEqual({ cashback: 0, points: 0 });
    expectProof();
  });

  it('can still be used where it was reserved, and is cancelled where the reservation is let go', () => {
    earn();
    reserve('r1', NOON, { saleRef: 'a' });
    earn(0, {}, NOON, NOON + 1);
    const other = told().copy();
    expect(redeem('r2', NOON + 2, { saleRef: 'a' }).state).toBe('confirmed');
    expectProof();
    begin(other);
    release(NOON + 2);
    expect(stateAt(NOON + 2)).toBe('cancelled 0/1');
    expectProof();
  });

  it('lives again under the same code when the sale is completed again', () => {
    earn();
    earn(0, {}, NOON, NOON + 1);
    earn(1, {}, NOON, NOON + 2);
    expect(stateAt(NOON + 2)).toBe('active 1/1');
    expect(redeem('r1', NOON + 3).state).toBe('confirmed');
    expectProof();
  });
});
