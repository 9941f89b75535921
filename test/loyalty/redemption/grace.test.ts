import { beforeEach, describe, expect, it } from '@jest/globals';
import { iso } from '../calendar/moment';
import { added, aRedemption, aSale, at, DAY, holdings, HOUR, NOON, TERMS } from '../ledger/builders';
import { CustomerLedger } from '../ledger/customer-ledger';

const END = at('2026-03-15T00:00');
let ledger: CustomerLedger;

beforeEach(() => {
  ledger = new CustomerLedger();
  ledger.settle(aSale('a', 100, { expiresAt: END }), NOON);
});

const endOf = (index = 0): string | null => iso(ledger.wallet().lots[index]!.expiresAt);

describe('what comes back after use', () => {
  it('is usable at least through the local date of the return + the grace (R34)', () => {
    ledger.reserve(aRedemption('red', 30, { confirm: true }), NOON);
    ledger.rollback('red', at('2026-03-14T23:59'));
    expect(endOf()).toBe(iso(at('2026-03-22T00:00')));
  });

  it('keeps its own date where that is later (R34)', () => {
    ledger.reserve(
      aRedemption('red', 30, { confirm: true, terms: { ...TERMS, graceAfterRollback: 'P1D' } }),
      NOON,
    );
    ledger.rollback('red', NOON);
    expect(endOf()).toBe(iso(END));
  });

  it('never gets a date where it had none', () => {
    ledger.settle(aSale('b', 500), NOON);
    ledger.reserve(aRedemption('red', 600, { confirm: true }), NOON);
    ledger.rollback('red', NOON);
    expect(endOf(1)).toBeNull();
  });

  it('can be used long after the lot had ended, and ends a second time if nobody uses it (R34)', () => {
    ledger.reserve(aRedemption('red', 30, { confirm: true }), NOON);
    ledger.look(NOON + 40 * DAY);
    expect(holdings(ledger)).toEqual({ a: { spent: 30, expired: 70 } });
    ledger.rollback('red', NOON + 40 * DAY);
    ledger.reserve(aRedemption('again', 10, { confirm: true }), NOON + 47 * DAY);
    expect(added(ledger, () => ledger.look(NOON + 60 * DAY))).toEqual(['EXPIRE a:20']);
    expect(iso(ledger.entries.at(-1)!.at)).toBe(iso(at('2026-04-27T00:00')));
  });

  it('by an exact grace is usable for that time and no longer (R2)', () => {
    ledger.reserve(
      aRedemption('red', 30, { confirm: true, terms: { ...TERMS, graceAfterRollback: 'PT30H' } }),
      NOON,
    );
    ledger.rollback('red', END);
    expect(endOf()).toBe(iso(END + 30 * HOUR));
  });

  it('without any grace is over at once, and the ledger still adds up (R1)', () => {
    ledger.reserve(
      aRedemption('red', 30, { confirm: true, terms: { ...TERMS, graceAfterRollback: 'PT0S' } }),
      NOON,
    );
    ledger.rollback('red', END + DAY);
    expect(() => ledger.reserve(aRedemption('again', 1), END + DAY)).toThrow('insufficient_balance');
    ledger.look(END + DAY);
    expect(holdings(ledger)).toEqual({ a: { expired: 100 } });
  });
});

describe('what is let go unused', () => {
  const holding = (reservation: string): void => {
    ledger.reserve(aRedemption('red', 30, { terms: { ...TERMS, reservation } }), NOON);
  };

  it('keeps its own date while that has not passed (R34)', () => {
    holding('P30D');
    ledger.release('red', END - 1);
    expect(endOf()).toBe(iso(END));
  });

  it('gets the grace from the very end of its date on (R34)', () => {
    holding('P30D');
    ledger.release('red', END);
    expect(endOf()).toBe(iso(at('2026-03-23T00:00')));
  });

  it('by time gets the grace counted from when it was due, however late that is seen (R34, R42)', () => {
    holding('P9D');
    expect(added(ledger, () => ledger.look(NOON + 300 * DAY))).toEqual([
      'EXPIRE a:70',
      'RELEASE a:30',
      'EXPIRE a:30',
    ]);
    expect(endOf()).toBe(iso(at('2026-03-28T00:00')));
  });

  it('gives the grace to each lot by its own date (R34)', () => {
    ledger.settle(aSale('b', 50, { expiresAt: END + 90 * DAY }), NOON);
    ledger.reserve(aRedemption('red', 130, { terms: { ...TERMS, reservation: 'P30D' } }), NOON);
    ledger.release('red', END + DAY);
    expect([endOf(0), endOf(1)]).toEqual([iso(at('2026-03-24T00:00')), iso(END + 90 * DAY)]);
  });

  it('twice gets the grace of the second time', () => {
    holding('P30D');
    ledger.reserve(aRedemption('other', 20, { terms: { ...TERMS, reservation: 'P30D' } }), NOON);
    ledger.release('red', END);
    ledger.release('other', END + 20 * DAY);
    expect(holdings(ledger)).toEqual({ a: { active: 20, expired: 80 } });
    expect(endOf()).toBe(iso(at('2026-04-12T00:00')));
  });
});
