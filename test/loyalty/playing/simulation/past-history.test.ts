import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PastHistory } from '../../../../src/loyalty';
import { published } from '../../program/programs';
import { aPastSale, aPastUse, on, paying, simulate } from './pasts';
import type { APast } from './pasts';

const FIVE = paying(500);

describe('the past, played again', () => {
  const cancelledAt = on('2026-01-22');
  const paidWithBenefit = {
    sales: [
      aPastSale('s1', '2026-01-10', 10_000),
      aPastSale('s2', '2026-01-20', 6_000, {
        refs: ['s2', '10232'],
        changes: [{ at: cancelledAt, to: 'cancelled' as const }],
      }),
    ],
    uses: [
      aPastUse('u1', '2026-01-20', 300, {
        saleRef: '10232',
        saleId: 's2',
        state: 'rolled_back',
        closedAt: cancelledAt,
      }),
    ],
  };

  it('gives back what a cancelled sale was paid with as each program says (R25)', () => {
    const keeps = paying(500, { returns: { refundSpent: false } });
    const { current, draft } = simulate(paidWithBenefit, FIVE, keeps);
    expect(current.cashback).toMatchObject({ spentCents: 0, expiredCents: 500 });
    expect(draft.cashback).toMatchObject({ spentCents: 300, expiredCents: 200 });
  });

  it('repeats a roll-back that staff have made', () => {
    const uses = [aPastUse('u1', '2026-03-11', 300, { state: 'rolled_back', closedAt: on('2026-03-20') })];
    const undone = simulate({ sales: [aPastSale('s1', '2026-03-10', 10_000)], uses }, FIVE, FIVE);
    expect(undone.current.cashback).toMatchObject({ spentCents: 0, outstandingCents: 500 });
  });

  it('lets a claimed sale count from its claim (R28)', () => {
    const sales = [aPastSale('s1', '2026-01-10', 10_000, { claimedAt: on('2026-01-30') })];
    const { liability } = simulate({ sales }, FIVE, FIVE);
    // Thirty days from the claim end with the first of March; from the sale they would have ended in February.
    expect(liability.map(({ current }) => current.cashbackCents)).toEqual([500, 500, 0]);
  });

  it('brings a cancelled sale back when it was completed again', () => {
    const changes = [
      { at: on('2026-03-12'), to: 'cancelled' as const },
      { at: on('2026-03-14'), to: 'completed' as const },
    ];
    const { current } = simulate({ sales: [aPastSale('s1', '2026-03-10', 10_000, { changes })] }, FIVE, FIVE);
    expect(current.cashback).toMatchObject({
      grantedCents: 1_000,
      takenBackCents: 500,
      outstandingCents: 500,
    });
  });

  it('repeats credits and debits by hand', () => {
    const past: APast = {
      sales: [],
      uses: [aPastUse('u1', '2026-01-20', 600)],
      adjustments: [
        { customerId: 'ana', type: 'cashback', amount: 700, at: on('2026-01-05'), seq: 1 },
        { customerId: 'ana', type: 'cashback', amount: -50, at: on('2026-01-06'), seq: 2 },
      ],
    };
    expect(simulate(past, FIVE, FIVE).current.cashback).toMatchObject({
      netCents: 0,
      adjustedCents: 650,
      spentCents: 600,
      expiredCents: 50,
    });
  });

  it('repeats what was done by hand in one millisecond in the order of the ledger', () => {
    const about = { customerId: 'ana', type: 'cashback' as const, at: on('2026-01-05') };
    const adjustments = [
      { ...about, amount: -700, seq: 2 },
      { ...about, amount: 700, seq: 1 },
    ];
    expect(simulate({ adjustments }, FIVE, FIVE).current).toMatchObject({
      cashback: { adjustedCents: 0, outstandingCents: 0, expiredCents: 0 },
    });
  });

  it('repeats uses of one millisecond in their order, whatever their ids are', () => {
    const undone = { state: 'rolled_back' as const, closedAt: on('2026-03-12') };
    const uses = [
      aPastUse('u2', '2026-03-11', 400, { ...undone, undoneAs: 1 }),
      aPastUse('u1', '2026-03-11', 300, { ...undone, undoneAs: 0 }),
    ];
    const history = new PastHistory({ uses, adjustments: [], segments: new Map() });
    expect(history.inOrder(on('2026-04-01')).map((event) => [event.do, 'id' in event && event.id])).toEqual([
      ['reserve', 'u2'],
      ['reserve', 'u1'],
      ['rollback', 'u1'],
      ['rollback', 'u2'],
    ]);
  });

  it('knows who had bought before, and the groups of today (R17)', () => {
    const rules = [
      { id: 'nova', grant: { type: 'cashback', rateBps: 1_000 }, when: { firstPurchase: true } },
      { id: 'vip', grant: { type: 'points', points: 1, perCents: 100 }, when: { segment: 'vip' } },
    ];
    const past = {
      sales: [
        aPastSale('s1', '2026-01-10', 10_000),
        aPastSale('s2', '2026-01-11', 10_000, { customerId: 'bia' }),
        aPastSale('s3', '2026-01-12', 10_000, { customerId: 'bia' }),
      ],
      buyers: ['ana'],
      segments: { ana: ['vip'] },
    };
    const { draft } = simulate(past, FIVE, published({ name: 'Clube', earning: { rules } }));
    expect(draft.cashback.grantedCents).toBe(1_000);
    expect(draft.points.granted).toBe(100);
  });

  it('ends with its period', () => {
    const changes = [{ at: on('2026-04-02'), to: 'cancelled' as const }];
    const past = {
      sales: [aPastSale('s1', '2026-03-30', 10_000, { changes })],
      uses: [aPastUse('u1', '2026-04-05', 100)],
    };
    expect(simulate(past, FIVE, FIVE).current).toMatchObject({
      cashback: { outstandingCents: 500, takenBackCents: 0 },
      unpayable: { uses: 0 },
    });
  });
});

const DAYS = Array.from({ length: 85 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 2 + day)).toISOString().slice(0, 10),
);
const day = fc.constantFrom(...DAYS);
const customerId = fc.constantFrom('ana', 'bia', null);
const aSale = fc.record({
  day,
  customerId,
  cents: fc.integer({ min: 0, max: 40_000 }),
  cancelledAfter: fc.option(fc.integer({ min: 0, max: 40 })),
  returned: fc.option(fc.integer({ min: 1, max: 40_000 })),
});
const aUse = fc.record({ day, cents: fc.integer({ min: 1, max: 2_000 }), sale: fc.nat(5) });

describe('the sums of a simulation', () => {
  it('always fit: net and adjusted are spent, expired, outstanding, less debt', () => {
    fc.assert(
      fc.property(
        fc.array(aSale, { maxLength: 12 }),
        fc.array(aUse, { maxLength: 8 }),
        fc.constantFrom('pending_only', 'to_zero', 'allow_debt'),
        (sales, uses, clawback) => {
          const past: APast = {
            sales: sales.map((sale, index) =>
              aPastSale(`s${index}`, sale.day, sale.cents, {
                customerId: sale.customerId,
                changes: [
                  ...(sale.returned === null ? [] : [{ at: on(sale.day), returnedCents: sale.returned }]),
                  ...(sale.cancelledAfter === null
                    ? []
                    : [{ at: on(sale.day) + sale.cancelledAfter * 86_400_000, to: 'cancelled' as const }]),
                ],
              }),
            ),
            uses: uses.map((use, index) =>
              aPastUse(`u${index}`, use.day, use.cents, { saleRef: `s${use.sale}` }),
            ),
            adjustments: [{ customerId: 'ana', type: 'cashback', amount: 300, at: on('2026-01-03'), seq: 1 }],
          };
          const { current, draft, liability } = simulate(
            past,
            FIVE,
            paying(1_000, { returns: { clawback } }),
          );
          for (const { cashback } of [current, draft])
            expect(cashback.netCents + cashback.adjustedCents).toBe(
              cashback.spentCents + cashback.expiredCents + cashback.outstandingCents - cashback.debtCents,
            );
          expect(liability.at(-1)!.draft.cashbackCents).toBe(draft.cashback.outstandingCents);
        },
      ),
      { numRuns: 150 },
    );
  });
});
