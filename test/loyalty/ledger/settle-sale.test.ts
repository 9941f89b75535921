import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Lot } from '../../../src/loyalty/ledger';
import { added, aRedemption, aSale, byRule, DAY, holdings, HOUR, NOON } from './builders';
import { CustomerLedger } from './customer-ledger';

let ledger: CustomerLedger;
beforeEach(() => {
  ledger = new CustomerLedger();
});

describe('what a sale gives', () => {
  it('is one lot for each rule, pending until the holding period ends', () => {
    const sale = aSale('a', [byRule('x', 30), byRule('y', 20), byRule('p', 7, 'points')], {
      activatesAt: NOON + DAY,
      expiresAt: NOON + 9 * DAY,
      programVersion: 4,
    });
    expect(added(ledger, () => ledger.settle(sale, NOON))).toEqual([
      'EARN_PENDING a.p:7',
      'EARN_PENDING a.x:30',
      'EARN_PENDING a.y:20',
    ]);
    expect(ledger.wallet().lots.find(({ type }) => type === 'points')).toEqual({
      id: 'a/p/cus_1/1',
      customerId: 'cus_1',
      type: 'points',
      saleId: 'a',
      ruleId: 'p',
      programVersion: 4,
      revision: 1,
      zone: 'America/Sao_Paulo',
      createdAt: NOON,
      activatesAt: NOON + DAY,
      expiresAt: NOON + 9 * DAY,
      voucher: null,
      amount: 7,
      buckets: { pending: 7, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 },
    } satisfies Lot);
  });

  it('is active at once where the holding period is over already', () => {
    expect(added(ledger, () => ledger.settle(aSale('a', 30), NOON))).toEqual([
      'EARN_PENDING a:30',
      'ACTIVATE a:30',
    ]);
  });

  it('activates when it was made, never before, where it was made late (R42)', () => {
    ledger.settle(aSale('a', 30, { activatesAt: NOON - 30 * DAY }), NOON);
    expect(ledger.entries.map(({ at }) => at)).toEqual([NOON, NOON]);
  });

  it('of nothing is no lot and no entry (R12)', () => {
    ledger.settle(aSale('a', 0), NOON);
    expect(ledger.wallet()).toMatchObject({ lots: [], grants: [] });
    expect(ledger.entries).toEqual([]);
  });

  it.each([NOON, NOON + DAY, NOON + 5 * DAY, NOON + 400 * DAY])(
    'read again adds nothing, at any time (R43)',
    (when) => {
      const sale = aSale('a', [byRule('x', 30), byRule('y', 20)], {
        activatesAt: NOON + DAY,
        expiresAt: NOON + 5 * DAY,
      });
      ledger.settle(sale, NOON);
      ledger.look(when);
      expect(added(ledger, () => ledger.settle(sale, when))).toEqual([]);
    },
  );
});

describe('a sale that deserves more', () => {
  const dates = { activatesAt: NOON + DAY, expiresAt: NOON + 9 * DAY };
  const fromNow = (now: number): { datesFromNow: { activatesAt: number; expiresAt: number } } => ({
    datesFromNow: { activatesAt: now, expiresAt: now + 30 * DAY },
  });
  const lotOf = (revision: number): Lot | undefined =>
    ledger.wallet().lots.find((lot) => lot.revision === revision);

  beforeEach(() => ledger.settle(aSale('a', 30, dates), NOON));

  it('gets a supplementary lot with the dates of the sale (R22)', () => {
    expect(added(ledger, () => ledger.settle(aSale('a', 50, dates), NOON + HOUR))).toEqual([
      'EARN_PENDING a#2:20',
    ]);
    expect(lotOf(2)).toMatchObject({ ...dates, createdAt: NOON + HOUR, amount: 20 });
  });

  it('gets it active at once after the holding period', () => {
    const later = NOON + 2 * DAY;
    ledger.look(later);
    expect(added(ledger, () => ledger.settle(aSale('a', 50, dates), later))).toEqual([
      'EARN_PENDING a#2:20',
      'ACTIVATE a#2:20',
    ]);
    expect(lotOf(2)).toMatchObject(dates);
  });

  it('gets the dates from now where those of the sale have lapsed, to the millisecond (R22)', () => {
    const other = ledger.copy();
    const [last, first] = [NOON + 9 * DAY - 1, NOON + 9 * DAY];
    other.settle(aSale('a', 50, { ...dates, ...fromNow(last) }), last);
    expect(other.wallet().lots[1]).toMatchObject(dates);
    ledger.settle(aSale('a', 50, { ...dates, ...fromNow(first) }), first);
    expect(lotOf(2)).toMatchObject({ activatesAt: first, expiresAt: first + 30 * DAY });
    expect(holdings(ledger)).toEqual({ a: { expired: 30 }, 'a#2': { active: 20 } });
  });

  it('gets each further lot once, under its own revision (R22)', () => {
    for (const amount of [40, 50, 50, 60]) ledger.settle(aSale('a', amount, dates), NOON);
    expect(ledger.wallet().lots.map(({ revision, amount }) => [revision, amount])).toEqual([
      [1, 30],
      [2, 10],
      [3, 10],
      [4, 10],
    ]);
  });

  it('by one rule and less by another is credited before it is debited (R22)', () => {
    const now = NOON + 2 * DAY;
    ledger.settle(aSale('a', [byRule('r', 30), byRule('z', 0)], dates), now);
    ledger.reserve(aRedemption('red', 30, { confirm: true }), now);
    const swapped = aSale('a', [byRule('r', 0), byRule('z', 40)], dates);
    expect(added(ledger, () => ledger.settle(swapped, now))).toEqual([
      'EARN_PENDING a.z:40',
      'ACTIVATE a.z:40',
      'CLAWBACK a.z:30',
    ]);
    expect(ledger.wallet().debt.cashback).toBe(0);
  });
});

describe('a sale of somebody else (R26)', () => {
  it('that comes back to a customer starts the next revision', () => {
    ledger.settle(aSale('a', 30), NOON);
    ledger.settle(aSale('a', []), NOON + HOUR);
    expect(added(ledger, () => ledger.settle(aSale('a', 30), NOON + DAY))).toEqual([
      'EARN_PENDING a#2:30',
      'ACTIVATE a#2:30',
    ]);
  });
});
