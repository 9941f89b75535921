import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ClawbackPolicy, Grant } from '../../../src/loyalty/ledger';
import { netGranted } from '../../../src/loyalty/ledger';
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

describe('letting off (R24)', () => {
  it.each(['pending_only', 'to_zero'] as const)(
    'is done once: read again it adds nothing: %s (R43)',
    (policy) => {
      settle(policy, 100, NOON);
      spend('red', 100, NOON);
      settle(policy, 0, NOON);
      ledger.settle(aSale('b', 500), NOON);
      expect(added(ledger, () => settle(policy, 0, NOON + HOUR))).toEqual([]);
      expect(theGrant()).toMatchObject({ letOff: 100, taken: 0 });
    },
  );

  const BACK: Record<string, (id: string, now: number) => void> = {
    release: (id, now) => void ledger.release(id, now),
    'time-out': (_, now) => ledger.look(now + 400 * DAY),
    'roll-back': (id, now) => {
      ledger.confirm(id, now);
      ledger.rollback(id, now);
    },
    refund: (id, now) => {
      ledger.confirm(id, now);
      ledger.refund(id, 'z', now);
    },
  };

  it.each(Object.keys(BACK))(
    'under to_zero is collected first when a %s brings something back to the sale',
    (way) => {
      settle('to_zero', 100, NOON);
      ledger.reserve(aRedemption('red', 70, HELD_LONG), NOON);
      spend('spent', 30, NOON);
      settle('to_zero', 0, NOON);
      expect(theGrant()).toMatchObject({ letOff: 100 });
      const lines = added(ledger, () => BACK[way]!('red', NOON + HOUR));
      expect(lines.slice(-2)).toEqual([
        way === 'release' || way === 'time-out' ? 'RELEASE a:70' : 'ROLLBACK a:70',
        'CLAWBACK a:70',
      ]);
      expect(theGrant()).toMatchObject({ taken: 70, letOff: 30 });
    },
  );

  it('under to_zero takes no more than was let off, and only from that sale', () => {
    ledger.settle(aSale('b', 40, { policy: 'to_zero', expiresAt: NOON + DAY }), NOON);
    settle('to_zero', 100, NOON);
    ledger.reserve(aRedemption('red', 140, HELD_LONG), NOON);
    settle('to_zero', 75, NOON);
    expect(added(ledger, () => ledger.release('red', NOON))).toEqual(['RELEASE b:40 a:100', 'CLAWBACK a:25']);
  });

  it('under to_zero is collected before debt is paid (R24, R29)', () => {
    ledger.settle(aSale('old', 50), NOON);
    spend('first', 50, NOON);
    settle('to_zero', 100, NOON);
    ledger.reserve(aRedemption('red', 100, HELD_LONG), NOON);
    ledger.settle(aSale('old', 0), NOON);
    settle('to_zero', 40, NOON);
    expect(added(ledger, () => ledger.release('red', NOON))).toEqual([
      'RELEASE a:100',
      'CLAWBACK a:60',
      'DEBT_SETTLE a:40 -40',
    ]);
    expect(ledger.wallet().debt.cashback).toBe(10);
  });

  it('under pending_only is final: what comes back stays with the customer', () => {
    settle('pending_only', 100, NOON);
    ledger.reserve(aRedemption('red', 100, HELD_LONG), NOON);
    settle('pending_only', 0, NOON);
    expect(added(ledger, () => ledger.release('red', NOON))).toEqual(['RELEASE a:100']);
    expect(added(ledger, () => settle('pending_only', 0, NOON))).toEqual([]);
    expect(holdings(ledger)).toEqual({ a: { active: 100 } });
  });

  it('shrinks when the sale deserves more again, and only then gives anew', () => {
    settle('to_zero', 100, NOON);
    spend('red', 100, NOON);
    settle('to_zero', 0, NOON);
    expect(added(ledger, () => settle('to_zero', 60, NOON))).toEqual([]);
    expect(theGrant()).toMatchObject({ letOff: 40 });
    expect(added(ledger, () => settle('to_zero', 130, NOON))).toEqual([
      'EARN_PENDING a#2:30',
      'ACTIVATE a#2:30',
    ]);
    expect(theGrant()).toMatchObject({ letOff: 0, granted: 130 });
  });

  it('shrinks before what had lapsed does, and no further than the sale deserves', () => {
    settle('pending_only', 100, NOON);
    spend('red', 60, NOON);
    settle('pending_only', 0, NOON + 11 * DAY);
    ledger.rollback('red', NOON + 11 * DAY);
    expect(deductions(theGrant())).toEqual({ taken: 0, lapsed: 40, letOff: 60 });
    expect(added(ledger, () => settle('pending_only', 10, NOON + 11 * DAY))).toEqual([]);
    expect(deductions(theGrant())).toEqual({ taken: 0, lapsed: 40, letOff: 50 });
    settle('pending_only', 80, NOON + 11 * DAY);
    expect(deductions(theGrant())).toEqual({ taken: 0, lapsed: 20, letOff: 0 });
  });

  it('of several sales is collected in one order, however they were loaded (R45)', () => {
    const held = (saleId: string, ruleId: string, amount: number): void =>
      ledger.settle(aSale(saleId, [byRule(ruleId, amount)], { policy: 'to_zero' }), NOON);
    held('b', 'x', 30);
    held('a', 'y', 30);
    ledger.reserve(aRedemption('red', 60, HELD_LONG), NOON);
    held('b', 'x', 0);
    held('a', 'y', 0);
    expect(added(ledger, () => ledger.release('red', NOON))).toEqual([
      'RELEASE a.y:30 b.x:30',
      'CLAWBACK a.y:30',
      'CLAWBACK b.x:30',
    ]);
  });

  it('that no longer holds is not collected from what the same reading gives (R24, R43)', () => {
    const rules = (x: number, y: number): Deserves => [byRule('x', x), byRule('y', y)];
    settle('to_zero', rules(50, 100), NOON);
    ledger.adjust(anAdjustment('adj', -50), NOON);
    spend('red', 100, NOON);
    settle('to_zero', rules(0, 0), NOON);
    expect([theGrant('x').letOff, theGrant('y').letOff]).toEqual([50, 100]);
    ledger.adjust(anAdjustment('gift', 500), NOON);
    settle('to_zero', rules(80, 100), NOON);
    expect(holdings(ledger)['a.x#2']).toEqual({ active: 30 });
    expect(added(ledger, () => settle('to_zero', rules(80, 100), NOON))).toEqual([]);
  });
});

describe('completed again', () => {
  it.each(POLICIES)('gives again only what was really taken: %s (R24)', (policy) => {
    settle(policy, 100, NOON);
    spend('red', 60, NOON);
    settle(policy, 0, NOON);
    const really = policy === 'allow_debt' ? 100 : 40;
    expect(theGrant().taken).toBe(really);
    settle(policy, 100, NOON);
    expect(ledger.wallet().lots.find(({ revision }) => revision === 2)?.amount).toBe(really);
    expect(netGranted(theGrant())).toBe(100);
  });

  it('pays the debt of its cancellation with what it gives again (R29)', () => {
    settle('allow_debt', 100, NOON);
    spend('red', 60, NOON);
    settle('allow_debt', 0, NOON);
    expect(added(ledger, () => settle('allow_debt', 100, NOON))).toEqual([
      'EARN_PENDING a#2:100',
      'ACTIVATE a#2:100',
      'DEBT_SETTLE a#2:60 -60',
    ]);
    expect(holdings(ledger)['a#2']).toEqual({ active: 40, reversed: 60 });
  });

  it('does not give again what had lapsed', () => {
    settle('allow_debt', 100, NOON);
    ledger.look(LATER);
    settle('allow_debt', 0, LATER);
    expect(added(ledger, () => settle('allow_debt', 100, LATER))).toEqual([]);
    expect(theGrant()).toMatchObject({ lapsed: 0, granted: 100, taken: 0 });
  });

  it('and cancelled again, ten times over, neither gains nor loses', () => {
    settle('allow_debt', 100, NOON);
    spend('red', 60, NOON);
    for (let round = 0; round < 10; round += 1) {
      settle('allow_debt', 0, NOON);
      expect(ledger.wallet().debt.cashback).toBe(60);
      settle('allow_debt', 100, NOON);
      expect(ledger.proof().totals.cashback).toMatchObject({ active: 40, debt: 0 });
    }
  });

  it('gives back what was taken from other lots, with the sale’s own dates', () => {
    settle('to_zero', 100, NOON);
    spend('red', 100, NOON);
    ledger.settle(aSale('b', 70), NOON);
    settle('to_zero', 0, NOON);
    settle('to_zero', 100, NOON);
    expect(holdings(ledger)).toEqual({ a: { spent: 100 }, b: { reversed: 70 }, 'a#2': { active: 70 } });
    expect(ledger.wallet().lots.at(-1)?.expiresAt).toBe(NOON + 10 * DAY);
  });
});
