import { describe, expect, it } from '@jest/globals';
import { emptyWallet } from '../../../src/loyalty/ledger';
import type { Lot, Wallet } from '../../../src/loyalty/ledger';
import { nextTurn, patched, saleStatus, statusAt } from '../../../src/loyalty/sale';
import type { Sale, SaleStatus } from '../../../src/loyalty/sale';
import { entriesDue } from '../../../src/loyalty/ledger/view';
import { aLot, aSale } from './sales';

const T = Date.parse('2026-12-01T03:00:00Z');
const LATER = Date.parse('2027-03-01T03:00:00Z');
const pending = aLot({ activatesAt: T, expiresAt: LATER, buckets: { pending: 5 } });
const active = aLot({ id: 'sal_1/b/cus_1/1', expiresAt: T, buckets: { active: 5 } });
const sale = aSale({ source: { status: 'completed' } });

function walletOf(lots: Lot[], debt = 0): Wallet {
  return { ...emptyWallet('cus_1'), debt: { cashback: debt, points: 0 }, lots };
}

/** The sale as it was last written down. */
function written(lots: Lot[]): Sale {
  return patched(sale, { benefit: { status: saleStatus(sale, lots), ...nextTurn(sale, lots) } });
}

describe('the next turn of a sale', () => {
  it.each<[string, Lot[], number | null, SaleStatus | null]>([
    ['the end of holding', [pending], T, 'active'],
    ['the end of validity', [active], T, 'expired'],
    [
      'the end of the last lot, where one outlives another',
      [active, { ...active, id: 'c', expiresAt: LATER }],
      LATER,
      'expired',
    ],
    [
      'the end of what is left, where some was used',
      [active, aLot({ id: 'c', buckets: { spent: 1 } })],
      T,
      'used',
    ],
    ['none, where nothing ends', [{ ...active, expiresAt: null }], null, null],
    ['none, where all is used', [aLot({ expiresAt: T, buckets: { spent: 5 } })], null, null],
    ['none, while something is reserved', [active, aLot({ id: 'c', buckets: { reserved: 1 } })], null, null],
  ])('is %s', (_, lots, turnsAt, turnsTo) => {
    expect(nextTurn(sale, lots)).toEqual({ turnsAt, turnsTo });
  });

  it('is none for a sale whose status no lot decides', () => {
    const cancelled = aSale({ source: { status: 'cancelled' } });
    expect(nextTurn(cancelled, [pending])).toEqual({ turnsAt: null, turnsTo: null });
  });
});

describe('the status of a sale by the clock', () => {
  it.each<[string, Lot[], number, SaleStatus]>([
    ['pending until the instant', [pending], T - 1, 'pending'],
    ['active from the instant on', [pending], T, 'active'],
    ['active to the last instant', [active], T - 1, 'active'],
    ['expired from the end on', [active], T, 'expired'],
    ['expired where two turns were missed', [pending], LATER, 'expired'],
  ])('is %s, whatever was carried out', (_, lots, now, status) => {
    expect(statusAt(written(lots), walletOf(lots), now)).toBe(status);
  });

  it('is used where a debt takes what becomes active (R29)', () => {
    expect(statusAt(written([pending]), walletOf([pending], 5), T)).toBe('used');
  });

  it('is as it was written down for a sale whose turn nobody foresaw', () => {
    const older = patched(sale, { benefit: { status: 'pending', turnsAt: null, turnsTo: null } });
    expect(statusAt(older, walletOf([pending]), T)).toBe('pending');
  });
});

describe('what is due in a wallet', () => {
  it('is the entries as they will be written, and the wallet stays as it is', () => {
    const wallet = walletOf([pending, active]);
    const before = structuredClone(wallet);
    expect(entriesDue(wallet, T - 1)).toEqual([]);
    expect(entriesDue(wallet, T).map(({ type, at }) => [type, at])).toEqual([
      ['ACTIVATE', T],
      ['EXPIRE', T],
    ]);
    expect(wallet).toEqual(before);
  });
});
