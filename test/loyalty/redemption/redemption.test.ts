import { beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerError, redemptionCents } from '../../../src/loyalty/ledger';
import {
  added,
  aRedemption,
  aSale,
  at,
  byRule,
  DAY,
  holdings,
  HOUR,
  NOON,
  outcome,
  refusal,
  TERMS,
} from '../ledger/builders';
import { CustomerLedger } from '../ledger/customer-ledger';

const MINUTE = 60_000;
const PAST_WINDOW = at('2026-06-09T00:00');
let ledger: CustomerLedger;

beforeEach(() => {
  ledger = new CustomerLedger();
  ledger.settle(aSale('a', [byRule('r', 100), byRule('p', 40, 'points')]), NOON);
});

describe('a reservation', () => {
  it('draws on the soonest end first, never-ending last, then on the earliest activation, then on the lot id', () => {
    ledger.settle(aSale('d', 10, { expiresAt: NOON + 9 * DAY }), NOON + HOUR);
    ledger.settle(aSale('c', 10, { expiresAt: NOON + 9 * DAY }), NOON + HOUR);
    ledger.settle(aSale('e', 10, { expiresAt: NOON + 9 * DAY, activatesAt: NOON + HOUR }), NOON + HOUR);
    ledger.settle(aSale('b', 10, { expiresAt: NOON + 8 * DAY, activatesAt: NOON + HOUR }), NOON + HOUR);
    expect(added(ledger, () => ledger.reserve(aRedemption('red', 45), NOON + HOUR))).toEqual([
      'RESERVE b:10 c:10 d:10 e:10 a:5',
    ]);
  });

  it('remembers what it drew, until when it holds, and the settings of its moment (R33)', () => {
    const command = aRedemption('red', 30, {
      saleRef: '1001',
      operator: 'ana',
      storeId: 'centro',
      freightCents: 7,
    });
    expect(ledger.reserve(command, NOON)).toEqual({
      id: 'red',
      lastCall: 'red',
      discountCents: 0,
      customerId: 'cus_1',
      type: 'cashback',
      amount: 30,
      state: 'reserved',
      draws: [{ lotId: 'a/r/cus_1/1', amount: 30 }],
      reservedAt: NOON,
      reservedUntil: NOON + 15 * MINUTE,
      confirmedAt: null,
      closedAt: null,
      zone: 'America/Sao_Paulo',
      terms: TERMS,
      saleTotalCents: 1_000_000,
      freightCents: 7,
      saleRef: '1001',
      saleId: null,
      useNumber: null,
      operator: 'ana',
      storeId: 'centro',
    });
    expect(ledger.entries.at(-1)?.cause).toEqual({
      kind: 'redemption',
      redemptionId: 'red',
      operator: 'ana',
      storeId: 'centro',
    });
  });

  it('can use at once, in two entries', () => {
    const doing = (): unknown => ledger.reserve(aRedemption('red', 30, { confirm: true }), NOON);
    expect(added(ledger, doing)).toEqual(['RESERVE a:30', 'SPEND a:30']);
    expect(ledger.wallet().redemptions).toMatchObject([
      { state: 'confirmed', confirmedAt: NOON, closedAt: null },
    ]);
  });

  it('is made once: a second one under the same id is a defect of the caller', () => {
    ledger.reserve(aRedemption('red', 30), NOON);
    expect(() => ledger.reserve(aRedemption('red', 30), NOON)).toThrow(LedgerError);
    expect(holdings(ledger)).toMatchObject({ a: { active: 70, reserved: 30 } });
  });

  it('of points is worth its points at their value', () => {
    const points = aRedemption('red', 7, { type: 'points', terms: { ...TERMS, pointValueCents: 3 } });
    expect(redemptionCents(ledger.reserve(points, NOON))).toBe(21);
    expect(redemptionCents(ledger.reserve(aRedemption('cash', 7), NOON))).toBe(7);
  });

  it('in whole days holds through the end of the local date', () => {
    const terms = { ...TERMS, reservation: 'P1D' };
    expect(ledger.reserve(aRedemption('red', 1, { terms }), NOON).reservedUntil).toBe(at('2026-03-12T00:00'));
  });
});

describe('confirming and letting go', () => {
  /** Brings a fresh redemption into each state a story can leave it in. */
  const INTO: Record<string, () => void> = {
    reserved: () => undefined,
    confirmed: () => void ledger.confirm('red', NOON),
    released: () => void ledger.release('red', NOON),
    expired: () => ledger.look(NOON + DAY),
    rolled_back: () => {
      ledger.confirm('red', NOON);
      ledger.rollback('red', NOON);
    },
  };

  it.each([
    ['reserved', 'done', 'done', 'invalid_request'],
    ['confirmed', 'done', 'invalid_request', 'done'],
    ['released', 'reservation_expired', 'done', 'invalid_request'],
    ['expired', 'reservation_expired', 'invalid_request', 'invalid_request'],
    ['rolled_back', 'invalid_request', 'invalid_request', 'already_rolled_back'],
  ])('%s: confirm → %s, release → %s, roll back → %s (R33)', (state, confirm, release, rollback) => {
    ledger.reserve(aRedemption('red', 30), NOON);
    INTO[state]?.();
    expect(ledger.wallet().redemptions).toMatchObject([{ state }]);
    expect(outcome(() => ledger.copy().confirm('red', NOON))).toBe(confirm);
    expect(outcome(() => ledger.copy().release('red', NOON))).toBe(release);
    expect(outcome(() => ledger.copy().rollback('red', NOON))).toBe(rollback);
    const refused = refusal(() => ledger.rollback('red', NOON));
    if (refused?.code === 'invalid_request') expect(refused.facts).toEqual({ state });
  });

  it('twice gives the same answer and no entry (R33)', () => {
    ledger.reserve(aRedemption('used', 30), NOON);
    ledger.reserve(aRedemption('left', 20), NOON);
    const used = structuredClone(ledger.confirm('used', NOON + MINUTE));
    const left = structuredClone(ledger.release('left', NOON + MINUTE));
    expect(
      added(ledger, () => {
        expect(ledger.confirm('used', NOON + DAY)).toEqual(used);
        expect(ledger.release('left', NOON + DAY)).toEqual(left);
      }),
    ).toEqual([]);
  });

  it('by staff or by time says who: the state and the cause differ', () => {
    ledger.reserve(aRedemption('staff', 10), NOON);
    ledger.reserve(aRedemption('time', 10), NOON);
    ledger.release('staff', NOON + MINUTE);
    ledger.look(NOON + HOUR);
    expect(ledger.wallet().redemptions).toMatchObject([
      { id: 'staff', state: 'released', closedAt: NOON + MINUTE },
      { id: 'time', state: 'expired', closedAt: NOON + 15 * MINUTE },
    ]);
    expect(ledger.entries.slice(-2).map(({ cause }) => cause)).toEqual([
      { kind: 'redemption', redemptionId: 'staff' },
      { kind: 'clock', redemptionId: 'time' },
    ]);
  });

  it('can confirm up to the last millisecond, though the timer never ran (R1, R33)', () => {
    ledger.reserve(aRedemption('red', 30), NOON);
    expect(outcome(() => ledger.copy().confirm('red', NOON + 15 * MINUTE))).toBe('reservation_expired');
    expect(ledger.confirm('red', NOON + 15 * MINUTE - 1).state).toBe('confirmed');
  });

  it('can confirm what was reserved of a lot whose end has passed meanwhile', () => {
    ledger.settle(aSale('b', 50, { expiresAt: NOON + MINUTE }), NOON);
    ledger.reserve(aRedemption('red', 30), NOON);
    ledger.confirm('red', NOON + 2 * MINUTE);
    expect(holdings(ledger)['b']).toEqual({ spent: 30, expired: 20 });
  });

  it('names the redemption in every entry, whoever caused it', () => {
    ledger.reserve(aRedemption('red', 30), NOON);
    ledger.confirm('red', NOON);
    ledger.rollback('red', NOON);
    expect(ledger.entries.slice(-3).map(({ type, cause }) => `${type} ${cause.redemptionId}`)).toEqual([
      'RESERVE red',
      'SPEND red',
      'ROLLBACK red',
    ]);
  });
});

describe('rolling back', () => {
  it('puts every amount back into its own lot', () => {
    ledger.settle(aSale('b', 20, { expiresAt: NOON + 9 * DAY }), NOON);
    ledger.reserve(aRedemption('red', 50, { confirm: true }), NOON);
    expect(added(ledger, () => ledger.rollback('red', NOON + HOUR))).toEqual(['ROLLBACK b:20 a:30']);
    expect(holdings(ledger)).toMatchObject({ a: { active: 100 }, b: { active: 20 } });
  });

  it('is open through the end of the local date of confirmation + rollbackWindow (R33)', () => {
    ledger.reserve(aRedemption('red', 30, { confirm: true }), NOON);
    expect(outcome(() => ledger.copy().rollback('red', PAST_WINDOW - 1))).toBe('done');
    expect(outcome(() => ledger.copy().rollback('red', PAST_WINDOW))).toBe('rollback_window_closed');
  });

  it('counts its window from the confirmation, not from the reservation (R33)', () => {
    const terms = { ...TERMS, reservation: 'P2D', rollbackWindow: 'P0D' };
    ledger.reserve(aRedemption('red', 30, { terms }), NOON);
    ledger.confirm('red', NOON + DAY);
    expect(outcome(() => ledger.copy().rollback('red', at('2026-03-12T00:00') - 1))).toBe('done');
    expect(outcome(() => ledger.copy().rollback('red', at('2026-03-12T00:00')))).toBe(
      'rollback_window_closed',
    );
  });

  it('keeps the settings of the reservation: an exact window is elapsed time (R2, R33)', () => {
    ledger.reserve(
      aRedemption('red', 30, { confirm: true, terms: { ...TERMS, rollbackWindow: 'PT1H' } }),
      NOON,
    );
    expect(outcome(() => ledger.copy().rollback('red', NOON + HOUR - 1))).toBe('done');
    expect(outcome(() => ledger.copy().rollback('red', NOON + HOUR))).toBe('rollback_window_closed');
  });

  it('says that it was rolled back before it says that the window is closed (R33)', () => {
    ledger.reserve(aRedemption('red', 30, { confirm: true }), NOON);
    ledger.rollback('red', NOON);
    expect(outcome(() => ledger.rollback('red', PAST_WINDOW))).toBe('already_rolled_back');
  });
});
