import { describe, expect, it } from '@jest/globals';
import { added, aRedemption, aSale, at, byRule, DAY, holdings, HOUR, line, NOON, TERMS } from './builders';
import { CustomerLedger } from './customer-ledger';

const MIDNIGHT = at('2026-03-11T00:00');

/** The types that concern `sale`'s lots, each with its instant in hours after noon. */
function timeline(ledger: CustomerLedger): string[] {
  return ledger.entries.map((entry) => `${(entry.at - NOON) / HOUR}h ${line(entry)}`);
}

describe('what time decides', () => {
  it('happens at the instant it was due, however late it is looked at (R42)', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100, { activatesAt: NOON + HOUR, expiresAt: NOON + 10 * HOUR }), NOON);
    ledger.settle(aSale('b', 50, { activatesAt: NOON, expiresAt: NOON + 20 * HOUR }), NOON);
    ledger.reserve(aRedemption('red', 30), NOON);
    ledger.look(NOON + 400 * DAY);
    expect(timeline(ledger)).toEqual([
      '0h EARN_PENDING a:100',
      '0h EARN_PENDING b:50',
      '0h ACTIVATE b:50',
      '0h RESERVE b:30',
      '0.25h RELEASE b:30',
      '1h ACTIVATE a:100',
      '10h EXPIRE a:100',
      '20h EXPIRE b:50',
    ]);
  });

  it.each([
    ['begins', 'ends'],
    ['ends', 'begins'],
  ])(
    'at one instant activates, then expires, then lets go, though %s was made before %s (R1)',
    (...order) => {
      const ledger = new CustomerLedger();
      const ends = { begins: { activatesAt: NOON + HOUR }, ends: { expiresAt: NOON + HOUR } } as const;
      ledger.settle(aSale('held', 20, { expiresAt: NOON + HOUR / 2 }), NOON);
      for (const sale of order as (keyof typeof ends)[]) ledger.settle(aSale(sale, 50, ends[sale]), NOON);
      ledger.reserve(aRedemption('red', 20, { terms: { ...TERMS, reservation: 'PT1H' } }), NOON);
      expect(added(ledger, () => ledger.look(NOON + HOUR))).toEqual([
        'ACTIVATE begins:50',
        'EXPIRE ends:50',
        'RELEASE held:20',
      ]);
    },
  );

  it('at one instant lets an activation pay the debt before anything can expire (R1, R29)', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 30), NOON);
    ledger.reserve(aRedemption('red', 30, { confirm: true }), NOON);
    ledger.settle(aSale('a', 0), NOON);
    ledger.settle(aSale('b', 50, { activatesAt: NOON + HOUR, expiresAt: NOON + 2 * HOUR }), NOON);
    expect(added(ledger, () => ledger.look(NOON + 2 * HOUR))).toEqual([
      'ACTIVATE b:50',
      'DEBT_SETTLE b:30 -30',
      'EXPIRE b:20',
    ]);
  });

  it('orders what is due together by the order of use, whatever order it was loaded in', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('never', 1, { activatesAt: NOON + HOUR }), NOON);
    ledger.settle(aSale('later', 1, { activatesAt: NOON + HOUR, expiresAt: NOON + 9 * DAY }), NOON);
    ledger.settle(aSale('sooner', 1, { activatesAt: NOON + HOUR, expiresAt: NOON + 8 * DAY }), NOON);
    expect(added(ledger, () => ledger.look(NOON + HOUR))).toEqual([
      'ACTIVATE sooner:1',
      'ACTIVATE later:1',
      'ACTIVATE never:1',
    ]);
  });

  it('lets a pending lot past its date be spent, though no timer ever ran (R1)', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100, { activatesAt: NOON + DAY }), NOON);
    expect(() => ledger.reserve(aRedemption('early', 1), NOON + DAY - 1)).toThrow('insufficient_balance');
    expect(ledger.reserve(aRedemption('red', 100), NOON + DAY).state).toBe('reserved');
  });

  it('lets nothing past its end be spent, though no timer ever ran; every end is exclusive (R1)', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100, { expiresAt: MIDNIGHT }), NOON);
    ledger.reserve(aRedemption('last', 40, { confirm: true }), MIDNIGHT - 1);
    expect(() => ledger.reserve(aRedemption('late', 1), MIDNIGHT)).toThrow('insufficient_balance');
    ledger.look(MIDNIGHT);
    expect(holdings(ledger)).toEqual({ a: { spent: 40, expired: 60 } });
  });

  it('does nothing before its instant', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100, { activatesAt: NOON + HOUR }), NOON);
    expect(added(ledger, () => ledger.look(NOON + HOUR - 1))).toEqual([]);
  });

  it('expires only what is active of a lot that is partly used', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100, { expiresAt: NOON + DAY }), NOON);
    ledger.reserve(aRedemption('spent', 30, { confirm: true }), NOON);
    ledger.reserve(aRedemption('held', 20, { terms: { ...TERMS, reservation: 'P3D' } }), NOON);
    ledger.look(NOON + DAY);
    expect(holdings(ledger)).toEqual({ a: { spent: 30, reserved: 20, expired: 50 } });
  });

  it('can expire the same lot twice at one instant, under two natural keys (R41)', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100, { expiresAt: MIDNIGHT }), NOON);
    const noGrace = { ...TERMS, reservation: 'P0D', graceAfterRollback: 'PT0S' };
    ledger.reserve(aRedemption('one', 10, { terms: noGrace }), NOON);
    ledger.reserve(aRedemption('two', 20, { terms: noGrace }), NOON);
    expect(added(ledger, () => ledger.look(MIDNIGHT))).toEqual([
      'EXPIRE a:70',
      'RELEASE a:10',
      'EXPIRE a:10',
      'RELEASE a:20',
      'EXPIRE a:20',
    ]);
  });

  it.each([
    ['at every hour', Array.from({ length: 200 }, (_, hour) => NOON + hour * HOUR)],
    [
      'only just before and just after each thing',
      [1, 6, 48, 60].flatMap((h) => [NOON + h * HOUR - 1, NOON + h * HOUR]),
    ],
  ])('is the same when the clock is looked at %s in between (R45)', (_, looks) => {
    const story = (watched: readonly number[]): unknown => {
      const ledger = new CustomerLedger();
      const pass = (from: number, to: number): void =>
        watched.filter((look) => look > from && look <= to).forEach((look) => ledger.look(look));
      ledger.settle(
        aSale('a', [byRule('r', 60), byRule('p', 40, 'points')], {
          activatesAt: NOON + HOUR,
          expiresAt: NOON + 48 * HOUR,
        }),
        NOON,
      );
      pass(NOON, NOON + 6 * HOUR);
      ledger.reserve(aRedemption('red', 25, { terms: { ...TERMS, reservation: 'PT54H' } }), NOON + 6 * HOUR);
      pass(NOON + 6 * HOUR, NOON + 50 * HOUR);
      ledger.settle(aSale('a', 0), NOON + 50 * HOUR);
      pass(NOON + 50 * HOUR, NOON + 199 * HOUR);
      ledger.look(NOON + 400 * DAY);
      return [ledger.entries, ledger.wallet()];
    };
    expect(story(looks)).toEqual(story([]));
  });
});
