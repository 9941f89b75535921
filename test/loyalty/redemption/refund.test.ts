import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ClawbackPolicy } from '../../../src/loyalty/ledger';
import { added, aRedemption, aSale, DAY, holdings, HOUR, NOON, TERMS } from '../ledger/builders';
import { CustomerLedger } from '../ledger/customer-ledger';

const POLICIES: ClawbackPolicy[] = ['pending_only', 'to_zero', 'allow_debt'];
let ledger: CustomerLedger;

beforeEach(() => {
  ledger = new CustomerLedger();
});

describe('refunding what was spent on a cancelled sale (R25)', () => {
  it('undoes a confirmed redemption whatever its window, into the same lots', () => {
    ledger.settle(aSale('a', 100, { expiresAt: NOON + DAY }), NOON);
    const terms = { ...TERMS, rollbackWindow: 'PT0S' };
    ledger.reserve(aRedemption('red', 70, { confirm: true, saleRef: 'x', terms }), NOON);
    expect(added(ledger, () => ledger.refund('red', 'x', NOON + 400 * DAY))).toEqual([
      'EXPIRE a:30',
      'ROLLBACK a:70',
    ]);
    expect(holdings(ledger)).toEqual({ a: { active: 70, expired: 30 } });
    expect(ledger.entries.at(-1)?.cause).toEqual({ kind: 'sale', saleId: 'x', redemptionId: 'red' });
    expect(ledger.wallet().redemptions[0]).toMatchObject({
      state: 'rolled_back',
      closedAt: NOON + 400 * DAY,
    });
  });

  it('gives what comes back after use its grace (R34)', () => {
    ledger.settle(aSale('a', 100, { expiresAt: NOON + DAY }), NOON);
    ledger.reserve(aRedemption('red', 70, { confirm: true }), NOON);
    ledger.refund('red', 'x', NOON + 2 * DAY);
    expect(ledger.wallet().lots[0]?.expiresAt).toBe(NOON + 9.5 * DAY);
  });

  it('releases an open reservation', () => {
    ledger.settle(aSale('a', 100), NOON);
    ledger.reserve(aRedemption('red', 70), NOON);
    expect(added(ledger, () => ledger.refund('red', 'x', NOON))).toEqual(['RELEASE a:70']);
    expect(ledger.wallet().redemptions[0]).toMatchObject({ state: 'released' });
  });

  it('twice, or of what came to nothing, does nothing', () => {
    ledger.settle(aSale('a', 100), NOON);
    ledger.reserve(aRedemption('red', 70, { confirm: true }), NOON);
    ledger.reserve(aRedemption('late', 10), NOON);
    ledger.refund('red', 'x', NOON);
    ledger.look(NOON + HOUR);
    const twice = (): void => ['red', 'late'].forEach((id) => ledger.refund(id, 'x', NOON + HOUR));
    expect(added(ledger, twice)).toEqual([]);
  });

  it('of a reservation that time had let go finds it let go (R1)', () => {
    ledger.settle(aSale('a', 100), NOON);
    ledger.reserve(aRedemption('red', 70), NOON);
    ledger.refund('red', 'x', NOON + DAY);
    expect(ledger.wallet().redemptions[0]).toMatchObject({ state: 'expired' });
  });
});

describe('cancelling every sale (R44)', () => {
  /** `a` paid for `b`, and `b` for a part of `c`; a reservation on `c` is still open. */
  const woven = (policy: ClawbackPolicy): void => {
    ledger.settle(aSale('a', 100, { policy }), NOON);
    ledger.reserve(aRedemption('on-b', 80, { confirm: true, saleRef: 'b' }), NOON);
    ledger.settle(aSale('b', 50, { policy, activatesAt: NOON + HOUR }), NOON);
    ledger.reserve(aRedemption('on-c', 60, { saleRef: 'c' }), NOON + HOUR);
    ledger.confirm('on-c', NOON + HOUR);
    ledger.settle(aSale('c', 30, { policy, activatesAt: NOON + DAY }), NOON + HOUR);
    ledger.reserve(aRedemption('open', 10, { saleRef: 'c' }), NOON + HOUR);
  };
  const cancel = (policy: ClawbackPolicy, saleId: string, refunds: string[]): void => {
    refunds.forEach((id) => ledger.refund(id, saleId, NOON + HOUR));
    ledger.settle(aSale(saleId, 0, { policy }), NOON + HOUR);
  };

  it.each(POLICIES)('newest first leaves nothing active, pending or reserved: %s', (policy) => {
    woven(policy);
    cancel(policy, 'c', ['on-c', 'open']);
    cancel(policy, 'b', ['on-b']);
    cancel(policy, 'a', []);
    expect(ledger.proof().totals.cashback).toEqual({ active: 0, pending: 0, reserved: 0, debt: 0 });
  });

  /**
   * Both sales gave 100, and a reservation that nobody will confirm holds those of `a`. Taking `a` back may not touch them and
   * takes those of `b` (R23); taking `b` back finds nothing. What the reservation lets go then lies in the lot of `a`.
   */
  const heldWhileCancelled = (policy: ClawbackPolicy): void => {
    ledger.settle(aSale('a', 100, { policy }), NOON);
    ledger.reserve(aRedemption('never', 100, { terms: { ...TERMS, reservation: 'P30D' } }), NOON);
    ledger.settle(aSale('b', 100, { policy }), NOON);
    cancel(policy, 'a', []);
    cancel(policy, 'b', []);
    ledger.look(NOON + 400 * DAY);
  };

  it('leaves nothing though something was reserved meanwhile: allow_debt', () => {
    heldWhileCancelled('allow_debt');
    expect(ledger.proof().totals.cashback).toMatchObject({ active: 0, debt: 0 });
    expect(holdings(ledger)).toEqual({ a: { reversed: 100 }, b: { reversed: 100 } });
  });

  it.each(['pending_only', 'to_zero'] as const)(
    'leaves what a reservation lets go afterwards, where letting off came first: %s (R24)',
    (policy) => {
      heldWhileCancelled(policy);
      expect(holdings(ledger)).toEqual({ a: { active: 100 }, b: { reversed: 100 } });
    },
  );

  it('oldest first leaves nothing either, and no debt in the end: allow_debt', () => {
    woven('allow_debt');
    cancel('allow_debt', 'a', []);
    cancel('allow_debt', 'b', ['on-b']);
    cancel('allow_debt', 'c', ['on-c', 'open']);
    expect(ledger.proof().totals.cashback).toEqual({ active: 0, pending: 0, reserved: 0, debt: 0 });
  });
});
