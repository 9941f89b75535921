import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calculateBenefit } from '../../../src/loyalty/earning';
import { AmountTooLargeError } from '../../../src/loyalty/basis';
import { calculate, cashback, explain, facts, points, program, sale } from './facts';

/** A sale of this much in goods and nothing else. */
const goods = (totalCents: number): ReturnType<typeof sale> => sale({ totalCents, freightCents: 0 });

describe('the arithmetic of a rule (R12)', () => {
  it('goes rate, multiplier, bonus, cap per sale, cap per month, budget, floor, each with its line', () => {
    const rule = cashback('campanha', 333, {
      multiplierMilli: 2_500,
      bonusCents: 500,
      capPerSaleCents: 2_000,
      capPerCustomerPerMonthCents: 5_000,
      budgetCents: 100_000,
    });
    const given = { monthEarned: { campanha: 3_100 }, budgetLeft: { campanha: 1_850 } };
    expect(explain(rule, given)).toEqual({
      ruleId: 'campanha',
      type: 'cashback',
      outcome: 'paid',
      amount: 1_850,
      lines: [
        'Base: R$ 230,00 − frete R$ 20,00 = R$ 210,00',
        '3,33% de R$ 210,00 = R$ 6,993',
        'Multiplicador de 2,5×: R$ 17,4825',
        'Bônus de R$ 5,00: R$ 22,4825',
        'Teto por venda de R$ 20,00: reduzido a R$ 20,00 (cortou R$ 2,4825)',
        'Teto por mês de R$ 50,00 (ganho no mês: R$ 31,00): reduzido a R$ 19,00 (cortou R$ 1,00)',
        'Verba de R$ 1.000,00 (saldo: R$ 18,50): reduzido a R$ 18,50 (cortou R$ 0,50)',
      ],
    });
  });

  it('says when a cap cuts nothing', () => {
    expect(explain(cashback('a', 500, { capPerSaleCents: 5_000 })).lines.at(-1)).toBe(
      'Teto por venda de R$ 50,00: sem corte',
    );
    expect(explain(cashback('a', 500, { capPerSaleCents: 1_050 })).lines.at(-1)).toBe(
      'Teto por venda de R$ 10,50: sem corte',
    );
  });

  it('rounds once, at the end, downwards', () => {
    const given = { sale: goods(999) };
    expect(explain(cashback('a', 333), given)).toMatchObject({ amount: 33 });
    expect(explain(cashback('a', 333, { multiplierMilli: 3_000 }), given)).toMatchObject({ amount: 99 });
    expect(explain(cashback('a', 333), given).lines.slice(-2)).toEqual([
      '3,33% de R$ 9,99 = R$ 0,332667',
      'Arredondado para baixo: R$ 0,33',
    ]);
  });

  it('is exact where floating point is not', () => {
    expect(explain(cashback('a', 2_900), { sale: goods(100) }).amount).toBe(29);
    expect(
      explain(cashback('a', 10_000, { multiplierMilli: 1_001 }), { sale: goods(1_000_000_000) }).amount,
    ).toBe(1_001_000_000);
  });

  it('points are proportional, not by full steps', () => {
    const rule = { id: 'pontos', grant: { type: 'points', points: 2, perCents: 300 } };
    expect(explain(rule, { sale: goods(1_000) })).toMatchObject({
      type: 'points',
      amount: 6,
      lines: [
        'Base: R$ 10,00',
        '2 pontos a cada R$ 3,00 de R$ 10,00 = 6,666666… pontos',
        'Arredondado para baixo: 6 pontos',
      ],
    });
  });

  it('points have their own bonus, caps and budget', () => {
    const rule = points('pontos', 100, {
      bonusPoints: 50,
      capPerSalePoints: 240,
      capPerCustomerPerMonthPoints: 300,
    });
    expect(explain(rule, { monthEarned: { pontos: 99 } })).toMatchObject({ amount: 201 });
    expect(explain(points('p', 100, { budgetPoints: 500 }), { budgetLeft: { p: 1 } })).toMatchObject({
      amount: 1,
      lines: expect.arrayContaining([
        'Verba de 500 pontos (saldo: 1 ponto): reduzido a 1 ponto (cortou 209 pontos)',
      ]),
    });
  });

  it('a bonus alone is a rule too', () => {
    expect(explain(cashback('boas-vindas', 0, { bonusCents: 1_000 }))).toMatchObject({ amount: 1_000 });
  });
});

describe('caps and budgets (R14, R15)', () => {
  it.each([
    ['a month that is full', { capPerCustomerPerMonthCents: 5_000 }, { monthEarned: { a: 5_000 } }],
    ['a month that is over full', { capPerCustomerPerMonthCents: 5_000 }, { monthEarned: { a: 9_000 } }],
    ['a budget that is used up', { budgetCents: 5_000 }, { budgetLeft: { a: 0 } }],
    ['a budget that was overdrawn', { budgetCents: 5_000 }, { budgetLeft: { a: -300 } }],
    ['a cap of nothing', { capPerSaleCents: 0 }, {}],
    ['a rate of nothing', { grant: { type: 'cashback', rateBps: 0 } }, {}],
  ])('%s leaves nothing, which is no grant and is explained (R12)', (_case, extras, given) => {
    const { grants, explanation } = calculate([cashback('a', 500, extras)], given);
    expect(grants).toEqual([]);
    expect(explanation).toMatchObject([{ ruleId: 'a', outcome: 'nothing', amount: 0 }]);
    expect(explanation[0]?.lines.at(-1)).toBe('O resultado é zero, e nada é gerado');
  });

  it('a budget nobody has drawn on is whole, a month nobody has earned in is empty', () => {
    const rule = cashback('a', 5_000, { budgetCents: 5_000, capPerCustomerPerMonthCents: 6_000 });
    expect(explain(rule)).toMatchObject({ amount: 5_000 });
  });

  it('what other rules earned or used does not count', () => {
    const rule = cashback('a', 500, { budgetCents: 5_000, capPerCustomerPerMonthCents: 6_000 });
    expect(explain(rule, { monthEarned: { b: 6_000 }, budgetLeft: { b: 0 } })).toMatchObject({
      amount: 1_050,
    });
  });

  it('a rule named like a part of every object has its own account', () => {
    const rule = cashback('constructor', 500, { budgetCents: 5_000, capPerCustomerPerMonthCents: 6_000 });
    expect(explain(rule)).toMatchObject({ amount: 1_050 });
  });
});

describe('any amount', () => {
  it('is the exact value floored, and never above a cap, month or budget', () => {
    const amounts = fc.integer({ min: 1, max: 100_000_000_000 });
    const small = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        small,
        small,
        small,
        small,
        (total, rateBps, multiplierMilli, bonusCents, cap, month, left) => {
          const rule = cashback('a', rateBps, {
            multiplierMilli,
            bonusCents,
            capPerSaleCents: cap,
            capPerCustomerPerMonthCents: month,
            budgetCents: 1_000_000,
          });
          const { amount } = explain(rule, { sale: goods(total), budgetLeft: { a: left } });
          const exact =
            (BigInt(total) * BigInt(rateBps) * BigInt(multiplierMilli)) / 10_000_000n + BigInt(bonusCents);
          const limit = BigInt(Math.min(cap, month, left));
          expect(BigInt(amount)).toBe(exact < limit ? exact : limit);
        },
      ),
    );
  });

  it('beyond the safe integers stops the calculation by name', () => {
    const generous = program([points('a', 1, { multiplierMilli: 100_000 })]);
    const absurd = facts({ sale: goods(Number.MAX_SAFE_INTEGER) });
    expect(() => calculateBenefit(generous, absurd)).toThrow(AmountTooLargeError);
  });
});
