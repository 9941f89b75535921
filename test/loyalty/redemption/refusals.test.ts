import { beforeEach, describe, expect, it } from '@jest/globals';
import { largestShareCents } from '../../../src/loyalty/redemption';
import type { ReserveCommand } from '../../../src/loyalty/redemption';
import { added, aRedemption, aSale, byRule, HOUR, NOON, outcome, refusal, TERMS } from '../ledger/builders';
import { CustomerLedger } from '../ledger/customer-ledger';

const LIMITS = { minSaleCents: 0, minBalanceCents: 0, maxShareBps: 10_000 };
const TRIPLE = { ...TERMS, pointValueCents: 3 };
let ledger: CustomerLedger;

beforeEach(() => {
  ledger = new CustomerLedger();
  ledger.settle(aSale('a', [byRule('r', 1_000), byRule('p', 400, 'points')]), NOON);
});

function refused(amount: number, parts: Partial<ReserveCommand>): unknown {
  const found = refusal(() => ledger.reserve(aRedemption('red', amount, parts), NOON));
  return found && [found.code, found.facts];
}

describe('refusing to reserve', () => {
  it('answers one reason at a time, in the order of the rules (R30)', () => {
    const impossible = { amount: 0, saleTotalCents: 50 };
    const limits = { minSaleCents: 100, minBalanceCents: 5_000, maxShareBps: 1_000 };
    const codes = [
      impossible,
      { amount: 90, saleTotalCents: 50 },
      { amount: 90, saleTotalCents: 100 },
      { amount: 10 },
    ].map((parts) => outcome(() => ledger.reserve(aRedemption('red', 90, { limits, ...parts }), NOON)));
    expect(codes).toEqual(['invalid_request', 'below_min_sale', 'above_max_share', 'insufficient_balance']);
  });

  it('changes nothing', () => {
    expect(added(ledger, () => refused(1_001, {}))).toEqual([]);
    expect(ledger.wallet().redemptions).toEqual([]);
  });

  it.each([0, -5, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])(
    'takes %p for no amount at all',
    (amount) => {
      expect(refused(amount, {})).toMatchObject(['invalid_request', {}]);
    },
  );

  it('takes neither a negative sale nor a negative freight', () => {
    expect(refused(1, { saleTotalCents: -1 })).toMatchObject(['invalid_request', {}]);
    expect(refused(1, { freightCents: -1 })).toMatchObject(['invalid_request', {}]);
  });

  it('looks at the whole sale, freight in, for the smallest one (R30)', () => {
    const limits = { ...LIMITS, minSaleCents: 500 };
    expect(refused(1, { limits, saleTotalCents: 499 })).toEqual([
      'below_min_sale',
      { minSaleCents: 500, saleTotalCents: 499 },
    ]);
    expect(refused(1, { limits, saleTotalCents: 500, freightCents: 499 })).toBeNull();
  });

  it('looks at the balance before for the smallest balance, and asks for the larger of the two (R30)', () => {
    const limits = { ...LIMITS, minBalanceCents: 1_001 };
    expect(refused(1, { limits })).toEqual([
      'insufficient_balance',
      { requiredCents: 1_001, availableCents: 1_000 },
    ]);
    expect(refused(2_000, { limits })).toMatchObject(['insufficient_balance', { requiredCents: 2_000 }]);
    expect(refused(1_000, { limits: { ...LIMITS, minBalanceCents: 1_000 } })).toBeNull();
  });

  it('counts a balance of points at their value, rounded up to whole points (R30, R32)', () => {
    const points = { type: 'points' as const, terms: TRIPLE };
    expect(refused(1, { ...points, limits: { ...LIMITS, minBalanceCents: 1_201 } })).toEqual([
      'insufficient_balance',
      { requiredPoints: 401, availablePoints: 400 },
    ]);
    expect(refused(1, { ...points, limits: { ...LIMITS, minBalanceCents: 1_200 } })).toBeNull();
  });

  it('counts as available neither what is pending nor what is reserved', () => {
    ledger.settle(aSale('soon', 500, { activatesAt: NOON + HOUR }), NOON);
    ledger.reserve(aRedemption('held', 300), NOON);
    expect(refused(701, {})).toEqual(['insufficient_balance', { requiredCents: 701, availableCents: 700 }]);
  });
});

describe('the largest share of a sale (R31)', () => {
  it.each([
    [10_000, 0, 3_000, 3_000],
    [10_000, 2_000, 3_000, 2_400],
    [99, 0, 3_333, 32],
    [10_001, 0, 9_999, 9_999],
    [500, 900, 10_000, 0],
    [9_007_199_254_740_991, 0, 9_999, 9_006_298_534_815_516],
  ])('of %i with %i of freight at %i bps is %i cents', (total, freight, bps, cents) => {
    expect(largestShareCents(total, freight, bps)).toBe(cents);
  });

  it('is refused with what is left of it', () => {
    const sale = { saleTotalCents: 1_000, freightCents: 100, limits: { ...LIMITS, maxShareBps: 5_000 } };
    expect(refused(451, sale)).toEqual(['above_max_share', { maxCents: 450, requestedCents: 451 }]);
    expect(refused(450, sale)).toBeNull();
  });

  it('holds for points at their value', () => {
    const sale = { saleTotalCents: 100, type: 'points' as const, terms: TRIPLE };
    expect(refused(34, sale)).toEqual(['above_max_share', { maxCents: 100, requestedCents: 102 }]);
    expect(refused(33, sale)).toBeNull();
  });

  it('is shared by cashback and points that name the same sale, reserved or confirmed', () => {
    const sale = { saleTotalCents: 1_000, saleRef: '77' };
    ledger.reserve(aRedemption('cash', 500, { ...sale, confirm: true }), NOON);
    ledger.reserve(aRedemption('points', 100, { ...sale, type: 'points', terms: TRIPLE }), NOON);
    expect(refused(201, sale)).toEqual(['above_max_share', { maxCents: 200, requestedCents: 201 }]);
    expect(refused(200, sale)).toBeNull();
  });

  it('is not touched by redemptions that name another sale or none, or that came to nothing', () => {
    const sale = { saleTotalCents: 300, saleRef: '77' };
    ledger.reserve(aRedemption('other', 100, { saleRef: '78' }), NOON);
    ledger.reserve(aRedemption('none', 100), NOON);
    ledger.reserve(aRedemption('left', 300, sale), NOON);
    ledger.release('left', NOON);
    ledger.reserve(aRedemption('undone', 300, { ...sale, confirm: true }), NOON);
    ledger.rollback('undone', NOON);
    ledger.reserve(aRedemption('forgotten', 300, sale), NOON);
    const later = NOON + HOUR;
    expect(outcome(() => ledger.reserve(aRedemption('red', 300, sale), later))).toBe('done');
    expect(outcome(() => ledger.reserve(aRedemption('more', 1, sale), later))).toBe('above_max_share');
  });

  it('is all there is for each of several that name no sale', () => {
    ledger.reserve(aRedemption('first', 300, { saleTotalCents: 300 }), NOON);
    expect(refused(300, { saleTotalCents: 300 })).toBeNull();
  });

  it('leaves nothing, never less, where the sale has shrunk since', () => {
    ledger.reserve(aRedemption('red', 500, { saleTotalCents: 1_000, saleRef: '77' }), NOON);
    expect(refused(1, { saleTotalCents: 400, saleRef: '77' })).toEqual([
      'above_max_share',
      { maxCents: 0, requestedCents: 1 },
    ]);
  });
});
