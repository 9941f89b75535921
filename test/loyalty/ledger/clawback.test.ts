import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ClawbackPolicy, Grant } from '../../../src/loyalty/ledger';
import { added, aRedemption, aSale, byRule, DAY, holdings, HOUR, NOON, TERMS } from './builders';
import type { Deserves } from './builders';
import { CustomerLedger } from './customer-ledger';

const POLICIES: ClawbackPolicy[] = ['pending_only', 'to_zero', 'allow_debt'];
const LATER = NOON + 20 * DAY;
const HELD_LONG = { terms: { ...TERMS, reservation: 'P300D' } };

let ledger: CustomerLedger;
beforeEach(() => {
  ledger = new CustomerLedger();
});

const settle = (policy: ClawbackPolicy, deserves: Deserves, now: number): void =>
  ledger.settle(aSale('a', deserves, { policy, expiresAt: NOON + 10 * DAY }), now);
const spend = (id: string, amount: number, now: number): void =>
  void ledger.reserve(aRedemption(id, amount, { confirm: true }), now);
const theGrant = (ruleId = 'r'): Grant =>
  ledger.wallet().grants.find((grant) => grant.saleId === 'a' && grant.ruleId === ruleId)!;
const deductions = ({ taken, lapsed, letOff }: Grant): object => ({ taken, lapsed, letOff });

describe('taking back', () => {
  it.each(POLICIES)('takes what is pending first: %s (R23)', (policy) => {
    ledger.settle(aSale('a', 50, { policy }), NOON);
    ledger.settle(aSale('a', 80, { policy, activatesAt: NOON + DAY }), NOON);
    expect(
      added(ledger, () => ledger.settle(aSale('a', 10, { policy, activatesAt: NOON + DAY }), NOON)),
    ).toEqual(['CANCEL_PENDING a#2:30', 'CLAWBACK a:40']);
  });

  /** The sale gave 100: 20 are spent, 15 reserved, 25 lapsed, and 40 came back by a roll-back and are active. */
  const spreadOut = (policy: ClawbackPolicy): void => {
    settle(policy, 100, NOON);
    spend('spent', 20, NOON);
    spend('undone', 40, NOON);
    ledger.reserve(aRedemption('held', 15, HELD_LONG), NOON);
    ledger.rollback('undone', NOON + 10 * DAY);
  };

  it.each([
    ['pending_only', ['CLAWBACK a:40'], { taken: 40, lapsed: 25, letOff: 35 }],
    ['to_zero', ['CLAWBACK a:40 b:30 c:5'], { taken: 75, lapsed: 25, letOff: 0 }],
    ['allow_debt', ['CLAWBACK a:40 b:30 c:5'], { taken: 75, lapsed: 25, letOff: 0 }],
  ] as const)('goes own active → lapsed → others, soonest end first: %s (R23)', (policy, lines, expected) => {
    spreadOut(policy);
    ledger.settle(aSale('c', 12), NOON);
    ledger.settle(aSale('b', 30, { expiresAt: LATER }), NOON);
    expect(added(ledger, () => settle(policy, 0, NOON + 11 * DAY))).toEqual(lines);
    expect(deductions(theGrant())).toEqual(expected);
  });

  it.each([
    ['pending_only', ['CLAWBACK a:40'], { taken: 40, lapsed: 25, letOff: 35 }],
    ['to_zero', ['CLAWBACK a:40'], { taken: 40, lapsed: 25, letOff: 35 }],
    ['allow_debt', ['CLAWBACK a:40', 'DEBT_OPEN +35'], { taken: 75, lapsed: 25, letOff: 0 }],
  ] as const)(
    'ends in debt or in letting off where others have nothing: %s (R23)',
    (policy, lines, expected) => {
      spreadOut(policy);
      ledger.settle(aSale('b', 500, { activatesAt: LATER }), NOON);
      expect(added(ledger, () => settle(policy, 0, NOON + 11 * DAY))).toEqual(lines);
      expect(deductions(theGrant())).toEqual(expected);
      expect(holdings(ledger)).toEqual({
        a: { spent: 20, reserved: 15, expired: 25, reversed: 40 },
        b: { pending: 500 },
      });
    },
  );

  it.each(POLICIES)('takes only what the sale no longer deserves, this rule first: %s (R23)', (policy) => {
    ledger.settle(aSale('a', [byRule('x', 30), byRule('y', 50)], { policy }), NOON);
    expect(
      added(ledger, () => ledger.settle(aSale('a', [byRule('x', 10), byRule('y', 45)], { policy }), NOON)),
    ).toEqual(['CLAWBACK a.x:20', 'CLAWBACK a.y:5']);
  });

  it.each(POLICIES)(
    'reaches the lots of the sale’s other rules of the same type as its own: %s (R23)',
    (policy) => {
      const rules = (x: number): Deserves => [byRule('p', 9, 'points'), byRule('x', x), byRule('y', 50)];
      ledger.settle(aSale('a', rules(30), { policy }), NOON);
      spend('red', 30, NOON);
      expect(added(ledger, () => ledger.settle(aSale('a', rules(0), { policy }), NOON))).toEqual([
        'CLAWBACK a.y:30',
      ]);
    },
  );

  it.each(POLICIES)('never touches what is reserved, which can still be used: %s (R23)', (policy) => {
    settle(policy, 100, NOON);
    ledger.reserve(aRedemption('red', 100, HELD_LONG), NOON);
    settle(policy, 0, NOON);
    expect(holdings(ledger)).toEqual({ a: { reserved: 100 } });
    expect(ledger.confirm('red', NOON + DAY).state).toBe('confirmed');
  });

  it.each(POLICIES)('asks nobody for what expired unused: %s (R23)', (policy) => {
    settle(policy, 100, NOON);
    ledger.settle(aSale('b', 500), NOON);
    ledger.look(LATER);
    expect(added(ledger, () => settle(policy, 0, LATER))).toEqual([]);
    expect(deductions(theGrant())).toEqual({ taken: 0, lapsed: 100, letOff: 0 });
  });

  it('counts what expired once, for whichever rule asks first (R23)', () => {
    const rules = (x: number, y: number): Deserves => [byRule('x', x), byRule('y', y)];
    settle('allow_debt', rules(30, 50), NOON);
    spend('red', 30, NOON);
    expect(added(ledger, () => settle('allow_debt', rules(0, 50), LATER))).toEqual(['EXPIRE a.y:50']);
    expect(added(ledger, () => settle('allow_debt', rules(0, 0), LATER))).toEqual(['DEBT_OPEN +30']);
    expect([theGrant('x').lapsed, theGrant('y').lapsed]).toEqual([30, 20]);
  });

  it('takes a partial return in steps that never drift', () => {
    settle('allow_debt', 100, NOON);
    for (const left of [67, 33, 1, 0]) settle('allow_debt', left, NOON + HOUR);
    expect(holdings(ledger)).toEqual({ a: { reversed: 100 } });
    expect(new Set(ledger.entries.map(({ key }) => key)).size).toBe(ledger.entries.length);
  });

  it('keeps benefit types apart', () => {
    ledger.settle(aSale('a', [byRule('r', 30), byRule('p', 30, 'points')]), NOON);
    spend('red', 30, NOON);
    ledger.settle(aSale('a', [byRule('p', 30, 'points')]), NOON);
    expect(ledger.wallet().debt).toEqual({ cashback: 30, points: 0 });
    expect(holdings(ledger)['a.p']).toEqual({ active: 30 });
  });
});
