import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  added,
  anAdjustment,
  aRedemption,
  aSale,
  byRule,
  DAY,
  holdings,
  HOUR,
  NOON,
  TERMS,
} from './builders';
import { CustomerLedger } from './customer-ledger';

const HELD_LONG = { terms: { ...TERMS, reservation: 'P1D' } };
let ledger: CustomerLedger;

/** Sale `a` gave 60, and they are spent: cancelled, it leaves a debt of 60. */
beforeEach(() => {
  ledger = new CustomerLedger();
  ledger.settle(aSale('a', 60), NOON);
  ledger.reserve(aRedemption('spent', 60, { confirm: true }), NOON);
});

const owe = (): void => ledger.settle(aSale('a', 0), NOON);
const debt = (): number => ledger.wallet().debt.cashback;

describe('debt (R29)', () => {
  it('opens without moving a lot, and carries the change of what is owed', () => {
    expect(added(ledger, owe)).toEqual(['DEBT_OPEN +60']);
    expect(ledger.entries.at(-1)).toMatchObject({
      moves: [],
      debt: 60,
      cause: { kind: 'sale', saleId: 'a' },
    });
  });

  it('is paid by an activation, into reversed, before anything can be used', () => {
    owe();
    ledger.settle(aSale('b', 100, { activatesAt: NOON + DAY }), NOON);
    expect(debt()).toBe(60);
    expect(added(ledger, () => ledger.look(NOON + DAY))).toEqual(['ACTIVATE b:100', 'DEBT_SETTLE b:60 -60']);
    expect(holdings(ledger)['b']).toEqual({ active: 40, reversed: 60 });
  });

  it.each([
    ['a release', (): unknown => ledger.release('held', NOON + HOUR), 'RELEASE b:40', 'redemption'],
    ['a time-out', (): unknown => ledger.look(NOON + 9 * DAY), 'RELEASE b:40', 'clock'],
  ])('is paid by %s', (_, comeBack, first, kind) => {
    ledger.settle(aSale('b', 40), NOON);
    ledger.reserve(aRedemption('held', 40, HELD_LONG), NOON);
    owe();
    expect(added(ledger, comeBack)).toEqual([first, 'DEBT_SETTLE b:40 -40']);
    expect(ledger.entries.at(-1)?.cause).toEqual({ kind, redemptionId: 'held' });
    expect(debt()).toBe(20);
  });

  it.each([
    ['a roll-back', (): unknown => ledger.rollback('spent', NOON + HOUR), 'redemption'],
    ['a refund', (): unknown => ledger.refund('spent', 'z', NOON + HOUR), 'sale'],
  ])('is paid by %s, even of its own sale', (_, comeBack, kind) => {
    owe();
    expect(added(ledger, comeBack)).toEqual(['ROLLBACK a:60', 'DEBT_SETTLE a:60 -60']);
    expect(ledger.entries.at(-1)?.cause).toMatchObject({ kind, redemptionId: 'spent' });
    expect([debt(), holdings(ledger)]).toEqual([0, { a: { reversed: 60 } }]);
  });

  it('is paid in parts by whatever comes, one after the other', () => {
    owe();
    ledger.adjust(anAdjustment('adj', 25), NOON);
    ledger.settle(aSale('b', 20), NOON);
    ledger.settle(aSale('c', 50), NOON);
    expect([debt(), holdings(ledger)]).toEqual([
      0,
      {
        a: { spent: 60 },
        'adjustment adj': { reversed: 25 },
        b: { reversed: 20 },
        c: { active: 35, reversed: 15 },
      },
    ]);
  });

  it('of cashback is not paid with points', () => {
    owe();
    ledger.settle(aSale('b', [byRule('p', 100, 'points')]), NOON);
    expect(debt()).toBe(60);
    expect(holdings(ledger)['b.p']).toEqual({ active: 100 });
  });

  it('leaves nothing to reserve', () => {
    owe();
    ledger.settle(aSale('b', 60), NOON);
    expect(() => ledger.reserve(aRedemption('red', 1), NOON)).toThrow('insufficient_balance');
  });

  it('grows by what another cancelled sale had paid of it', () => {
    owe();
    ledger.settle(aSale('b', 60), NOON);
    expect(added(ledger, () => ledger.settle(aSale('b', 0), NOON))).toEqual(['DEBT_OPEN +60']);
    expect(debt()).toBe(60);
  });

  it('does not keep a pending amount from being cancelled first', () => {
    owe();
    ledger.settle(aSale('b', 100, { activatesAt: NOON + DAY }), NOON);
    expect(added(ledger, () => ledger.settle(aSale('b', 0), NOON))).toEqual(['CANCEL_PENDING b:100']);
  });
});
