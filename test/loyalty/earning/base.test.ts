import { describe, expect, it } from '@jest/globals';
import { calculate, cashback, explain, points, sale, voucher } from './facts';

const FIVE = cashback('cinco', 500);

describe('the base (R8)', () => {
  it('is the goods, without freight', () => {
    expect(calculate([FIVE])).toMatchObject({
      baseCents: 21_000,
      grants: [{ ruleId: 'cinco', amount: 1_050 }],
    });
    expect(explain(FIVE).lines).toEqual([
      'Base: R$ 230,00 − frete R$ 20,00 = R$ 210,00',
      '5% de R$ 210,00 = R$ 10,50',
    ]);
  });

  it('leaves other expenses out as well', () => {
    const given = { sale: sale({ totalCents: 23_500, otherExpensesCents: 500 }) };
    expect(explain(FIVE, given).lines[0]).toBe(
      'Base: R$ 235,00 − frete R$ 20,00 − outras despesas R$ 5,00 = R$ 210,00',
    );
  });

  it('takes freight and expenses in where the program says so', () => {
    const given = { sale: sale({ totalCents: 23_500, otherExpensesCents: 500 }) };
    const both = { base: { includeFreight: true, includeOtherExpenses: true } };
    expect(calculate([FIVE], given, both).baseCents).toBe(23_500);
    expect(explain(FIVE, given, both).lines[0]).toBe(
      'Base: R$ 235,00, com frete R$ 20,00, com outras despesas R$ 5,00',
    );
    expect(calculate([FIVE], given, { base: { includeFreight: true } }).baseCents).toBe(23_000);
  });

  it('of a sale without extras needs no arithmetic', () => {
    const given = { sale: sale({ totalCents: 21_000, freightCents: 0 }) };
    expect(explain(FIVE, given).lines[0]).toBe('Base: R$ 210,00');
  });

  it('leaves out the part paid with benefit (R9)', () => {
    const given = { benefitPaidCents: 3_000, benefitSpent: true };
    expect(calculate([FIVE], given)).toMatchObject({ baseCents: 18_000, grants: [{ amount: 900 }] });
    expect(explain(FIVE, given).lines[1]).toBe('Parte paga com benefício: R$ 210,00 − R$ 30,00 = R$ 180,00');
  });

  it('keeps it in where the program says so, and shows it', () => {
    const given = { benefitPaidCents: 3_000, benefitSpent: true };
    const kept = { base: { excludeBenefitPaid: false } };
    expect(calculate([FIVE], given, kept)).toMatchObject({ baseCents: 21_000, grants: [{ amount: 1_050 }] });
    expect(explain(FIVE, given, kept).lines[1]).toBe('Parte paga com benefício: R$ 30,00, que conta na base');
  });

  it.each([
    ['everything is paid with benefit', { benefitPaidCents: 21_000 }],
    ['more than everything is paid with benefit', { benefitPaidCents: 30_000 }],
    ['only freight is paid for', { sale: sale({ totalCents: 2_000 }) }],
    ['the discount eats into the freight', { sale: sale({ totalCents: 1_000 }) }],
    ['nothing is paid for', { sale: sale({ totalCents: 0, freightCents: 0 }) }],
  ])('earns nothing of any type, bonus and voucher included, when %s', (_case, given) => {
    const rules = [cashback('a', 500, { bonusCents: 1_000 }), points('b', 100), voucher('c', 'volta-20')];
    const { baseCents, grants, explanation } = calculate(rules, given);
    expect({ baseCents, grants }).toEqual({ baseCents: 0, grants: [] });
    expect(explanation).toMatchObject(
      ['a', 'b', 'c'].map((ruleId) => ({ ruleId, outcome: 'nothing', amount: 0 })),
    );
    for (const { lines } of explanation)
      expect(lines.at(-1)).toBe('A base não passa de zero, e nada é gerado');
  });
});

describe('earnOnRedeemed false (R10)', () => {
  const never = { base: { earnOnRedeemed: false } };

  it('earns nothing once any benefit was spent, even where the part paid counts as 0', () => {
    const { grants, explanation } = calculate([FIVE], { benefitSpent: true, benefitPaidCents: 0 }, never);
    expect(grants).toEqual([]);
    expect(explanation).toMatchObject([{ ruleId: 'cinco', outcome: 'nothing' }]);
  });

  it('earns as usual otherwise, and the default earns either way', () => {
    expect(calculate([FIVE], {}, never).grants).toMatchObject([{ amount: 1_050 }]);
    expect(calculate([FIVE], { benefitSpent: true }).grants).toMatchObject([{ amount: 1_050 }]);
  });
});

describe('goods taken back in exchange (R53)', () => {
  const line = (sku: string, totalCents: number): { sku: string; totalCents: number } => ({
    sku,
    totalCents,
  });
  const exchange = (totalCents: number, ...items: ReturnType<typeof line>[]) => ({
    sale: sale({ totalCents, freightCents: 0, items }),
  });

  it('lower the goods value', () => {
    const given = exchange(7_000, line('camisa', 10_000), line('bone', -3_000));
    expect(calculate([FIVE], given)).toMatchObject({ baseCents: 7_000, grants: [{ amount: 350 }] });
  });

  it('leave nothing to earn on where they are worth more than what is bought, bonus and voucher included', () => {
    const rules = [cashback('a', 500, { bonusCents: 1_000 }), points('b', 100), voucher('c', 'volta-20')];
    const given = exchange(-2_000, line('camisa', 1_000), line('bone', -3_000));
    expect(calculate(rules, given).grants).toEqual([]);
  });

  it('are taken out of the lines of their own product first', () => {
    const shirts = cashback('camisas', 500, { when: { skus: ['camisa'] } });
    const swapped = exchange(5_000, line('camisa', 10_000), line('camisa', -10_000), line('bone', 5_000));
    expect(calculate([shirts], swapped).grants).toEqual([]);
    const other = exchange(12_000, line('camisa', 10_000), line('bone', 5_000), line('meia', -3_000));
    expect(calculate([shirts], other).grants).toMatchObject([{ amount: 400 }]);
  });
});

describe('the base of some products (R8)', () => {
  const shirts = cashback('camisas', 1_000, { when: { skus: ['CAMISA'] } });

  it('is their share of the net goods', () => {
    expect(explain(shirts)).toMatchObject({ outcome: 'paid', amount: 1_400 });
    expect(explain(shirts).lines).toContain('Itens da regra: R$ 140,00 de R$ 210,00 em mercadorias');
  });

  it('shares the order discount and the part paid with benefit by largest remainder', () => {
    const items = [
      { sku: 'CAMISA', totalCents: 100 },
      { sku: 'MEIA', totalCents: 100 },
      { sku: 'CAMISA', totalCents: 100 },
    ];
    const given = { sale: sale({ totalCents: 320, freightCents: 20, items }), benefitPaidCents: 100 };
    const whole = { when: { skus: ['CAMISA'] } };
    expect(explain(cashback('tudo', 10_000, whole), given).amount).toBe(133);
  });

  it('never has freight in it', () => {
    expect(explain(shirts, {}, { base: { includeFreight: true } }).amount).toBe(1_400);
  });

  it('is nothing when benefit paid for more than the goods, though freight keeps the sale above zero', () => {
    const given = { benefitPaidCents: 22_000 };
    const freightIn = { base: { includeFreight: true } };
    expect(calculate([shirts, FIVE], given, freightIn)).toMatchObject({
      baseCents: 1_000,
      grants: [{ ruleId: 'cinco', amount: 50 }],
      explanation: [{ ruleId: 'camisas', outcome: 'nothing', amount: 0 }, { outcome: 'paid' }],
    });
  });

  it('counts a product once however many lines and rules name it', () => {
    const both = cashback('ambas', 1_000, { when: { skus: ['MEIA', 'CAMISA'] } });
    expect(explain(both).amount).toBe(2_100);
  });

  it('is no match for a sale without them', () => {
    const given = { sale: sale({ items: [{ sku: 'CALÇA', totalCents: 21_000 }] }) };
    expect(explain(shirts, given)).toMatchObject({
      outcome: 'not_matched',
      lines: ['Nenhum item da venda (“CALÇA”) é dos produtos pedidos, e a regra vale para: “CAMISA”'],
    });
  });

  it('is nothing when the matching lines were free', () => {
    const items = [
      { sku: 'CAMISA', totalCents: 0 },
      { sku: 'MEIA', totalCents: 21_000 },
    ];
    const given = { sale: sale({ items }) };
    expect(explain(shirts, given)).toMatchObject({ outcome: 'nothing', amount: 0 });
    const brinde = voucher('vale', 'volta-20', { when: { skus: ['CAMISA'] } });
    expect(explain(brinde, given)).toMatchObject({ outcome: 'nothing', amount: 0 });
  });
});
