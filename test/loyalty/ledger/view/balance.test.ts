import { describe, expect, it } from '@jest/globals';
import { balancesAt } from '../../../../src/loyalty/ledger/view';
import { aRedemption, aSale, at, byRule, DAY, HOUR, NOON } from '../builders';
import { CustomerLedger } from '../customer-ledger';

function aFullLedger(): CustomerLedger {
  const ledger = new CustomerLedger();
  const end = at('2026-03-20T00:00');
  ledger.settle(aSale('a', [byRule('r', 100), byRule('p', 9, 'points')], { expiresAt: end }), NOON);
  ledger.settle(aSale('b', 50, { expiresAt: end + 5 * HOUR }), NOON);
  ledger.settle(aSale('c', 30, { expiresAt: end - 5 * HOUR }), NOON);
  ledger.settle(aSale('never', 7), NOON);
  ledger.settle(aSale('soon', 1_000, { activatesAt: NOON + DAY, expiresAt: end }), NOON);
  ledger.reserve(aRedemption('red', 40), NOON);
  return ledger;
}

describe('balances', () => {
  it('keep what is active apart from what is pending and reserved (R38, R39)', () => {
    expect(balancesAt(aFullLedger().wallet(), NOON)).toMatchObject({
      cashback: { active: 147, pending: 1_000, reserved: 40, debt: 0 },
      points: { active: 9, pending: 0, reserved: 0, debt: 0 },
    });
  });

  it('list active amounts by last usable local date, soonest first, the never-expiring left out (R38)', () => {
    expect(balancesAt(aFullLedger().wallet(), NOON)).toMatchObject({
      cashback: {
        expirations: [
          { date: '2026-03-19', amount: 90 },
          { date: '2026-03-20', amount: 50 },
        ],
      },
      points: { expirations: [{ date: '2026-03-19', amount: 9 }] },
    });
  });

  it('are what the clock says, though no timer ran, and looking changes nothing (R1)', () => {
    const wallet = aFullLedger().wallet();
    const before = structuredClone(wallet);
    expect(balancesAt(wallet, NOON + DAY).cashback).toMatchObject({ active: 1_187, pending: 0, reserved: 0 });
    expect(balancesAt(wallet, NOON + 300 * DAY).cashback).toMatchObject({ active: 7, expirations: [] });
    expect(wallet).toEqual(before);
  });

  it('show a debt, and then nothing active (R29)', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100), NOON);
    ledger.reserve(aRedemption('red', 100, { confirm: true }), NOON);
    ledger.settle(aSale('a', 40), NOON);
    expect(balancesAt(ledger.wallet(), NOON).cashback).toMatchObject({ active: 0, debt: 60 });
  });
});
