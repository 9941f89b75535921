import { describe, expect, it } from '@jest/globals';
import type { Calculation, EarningFacts } from '../../../src/loyalty/earning';
import { calculate, cashback, points, sale, voucher } from './facts';

const ids = ({ grants }: Calculation): string[] => grants.map(({ ruleId }) => ruleId);
const outcomes = ({ explanation }: Calculation): string[] =>
  explanation.map(({ ruleId, outcome }) => `${ruleId}: ${outcome}`);
const combine = (how: string, rules: object[], given: Partial<EarningFacts> = {}): Calculation =>
  calculate(rules, given, { combine: how });

describe('best (R16)', () => {
  it('is what would really be paid, after caps and budget', () => {
    const capped = cashback('dez', 1_000, { capPerSaleCents: 900 });
    const result = combine('best', [capped, cashback('cinco', 500)]);
    expect(ids(result)).toEqual(['cinco']);
    expect(outcomes(result)).toEqual(['dez: passed_over', 'cinco: paid']);
    expect(result.explanation[0]).toMatchObject({ amount: 900 });
    expect(result.explanation[0]?.lines.at(-1)).toBe(
      'Preterida: a regra "cinco" paga mais (R$ 10,50 contra R$ 9,00)',
    );
  });

  it('is compared after the floor: a fraction of a cent wins nothing', () => {
    const given = { sale: sale({ totalCents: 199, freightCents: 0 }) };
    expect(ids(combine('best', [cashback('a', 505), cashback('b', 550)], given))).toEqual(['a']);
  });

  it('between equals takes the smaller priority, absent last, then the order of the list', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id, index) =>
      cashback(id, 500, { priority: [undefined, 2, 1][index] }),
    );
    expect(ids(combine('best', [a!, b!, c!]))).toEqual(['c']);
    expect(ids(combine('best', [a!, b!]))).toEqual(['b']);
    const tied = combine('best', [cashback('x', 500), cashback('y', 500)]);
    expect(ids(tied)).toEqual(['x']);
    expect(tied.explanation[1]?.lines.at(-1)).toBe('Preterida: a regra "x" paga o mesmo e vem antes');
  });

  it('chooses within each benefit type', () => {
    const rules = [
      cashback('c1', 100),
      points('p1', 100),
      cashback('c2', 200),
      points('p2', 50),
      voucher('v', 'volta-20'),
    ];
    expect(combine('best', rules).grants).toEqual([
      { ruleId: 'c2', type: 'cashback', amount: 420 },
      { ruleId: 'p2', type: 'points', amount: 420 },
      { ruleId: 'v', type: 'voucher', template: 'volta-20' },
    ]);
  });

  it('compares points as points', () => {
    const result = combine('best', [points('p1', 100), points('p2', 21_000)]);
    expect(result.explanation[1]?.lines.at(-1)).toBe(
      'Preterida: a regra "p1" paga mais (210 pontos contra 1 ponto)',
    );
  });

  it('compares vouchers by face value: the amount, the limit, else the percentage of this total', () => {
    const rules = [
      voucher('vinte', 'volta-20'),
      voucher('dez', 'dez-por-cento'),
      voucher('ate', 'metade-ate-15'),
    ];
    expect(ids(combine('best', rules))).toEqual(['dez']);
    expect(combine('best', rules).explanation.map(({ amount }) => amount)).toEqual([2_000, 2_300, 1_500]);
    const small = { sale: sale({ totalCents: 5_000, freightCents: 0 }) };
    expect(ids(combine('best', rules, small))).toEqual(['vinte']);
    expect(combine('best', rules, small).explanation[0]?.lines).toContain(
      'Vale "volta-20": R$ 20,00 de desconto',
    );
    expect(combine('best', rules, small).explanation[2]?.lines).toContain(
      'Vale "metade-ate-15": 50% de desconto, até R$ 15,00',
    );
  });
});

describe('a voucher that is earned', () => {
  const lines = (template: string): string[] => calculate([voucher('v', template)]).explanation[0]!.lines;

  it('is explained with its terms', () => {
    expect(lines('completo')).toEqual([
      'Base: R$ 230,00 − frete R$ 20,00 = R$ 210,00',
      'Vale "completo": R$ 5,00 de desconto; em compras a partir de R$ 50,00; na loja “centro” ou “norte”; ' +
        'válido por 2 meses; 3 usos',
    ]);
  });

  it('says what it counts as where only the sale decides that (R16)', () => {
    expect(lines('dez-por-cento').slice(1)).toEqual([
      'Vale "dez-por-cento": 10% de desconto',
      'Para comparar vales: R$ 23,00 no total desta venda',
    ]);
  });
});

describe('first (R16)', () => {
  it('is the smallest priority, absent last, then the order of the list', () => {
    const rules = [
      cashback('a', 1_000),
      cashback('b', 100, { priority: 5 }),
      cashback('c', 200, { priority: -1 }),
    ];
    const result = combine('first', rules);
    expect(ids(result)).toEqual(['c']);
    expect(outcomes(result)).toEqual(['a: passed_over', 'b: passed_over', 'c: paid']);
    expect(result.explanation[0]?.lines.at(-1)).toBe(
      'Preterida: a regra "c" vem antes, e só a primeira paga',
    );
    expect(ids(combine('first', [cashback('x', 100), cashback('y', 1_000)]))).toEqual(['x']);
    const last = cashback('z', 1_000, { priority: 9 });
    expect(ids(combine('first', [cashback('x', 100), last]))).toEqual(['z']);
    expect(ids(combine('first', [last, cashback('x', 100)]))).toEqual(['z']);
  });

  it('passes over a rule that does not match or would pay 0, and explains it', () => {
    const rules = [
      cashback('feriado', 1_000, { when: { weekdays: [7] } }),
      cashback('esgotada', 1_000, { budgetCents: 100 }),
      cashback('sempre', 100),
    ];
    const result = combine('first', rules, { budgetLeft: { esgotada: 0 } });
    expect(ids(result)).toEqual(['sempre']);
    expect(outcomes(result)).toEqual(['feriado: not_matched', 'esgotada: nothing', 'sempre: paid']);
  });
});

describe('stack (R16)', () => {
  it('pays all that match, each floored by itself', () => {
    const given = { sale: sale({ totalCents: 199, freightCents: 0 }) };
    const result = combine(
      'stack',
      [cashback('a', 150), cashback('b', 150), cashback('c', 1_000, { when: { weekdays: [1] } })],
      given,
    );
    expect(result.grants).toEqual([
      { ruleId: 'a', type: 'cashback', amount: 2 },
      { ruleId: 'b', type: 'cashback', amount: 2 },
    ]);
  });

  it('gives a voucher per rule, of the same template too (R19)', () => {
    const result = combine('stack', [voucher('a', 'volta-20'), voucher('b', 'volta-20')]);
    expect(result.grants).toEqual([
      { ruleId: 'a', type: 'voucher', template: 'volta-20' },
      { ruleId: 'b', type: 'voucher', template: 'volta-20' },
    ]);
  });
});

describe('a calculation', () => {
  it('without rules gives nothing and says so', () => {
    expect(calculate([])).toEqual({
      baseCents: 21_000,
      grants: [],
      explanation: [
        {
          ruleId: null,
          type: null,
          outcome: 'nothing',
          amount: 0,
          lines: ['O programa não tem regras, e nada é gerado'],
        },
      ],
    });
  });

  it('explains every rule once, in the order of the program', () => {
    const rules = [voucher('v', 'volta-20'), points('p', 100), cashback('c', 500)];
    expect(calculate(rules).explanation.map(({ ruleId }) => ruleId)).toEqual(['v', 'p', 'c']);
  });

  it('of the same facts is the same, and leaves them as they were', () => {
    const given = { monthEarned: Object.freeze({ a: 1 }), budgetLeft: Object.freeze({}) };
    expect(calculate([cashback('a', 500)], given)).toEqual(calculate([cashback('a', 500)], given));
  });
});
