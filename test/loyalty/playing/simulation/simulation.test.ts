import { describe, expect, it } from '@jest/globals';
import { published } from '../../program/programs';
import { aPastSale, aPastUse, aSimulation, on, paying, simulate } from './pasts';

const FIVE = paying(500);
const THREE = paying(300);

/** Ana buys and spends, Bia buys twice and cancels once, somebody buys without a name. */
const QUARTER = {
  sales: [
    aPastSale('s3', '2026-03-15', 5_000, { customerId: 'bia' }),
    aPastSale('s1', '2026-01-10', 10_000),
    aPastSale('s2', '2026-02-20', 20_000, {
      customerId: 'bia',
      changes: [{ at: on('2026-02-25'), to: 'cancelled' as const }],
    }),
    aPastSale('s4', '2026-03-01', 8_000, { customerId: null }),
  ],
  uses: [aPastUse('u1', '2026-01-20', 400)],
};

describe('a simulation', () => {
  it('costs what both programs would have given, taken back, seen spent and let expire', () => {
    const { current, draft, difference } = simulate(QUARTER, FIVE, THREE);
    expect(current.cashback).toEqual({
      grantedCents: 1_750,
      takenBackCents: 1_000,
      netCents: 750,
      adjustedCents: 0,
      spentCents: 400,
      expiredCents: 100,
      outstandingCents: 250,
      debtCents: 0,
    });
    expect(draft.cashback).toEqual({
      grantedCents: 1_050,
      takenBackCents: 600,
      netCents: 450,
      adjustedCents: 0,
      spentCents: 300,
      expiredCents: 0,
      outstandingCents: 150,
      debtCents: 0,
    });
    expect([current.totalCents, draft.totalCents, difference.totalCents]).toEqual([750, 450, -300]);
    expect(difference.cashback).toMatchObject({ grantedCents: -700, netCents: -300, expiredCents: -100 });
  });

  it('pays of a real use what it can, and counts the rest as unpayable', () => {
    const { current, draft } = simulate(QUARTER, FIVE, THREE);
    expect(current.unpayable).toEqual({ uses: 0, cashbackCents: 0, points: 0, vouchers: 0 });
    expect(draft.unpayable).toEqual({ uses: 1, cashbackCents: 100, points: 0, vouchers: 0 });
  });

  it('keeps to the draft’s largest share and smallest balance when a use is repeated', () => {
    const half = paying(500, { redemption: { maxShareBps: 5_000 } });
    const atLeastTen = paying(500, { redemption: { minBalanceCents: 1_000 } });
    const past = {
      sales: QUARTER.sales,
      uses: [aPastUse('u1', '2026-01-20', 400, { saleTotalCents: 500 })],
    };
    const shared = simulate(past, FIVE, half);
    expect(shared.current.cashback.spentCents).toBe(400);
    expect(shared.draft.cashback.spentCents).toBe(250);
    expect(shared.draft.unpayable).toMatchObject({ uses: 1, cashbackCents: 150 });
    expect(simulate(past, FIVE, atLeastTen).draft.unpayable).toMatchObject({ uses: 1, cashbackCents: 400 });
  });

  it('says what is outstanding at the end of each month, at the instants at which things were due', () => {
    expect(simulate(QUARTER, FIVE, THREE).liability).toEqual([
      {
        month: '2026-01',
        current: { cashbackCents: 100, points: 0, voucherUses: 0 },
        draft: { cashbackCents: 0, points: 0, voucherUses: 0 },
      },
      {
        month: '2026-02',
        current: { cashbackCents: 0, points: 0, voucherUses: 0 },
        draft: { cashbackCents: 0, points: 0, voucherUses: 0 },
      },
      {
        month: '2026-03',
        current: { cashbackCents: 250, points: 0, voucherUses: 0 },
        draft: { cashbackCents: 150, points: 0, voucherUses: 0 },
      },
    ]);
  });

  it('names who would be given more and who less', () => {
    const { sales, customers, played } = simulate(QUARTER, FIVE, THREE);
    expect(played).toEqual({ sales: 4, unidentified: 1, customers: 2 });
    expect(sales).toEqual({
      more: { count: 0, cents: 0 },
      less: { count: 2, cents: 300 },
      same: { count: 1 },
      topMore: [],
      topLess: [
        { id: 's1', currentCents: 500, draftCents: 300 },
        { id: 's3', currentCents: 250, draftCents: 150 },
      ],
    });
    expect(customers).toMatchObject({ less: { count: 2, cents: 300 }, same: { count: 0 } });
  });

  it('of one program with itself differs in nothing', () => {
    const { current, draft, difference, sales } = simulate(QUARTER, FIVE, FIVE);
    expect(draft).toEqual(current);
    expect(sales).toMatchObject({ more: { count: 0 }, less: { count: 0 }, same: { count: 3 } });
    expect(JSON.stringify(difference)).not.toMatch(/[1-9]/);
  });

  it('comes to the same in many short steps, and says how far it is', () => {
    const simulation = aSimulation(QUARTER, FIVE, THREE);
    const total = 2 * 6;
    expect(simulation.progress).toEqual({ done: 0, total });
    let result = simulation.advance(1);
    for (let steps = 1; result === null && steps < 100; steps += 1) result = simulation.advance(1);
    expect(result).toEqual(simulate(QUARTER, FIVE, THREE));
    expect(simulation.progress).toEqual({ done: total, total });
  });
});

describe('a simulation over many customers', () => {
  it('names the twenty with the largest difference, and sums all of them', () => {
    const sales = Array.from({ length: 30 }, (_, index) =>
      aPastSale(`s${index}`, '2026-03-10', (index + 1) * 1_000, { customerId: `c${index}` }),
    );
    const { customers } = simulate({ sales }, THREE, FIVE);
    // Two hundredths of 1,000 + 2,000 + … + 30,000 cents.
    expect(customers.more).toEqual({ count: 30, cents: 9_300 });
    expect(customers.topMore).toHaveLength(20);
    expect(customers.topMore[0]).toEqual({ id: 'c29', currentCents: 900, draftCents: 1_500 });
  });
});

describe('a simulation by rule', () => {
  it('counts matches, what was paid, and what caps and budget have cut', () => {
    const capped = published({
      name: 'Clube',
      earning: {
        rules: [
          {
            id: 'dez',
            grant: { type: 'cashback', rateBps: 1_000 },
            capPerSaleCents: 800,
            budgetCents: 1_000,
          },
          { id: 'caro', grant: { type: 'points', points: 1, perCents: 100 }, when: { minSaleCents: 50_000 } },
        ],
      },
    });
    const sales = [aPastSale('s1', '2026-01-10', 10_000), aPastSale('s2', '2026-01-11', 5_000)];
    // 1,000 capped at 800; then 500, of which the budget has 200 left.
    expect(simulate({ sales }, FIVE, capped).rules.draft).toEqual([
      {
        ruleId: 'dez',
        type: 'cashback',
        matchedSales: 2,
        paidSales: 2,
        paid: 1_000,
        cutByCaps: 200,
        cutByBudget: 300,
      },
      {
        ruleId: 'caro',
        type: 'points',
        matchedSales: 0,
        paidSales: 0,
        paid: 0,
        cutByCaps: 0,
        cutByBudget: 0,
      },
    ]);
  });

  it('does not count what a cancelled sale had matched', () => {
    expect(simulate(QUARTER, FIVE, THREE).rules.current).toMatchObject([
      { ruleId: 'cashback', matchedSales: 2, paidSales: 2, paid: 750 },
    ]);
  });
});

describe('points and vouchers in a simulation', () => {
  const draft = published({
    name: 'Clube',
    earning: {
      rules: [
        { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } },
        { id: 'vale', grant: { type: 'voucher', template: 'dez' } },
      ],
    },
    redemption: { pointValueCents: 2 },
    vouchers: { dez: { discount: { type: 'amount', cents: 1_000 }, uses: 1 } },
  });
  const returned = aPastSale('s1', '2026-01-10', 10_000, {
    changes: [{ at: on('2026-01-12'), returnedCents: 5_000 }],
  });

  it('cost their value, against nothing where no program is published', () => {
    const { current, draft: cost, difference, assumptions } = simulate({ sales: [returned] }, null, draft);
    expect(current.totalCents).toBe(0);
    expect(cost.points).toMatchObject({
      granted: 100,
      takenBack: 50,
      net: 50,
      netCents: 100,
      outstanding: 50,
    });
    expect(cost.vouchers).toMatchObject({
      issued: 1,
      faceCents: 1_000,
      outstandingUses: 1,
      discountCents: 0,
    });
    expect(difference.totalCents).toBe(1_100);
    expect(assumptions.join(' ')).toContain('ainda não publicou um programa');
  });

  it('are used again where they exist, and unpayable where they do not', () => {
    const use = aPastUse('v1', '2026-01-20', 1, {
      type: 'voucher',
      draws: [{ lotId: 's1/vale/ana/1', amount: 1 }],
    });
    const past = { sales: [returned], uses: [use] };
    const { current, draft: without } = simulate(past, draft, FIVE);
    expect(current.vouchers).toMatchObject({ spentUses: 1, discountCents: 1_000, outstandingUses: 0 });
    expect(without.unpayable).toEqual({ uses: 1, cashbackCents: 0, points: 0, vouchers: 1 });
  });

  it('leave a use of points in whole points when the share of the sale is the limit', () => {
    const use = aPastUse('p1', '2026-01-20', 50, { type: 'points', saleTotalCents: 101 });
    const past = { sales: [returned], uses: [use] };
    const half = { ...draft, redemption: { ...draft.redemption, maxShareBps: 5_000 } };
    // Half of R$ 1,01 is 50 cents: 25 points of 2 cents.
    const { draft: cost } = simulate(past, FIVE, half);
    expect(cost.points.spent).toBe(25);
    expect(cost.unpayable).toEqual({ uses: 1, cashbackCents: 0, points: 25, vouchers: 0 });
  });
});
