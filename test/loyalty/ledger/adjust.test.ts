import { beforeEach, describe, expect, it } from '@jest/globals';
import { isEntryOf } from '../../../src/loyalty';
import { added, anAdjustment, aRedemption, aSale, DAY, holdings, NOON, refusal } from './builders';
import { CustomerLedger } from './customer-ledger';

let ledger: CustomerLedger;
beforeEach(() => {
  ledger = new CustomerLedger();
});

describe('a manual credit', () => {
  it('is a lot of its own, active at once, with its reason (R35)', () => {
    const credit = anAdjustment('adj', 50, { expiresAt: NOON + DAY, programVersion: 3 });
    expect(added(ledger, () => ledger.adjust(credit, NOON))).toEqual(['ADJUST_CREDIT adjustment adj:50']);
    expect(ledger.entries[0]).toMatchObject({
      key: 'adjust-credit/adj',
      cause: { kind: 'person', operator: 'ana', reason: 'cortesia' },
      programVersion: 3,
    });
    expect(ledger.wallet().lots).toMatchObject([
      { saleId: null, ruleId: null, activatesAt: NOON, expiresAt: NOON + DAY, amount: 50 },
    ]);
  });

  it('names the key it was made with, and nobody where the call named nobody', () => {
    const { operator: _nobody, ...unnamed } = anAdjustment('adj', 50, { keyId: 'key_1' });
    ledger.adjust(unnamed, NOON);
    expect(ledger.entries[0]?.cause).toEqual({ kind: 'person', keyId: 'key_1', reason: 'cortesia' });
    // Before keys were kept, such a call was made by `api`.
    const older = {
      ...ledger.entries[0]!,
      cause: { kind: 'person' as const, operator: 'api', reason: 'cortesia' },
    };
    expect(isEntryOf(unnamed, older)).toBe(true);
  });

  it('expires like any other (R35)', () => {
    ledger.adjust(anAdjustment('adj', 50, { expiresAt: NOON + DAY }), NOON);
    ledger.look(NOON + DAY);
    expect(holdings(ledger)).toEqual({ 'adjustment adj': { expired: 50 } });
  });

  it('pays debt of its type first, in the name of the person who gave it (R29, R35)', () => {
    ledger.settle(aSale('a', 30), NOON);
    ledger.reserve(aRedemption('red', 30, { confirm: true }), NOON);
    ledger.settle(aSale('a', 0), NOON);
    ledger.adjust(anAdjustment('points', 99, { type: 'points' }), NOON);
    expect(added(ledger, () => ledger.adjust(anAdjustment('adj', 50), NOON))).toEqual([
      'ADJUST_CREDIT adjustment adj:50',
      'DEBT_SETTLE adjustment adj:30 -30',
    ]);
    expect(ledger.entries.at(-1)?.cause).toEqual({ kind: 'person', operator: 'ana', reason: 'cortesia' });
    expect(ledger.wallet().debt).toEqual({ cashback: 0, points: 0 });
  });
});

describe('a manual debit', () => {
  beforeEach(() => {
    ledger.settle(aSale('late', 60, { expiresAt: NOON + 9 * DAY }), NOON);
    ledger.settle(aSale('soon', 30, { expiresAt: NOON + DAY }), NOON);
    ledger.settle(aSale('pending', 500, { activatesAt: NOON + DAY }), NOON);
  });

  it('takes from what is active, soonest end first (R35)', () => {
    expect(added(ledger, () => ledger.adjust(anAdjustment('adj', -40), NOON))).toEqual([
      'ADJUST_DEBIT soon:30 late:10',
    ]);
  });

  it('never goes below zero, touches neither pending nor reserved, and says how much there is (R35)', () => {
    ledger.reserve(aRedemption('red', 10), NOON);
    const refused = refusal(() => ledger.adjust(anAdjustment('adj', -81), NOON));
    expect([refused?.code, refused?.facts]).toEqual([
      'insufficient_balance',
      { requiredCents: 81, availableCents: 80 },
    ]);
    ledger.adjust(anAdjustment('adj', -80), NOON);
    expect(holdings(ledger)).toEqual({
      soon: { reserved: 10, reversed: 20 },
      late: { reversed: 60 },
      pending: { pending: 500 },
    });
  });

  it('of points answers in points (R32)', () => {
    const refused = refusal(() => ledger.adjust(anAdjustment('adj', -1, { type: 'points' }), NOON));
    expect(refused?.facts).toEqual({ requiredPoints: 1, availablePoints: 0 });
  });

  it('sees the clock first: what has ended cannot be taken (R1)', () => {
    expect(refusal(() => ledger.adjust(anAdjustment('adj', -561), NOON + DAY))?.facts).toEqual({
      requiredCents: 561,
      availableCents: 560,
    });
  });
});

it.each([0, 0.5, Number.NaN])('an adjustment of %p is refused (R35)', (amount) => {
  expect(refusal(() => ledger.adjust(anAdjustment('adj', amount), NOON))?.code).toBe('invalid_request');
});
