import { describe, expect, it } from '@jest/globals';
import { playHistory } from '../../../src/loyalty';
import { balanceCall, refuseOtherRequest, usedBy } from '../../../src/loyalty/redemption';
import { aRedemption, aSale, DAY, NOON, refusal } from '../ledger/builders';
import { CustomerLedger } from '../ledger/customer-ledger';

/*
 * A key that is used again after the answer under it is forgotten (C10): what it made is known for ever, and so is by which request.
 */

const program = { name: 'C', earning: { rules: [{ id: 'cb', grant: { type: 'cashback', rateBps: 500 } }] } };
const FIRST = { do: 'reserve', id: 'r1', customerId: 'ana', type: 'cashback', amount: 200 } as const;
/** The answers under keys are kept for thirty days. */
const FORGOTTEN = '2026-06-10T13:00:00Z';

function played(...again: object[]) {
  const credit = { do: 'adjust', type: 'cashback', amount: 1_000, reason: 'saldo' };
  const { results, wallets, problems } = playHistory({
    program,
    events: [
      { ...credit, at: '2026-03-01T12:00:00Z', customerId: 'ana' },
      { ...credit, at: '2026-03-01T12:00:00Z', customerId: 'bia' },
      { ...FIRST, at: '2026-03-01T13:00:00Z', saleTotalCents: 10_000, confirm: true },
      ...again.map((change) => ({
        ...FIRST,
        at: FORGOTTEN,
        saleTotalCents: 10_000,
        confirm: true,
        ...change,
      })),
    ],
  });
  expect(problems).toEqual([]);
  const left = ['ana', 'bia'].map((customerId) => wallets[customerId]?.cashback.activeCents);
  return { first: results[2], again: results.slice(3), left };
}

describe('a key that is used again after its answer is forgotten (C10)', () => {
  it('answers the same request as at first, and debits nothing', () => {
    const { first, again, left } = played({}, {});
    expect(first).toMatchObject({ id: 'r1', state: 'confirmed' });
    expect(again).toEqual([first, first]);
    expect(left).toEqual([800, 1_000]);
  });

  it.each([
    ['another amount', { amount: 201 }],
    ['another customer', { customerId: 'bia' }],
    ['another total', { saleTotalCents: 10_001 }],
    ['another sale', { saleRef: '57' }],
    ['no confirmation', { confirm: false }],
  ])('is refused with %s, each time, and nobody has less', (_what, change) => {
    const { again, left } = played(change, change);
    expect(again).toEqual([{ code: 'idempotency_key_reused' }, { code: 'idempotency_key_reused' }]);
    expect(left).toEqual([800, 1_000]);
  });

  it('is known by the digest of its request, whatever has become of the use', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100), NOON);
    const asked = aRedemption('red', 30);
    const reserved = ledger.reserve(asked, NOON);
    ledger.confirm('red', NOON + 60_000);
    const undone = ledger.rollback('red', NOON + 60 * DAY);
    for (const known of [reserved, undone]) {
      const use = { ...known, request: 'digest' };
      expect(usedBy([use], { id: 'red' })).toBe(use);
      refuseOtherRequest(use, balanceCall('red', 'digest', asked));
      const other = balanceCall('red', 'another', asked);
      expect(refusal(() => refuseOtherRequest(use, other))).toMatchObject({ code: 'idempotency_key_reused' });
    }
  });

  it('is known by the digest of its request, whichever calls have moved the use after it', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100), NOON);
    const known = ledger.reserve(aRedemption('red', 30), NOON);
    const formerCalls = [{ id: 'confirm', request: 'digest' }];
    const use = { ...known, lastCall: 'rollback', lastRequest: 'other digest', formerCalls };
    for (const [id, request] of [
      ['confirm', 'digest'],
      ['rollback', 'other digest'],
    ] as const) {
      expect(usedBy([use], { id })).toBe(use);
      refuseOtherRequest(use, { id, digest: request, said: {} });
      const other = { id, digest: 'another', said: {} };
      expect(refusal(() => refuseOtherRequest(use, other))).toMatchObject({ code: 'idempotency_key_reused' });
    }
    expect(usedBy([use], { id: 'another call' })).toBeUndefined();
  });

  it('that is older than the digests is compared by what its use keeps', () => {
    const ledger = new CustomerLedger();
    ledger.settle(aSale('a', 100), NOON);
    const use = ledger.reserve(aRedemption('red', 30), NOON);
    refuseOtherRequest(use, balanceCall('red', 'any', aRedemption('red', 30)));
    const other = balanceCall('red', 'any', aRedemption('red', 31));
    expect(refusal(() => refuseOtherRequest(use, other))).toMatchObject({ code: 'idempotency_key_reused' });
  });
});
