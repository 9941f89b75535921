import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ProgramInput } from '../../../../src/loyalty/program';
import { programRegulation, regulationText } from '../../../../src/loyalty/words/regulation';
import { EVERY_FIELD, MUTATIONS, withField } from '../../program/fields-in-use';
import { FULL_PROGRAM, programInput, published } from '../../program/programs';

const fixture = (name: string): string => readFileSync(join(__dirname, `${name}.md`), 'utf8');
const textOf = (parts: Partial<ProgramInput>): string => regulationText(published(programInput(parts)));
const rule = (grant: object, extras: object = {}): ProgramInput['earning'] =>
  ({ rules: [{ id: 'regra', grant, ...extras }] }) as ProgramInput['earning'];
const CASHBACK = { type: 'cashback', rateBps: 500 };

describe('the regulation', () => {
  it('of the program of the design reads so', () => {
    expect(regulationText(published(FULL_PROGRAM))).toBe(fixture('design-program'));
  });

  it('of the smallest program reads so', () => {
    expect(regulationText(published(programInput()))).toBe(fixture('smallest-program'));
  });

  it.each(MUTATIONS.filter(([path]) => !path.endsWith('.id')))('changes with %s', (path, value) => {
    expect(regulationText(withField(path, value))).not.toBe(regulationText(EVERY_FIELD));
  });
});

describe('a customer', () => {
  it('never reads a rule’s id: a rule has the name it was given, or a number', () => {
    const text = textOf({
      earning: {
        combine: 'first',
        rules: [
          {
            id: 'x-interno-1',
            name: 'Quinta em dobro',
            grant: { type: 'cashback', rateBps: 1_000 },
            priority: 2,
          },
          { id: 'x-interno-2', grant: { type: 'cashback', rateBps: 500 }, priority: 1 },
        ],
      },
    });
    expect(text).not.toContain('x-interno');
    expect(text).toContain('\n\nQuinta em dobro: 10% do valor da compra em cashback. ');
    expect(text).toContain('\n\nRegra 2: 5% do valor da compra em cashback. ');
    expect(text).toContain('nesta ordem (cashback: regra 2 e Quinta em dobro)');
  });
});

describe('the regulation says how a rule earns', () => {
  const ruleLine = (earning: ProgramInput['earning'], parts: Partial<ProgramInput> = {}): string =>
    textOf({ earning, ...parts })
      .split('\n')
      .find((line) => line.startsWith('Regra 1: '))!;

  it.each([
    ['a rate', rule(CASHBACK), '5% do valor da compra em cashback'],
    [
      'multiplier and bonus',
      rule(CASHBACK, { multiplierMilli: 1_500, bonusCents: 100 }),
      '5% do valor da compra em cashback, com multiplicador de 1,5×, mais um bônus de R$ 1,00 de cashback',
    ],
    [
      'a bonus alone',
      rule({ type: 'cashback', rateBps: 0 }, { bonusCents: 1_000, multiplierMilli: 2_000 }),
      'R$ 10,00 de cashback por compra',
    ],
    [
      'points with caps and budget',
      rule(
        { type: 'points', points: 2, perCents: 300 },
        { bonusPoints: 1, capPerSalePoints: 50, capPerCustomerPerMonthPoints: 90, budgetPoints: 1_000 },
      ),
      '2 pontos a cada R$ 3,00 do valor da compra, mais um bônus de 1 ponto, até 50 pontos por compra, ' +
        'até 90 pontos por cliente em cada mês, enquanto durar a verba de 1.000 pontos',
    ],
    [
      'products',
      rule(CASHBACK, { when: { skus: ['A'] } }),
      '5% do valor dos produtos participantes em cashback. Condições: compras com o produto A',
    ],
  ])('by %s (R12)', (_case, earning, text) => {
    expect(ruleLine(earning)).toContain(`Regra 1: ${text}.`);
  });

  it('by a voucher, with its terms (R19)', () => {
    const vouchers = {
      dez: {
        discount: { type: 'percent' as const, bps: 1_000, maxCents: 5_000 },
        uses: 3,
        stores: ['centro'],
      },
    };
    expect(ruleLine(rule({ type: 'voucher', template: 'dez' }), { vouchers })).toBe(
      'Regra 1: a cada compra, um vale de 10% de desconto, até R$ 50,00, só na loja centro, para usar até 3 vezes, ' +
        'sem vencimento. Vale para todas as compras.',
    );
  });

  it.each([
    [{ minSaleCents: 5_000 }, 'compras a partir de R$ 50,00'],
    [{ maxSaleCents: 5_000 }, 'compras de até R$ 50,00'],
    [
      { channels: ['bling', 'import', 'manual'] },
      'compras registradas no sistema da loja (Bling), registradas por planilha ou lançadas pela equipe da loja',
    ],
    [{ stores: ['centro'] }, 'compras na loja centro'],
    [{ stores: ['0'] }, 'compras sem canal de venda'],
    [{ stores: ['centro', '0@con_1'] }, 'compras na loja centro ou sem canal de venda'],
    [{ weekdays: [7, 1] }, 'compras feitas às segundas-feiras e aos domingos'],
    [{ from: '2026-03-01' }, 'compras a partir de 01/03/2026'],
    [{ until: '2026-03-31' }, 'compras até 31/03/2026, inclusive'],
    [{ from: '2026-03-01', until: '2026-03-31' }, 'compras de 01/03/2026 a 31/03/2026, inclusive'],
    [{ firstPurchase: true }, 'primeira compra do cliente'],
    [{ firstPurchase: false }, 'da segunda compra do cliente em diante'],
    [{ segment: 'vip', minSaleCents: 100 }, 'compras a partir de R$ 1,00; clientes do segmento "vip"'],
  ])('under the conditions %j (R7)', (when, text) => {
    expect(ruleLine(rule(CASHBACK, { when })).split('Condições: ')[1]).toBe(`${text}.`);
  });

  it('and leaves out one that can never pay (R12)', () => {
    const earning = rule({ type: 'cashback', rateBps: 0 });
    expect(textOf({ earning })).not.toContain('Regra 1');
    expect(programRegulation(published(programInput({ earning }))).sections[0]?.paragraphs[0]).toContain(
      'não gera novos benefícios',
    );
  });
});

describe('the regulation says what becomes of an end that nobody was told of (fair expiry)', () => {
  const of = (before: string[], fair = true): string =>
    textOf({ expiry: { after: 'P90D' }, messages: { expiring: { before, fair } } });

  it.each([
    [['P7D'], 'mais 7 dias.'],
    [['P0D'], 'mais 1 dia.'],
    [['P3D', 'P1D'], 'mais 3 dias ou 1 dia: o maior prazo entre os avisos que ainda estavam por vir'],
  ])('by the leads %j', (before, words) => {
    expect(of(before)).toContain(`ele não vence nesse dia e ganha, uma única vez, ${words}`);
  });

  it('and promises nothing where a reminder may be given up, or none is to come', () => {
    const paragraphs = of(['P7D']).split('\n\n');
    const at = paragraphs.findIndex((one) => one.includes('uma única vez'));
    const [promise = '', ends = ''] = paragraphs.slice(at);
    expect(promise).toContain('ganho numa compra');
    expect(promise).not.toContain('nenhum aviso');
    for (const one of ['limite de mensagens', 'sem mensagens', 'crédito dado pela loja', 'a seu pedido'])
      expect(ends).toContain(one);
  });

  it('and is silent where ends stand', () => {
    expect(of(['P7D'], false)).not.toContain('uma única vez');
  });
});

describe('the regulation says how rules combine (R16)', () => {
  const rules = [
    { id: 'a', grant: { type: 'cashback' as const, rateBps: 100 } },
    { id: 'b', grant: { type: 'cashback' as const, rateBps: 200 }, priority: 5 },
    { id: 'c', grant: { type: 'cashback' as const, rateBps: 300 }, priority: 1 },
    { id: 'p', grant: { type: 'points' as const, points: 1, perCents: 100 } },
  ];
  const paragraphs = (combine: 'best' | 'first' | 'stack'): string[] | undefined =>
    programRegulation(published(programInput({ earning: { combine, rules } }))).sections.find(
      ({ heading }) => heading === 'Quando mais de uma regra vale',
    )?.paragraphs;

  it('by the best, in order of priority on a tie', () => {
    expect(paragraphs('best')).toEqual([
      'Se várias regras do mesmo tipo de benefício valem para a mesma compra, você ganha o da que rende mais, já ' +
        'contados limites e verbas. No empate vale a que vem antes nesta ordem (cashback: regra 3, regra 2 e regra 1).',
    ]);
  });

  it('by the first in order of priority', () => {
    expect(paragraphs('first')?.[0]).toContain(
      'só o da primeira nesta ordem (cashback: regra 3, regra 2 e regra 1)',
    );
  });

  it('by all of them', () => {
    expect(paragraphs('stack')?.[0]).toContain('você ganha o benefício de todas elas');
  });

  it('and nothing where no two rules give the same', () => {
    expect(textOf({})).not.toContain('Quando mais de uma regra vale');
  });
});

describe('the regulation says from when and until when', () => {
  it.each([
    ['PT0S', 'assim que a conclusão da compra é registrada, sem carência.'],
    ['P0D', 'assim que a conclusão da compra é registrada, sem carência.'],
    ['PT48H', 'em carência por 48 horas, a contar do momento em que a conclusão da compra é registrada.'],
    [
      'P1D',
      'em carência por 1 dia, a contar da data em que a conclusão da compra é registrada, e pode ser usado',
    ],
    [
      'P1M',
      'desde o começo do último dia desse prazo. Se o mês em que o prazo acaba não tem o dia, conta o último',
    ],
  ])('a holding of %s is over (R3)', (after, text) => {
    expect(textOf({ holding: { after } })).toContain(text);
  });

  it.each([
    [undefined, 'O saldo não vence.'],
    [
      { after: 'P90D' },
      'vale por 90 dias, a contar da data em que fica disponível, e pode ser usado até o fim do último dia.',
    ],
    [
      { after: 'P90D', roundUpTo: 'month' as const },
      'vale por 90 dias, a contar da data em que fica disponível, e daí até o fim do mês em que esse prazo termina.',
    ],
    [{ after: 'PT36H' }, 'vale por 36 horas, a contar do momento em que fica disponível.'],
    [
      { after: 'PT36H', roundUpTo: 'day' as const },
      'vale por 36 horas, a contar do momento em que fica disponível, e daí até o fim do dia em que esse prazo termina.',
    ],
  ])('balance with %j can be used (R4, R5)', (expiry, text) => {
    expect(textOf({ expiry })).toContain(text);
  });
});

describe('the regulation says how balance is used and comes back', () => {
  it.each([
    [{ maxShareBps: 0 }, 'No momento o saldo não pode ser usado para pagar compras.'],
    [{ maxShareBps: 10_000 }, 'O saldo pode pagar o total da compra, menos o frete.'],
    [
      { maxShareBps: 2_550 },
      'até 25,5% do total da compra, sem contar o frete e arredondado para baixo ao centavo.',
    ],
    [{ minSaleCents: 5_000 }, 'o total da compra, com frete, tem de ser de pelo menos R$ 50,00.'],
    [{ minBalanceCents: 500 }, 'você precisa ter antes do uso pelo menos R$ 5,00 disponíveis.'],
    [{ reservation: 'P1D' }, 'fica reservado por 1 dia a contar do pedido, até o fim do último dia.'],
    [{ rollbackWindow: 'PT0S' }, 'Um uso confirmado não pode ser desfeito pela loja.'],
    [{ rollbackWindow: 'P0D' }, 'A loja pode desfazer um uso confirmado até o fim do dia da confirmação.'],
    [{ graceAfterRollback: 'PT0S' }, 'ele volta para você com a validade que tinha.'],
    [{ graceAfterRollback: 'P0D' }, 'pode ser usado ao menos até o fim do dia do retorno.'],
  ])('with %j (R30-R34)', (redemption, text) => {
    expect(textOf({ redemption })).toContain(text);
  });

  it.each([
    ['pending_only' as const, 'Nada mais é retirado, e o que você já usou não é cobrado.'],
    ['to_zero' as const, 'sem deixar você devendo.'],
    ['allow_debt' as const, 'fica como saldo devedor'],
  ])('and taken back under %s (R23)', (clawback, text) => {
    expect(textOf({ returns: { clawback } })).toContain(text);
  });
});

describe('any regulation', () => {
  const programs = [EVERY_FIELD, ...MUTATIONS.map(([path, value]) => withField(path, value))];

  it('has no empty section, no gap in a sentence and an end to each', () => {
    for (const program of programs) {
      for (const { heading, paragraphs } of programRegulation(program).sections) {
        expect([heading, paragraphs.length > 0]).toEqual([heading, true]);
        for (const paragraph of paragraphs) {
          expect(paragraph).toMatch(/^\p{Lu}.*[^\s.]\.$/u);
          expect(paragraph).not.toMatch(
            /undefined|null|NaN| {2}|\.\.| [,.;]|\b1 (dias|meses|vezes|pontos)\b/,
          );
        }
      }
    }
  });

  it('cannot be turned into markup by what a merchant writes', () => {
    const text = textOf({ name: '*Clube* <b>_x_</b> [a](b)', timezone: 'Asia/Ho_Chi_Minh' });
    expect(text).toContain('# Regulamento do programa \\*Clube\\* \\<b\\>\\_x\\_\\</b\\> \\[a\\](b)\n');
    expect(text).toContain('o fuso horário Asia/Ho_Chi_Minh');
  });
});
