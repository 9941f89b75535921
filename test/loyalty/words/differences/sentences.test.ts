import { describe, expect, it } from '@jest/globals';
import type { ProgramInput } from '../../../../src/loyalty/program';
import { programDiff } from '../../../../src/loyalty/words/differences';
import { EVERY_FIELD, withField } from '../../program/fields-in-use';
import { FIVE_PERCENT, FULL_PROGRAM, programInput, published } from '../../program/programs';

const texts = (before: ProgramInput, after: ProgramInput): string[] =>
  programDiff(published(before), published(after)).map(({ text }) => text);

/** The only sentence about one field that takes another value in the program that uses every field. */
function sentence(path: string, value: unknown): string {
  const [change, ...others] = programDiff(EVERY_FIELD, withField(path, value));
  if (!change || others.length > 0) throw new Error('One field makes one change.');
  return change.text;
}

/** The same when the field was absent before. */
function appearing(path: string): string[] {
  return programDiff(withField(path, undefined), EVERY_FIELD).map(({ text }) => text);
}

describe('a change reads as a sentence a merchant understands', () => {
  it.each([
    ['name', 'Clube Novo', 'O programa passa a se chamar Clube Novo (antes, Clube da Loja)'],
    [
      'timezone',
      'America/Manaus',
      'O programa passa a seguir o horário de Manaus (antes, o horário de Brasília)',
    ],
    ['earning.base.includeFreight', true, 'O frete passa a entrar no valor que rende benefício'],
    [
      'earning.base.excludeBenefitPaid',
      false,
      'A parte da compra paga com benefício passa a render benefício',
    ],
    ['earning.base.earnOnRedeemed', false, 'Uma compra em que se usou benefício deixa de render benefício'],
    [
      'earning.combine',
      'first',
      'Quando várias regras do mesmo tipo de benefício valem para uma venda, passa a valer só a primeira na ' +
        'ordem de prioridade (antes, a que paga mais)',
    ],
    ['earning.rules.campanha.grant.rateBps', 700, 'A regra campanha passa de 5% para 7%'],
    [
      'earning.rules.pontos.grant.perCents',
      200,
      'A regra pontos passa de 1 ponto a cada R$ 1,00 para 1 ponto a cada R$ 2,00',
    ],
    [
      'earning.rules.vale-volta.grant.template',
      'dez',
      'A regra vale-volta passa de vale volta-20 para vale dez',
    ],
    [
      'earning.rules.campanha.when.stores',
      ['centro', 'sul', 'leste'],
      'A regra campanha passa a valer também para as lojas sul e leste e deixa de valer para a loja norte',
    ],
    ['earning.rules.campanha.when.weekdays', [1], 'A regra campanha deixa de valer para o dia terça-feira'],
    [
      'earning.rules.campanha.when.channels',
      undefined,
      'A regra campanha passa a valer para qualquer canal (valia para os canais ponto de venda e loja virtual)',
    ],
    [
      'earning.rules.campanha.when.until',
      undefined,
      'A regra campanha deixa de ter data de fim (era 31/03/2026)',
    ],
    [
      'earning.rules.campanha.when.firstPurchase',
      undefined,
      'A regra campanha passa a valer em qualquer compra do cliente, primeira ou não',
    ],
    [
      'earning.rules.campanha.multiplierMilli',
      undefined,
      'O multiplicador da regra campanha passa de 2,5× para 1×',
    ],
    [
      'earning.rules.campanha.capPerSaleCents',
      6_000,
      'O teto por venda da regra campanha passa de R$ 50,00 para R$ 60,00',
    ],
    [
      'earning.rules.campanha.budgetCents',
      undefined,
      'A regra campanha deixa de ter verba (era de R$ 1.000,00)',
    ],
    ['earning.rules.pontos.bonusPoints', 1, 'O bônus da regra pontos passa de 10 pontos para 1 ponto'],
    ['earning.rules.campanha.priority', 1, 'A prioridade da regra campanha passa de 2 para 1'],
    ['holding.after', 'PT0S', 'O prazo de carência deixa de existir (antes, 8 dias)'],
    [
      'earning.combine',
      'stack',
      'Quando várias regras do mesmo tipo de benefício valem para uma venda, passam a valer todas, somadas (antes, a ' +
        'que paga mais)',
    ],
    ['expiry.after', 'P1M', 'A validade do cashback e dos pontos passa de 90 dias para 1 mês'],
    [
      'expiry.roundUpTo',
      'month',
      'A validade do cashback e dos pontos passa a ir até o fim do mês em que terminaria (antes, do dia)',
    ],
    ['expiry', undefined, 'O cashback e os pontos deixam de vencer (a validade era de 90 dias)'],
    ['redemption.maxShareBps', 5_000, 'A parte da compra que pode ser paga com saldo passa de 30% para 50%'],
    ['redemption.reservation', 'P1DT12H', 'O tempo de uma reserva passa de 15 minutos para 1 dia e 12 horas'],
    ['redemption.rollbackWindow', 'PT0S', 'O prazo para desfazer um uso deixa de existir (antes, 90 dias)'],
    [
      'returns.clawback',
      'pending_only',
      'O benefício de uma venda devolvida ou cancelada passa a ser retirado só do que ainda resta do benefício da ' +
        'própria venda (antes, também de outros benefícios do mesmo tipo, e o que faltar fica como saldo devedor)',
    ],
    ['vouchers.volta-20.uses', 3, 'O limite do vale volta-20 passa de 1 uso para 3 usos'],
    ['vouchers.volta-20.validity', undefined, 'O vale volta-20 deixa de vencer (a validade era de 60 dias)'],
    [
      'vouchers.volta-20.discount',
      { type: 'percent', bps: 1_000, maxCents: 5_000 },
      'O vale volta-20 passa a dar 10% de desconto, até R$ 50,00 em vez de R$ 20,00 de desconto',
    ],
    [
      'messages.expiring.before',
      ['P3D', 'P0D'],
      'Os avisos de vencimento passam a sair 3 dias antes e no último dia (antes: 7 dias antes e 1 dia antes)',
    ],
    [
      'messages.earned.channels',
      ['email'],
      'A mensagem de benefício ganho passa a sair por e-mail (antes, por WhatsApp e e-mail)',
    ],
    ['messages.expired', undefined, 'Os clientes deixam de receber a mensagem de benefício vencido'],
    [
      'messages.returned',
      undefined,
      'A mensagem de benefício retirado ou devolvido passa a sair pelos mesmos canais da mensagem de benefício ganho',
    ],
  ])('%s: %j', (path, value, text) => {
    expect(sentence(path, value)).toBe(text);
  });

  it.each([
    ['earning.rules.campanha.when.stores', 'A regra campanha passa a valer só para as lojas centro e norte'],
    ['earning.rules.campanha.when.minSaleCents', 'A regra campanha passa a ter compra mínima de R$ 50,00'],
    ['earning.rules.campanha.when.from', 'A regra campanha passa a valer só a partir de 01/03/2026'],
    [
      'earning.rules.campanha.when.segment',
      'A regra campanha passa a valer só para clientes do segmento "vip"',
    ],
    [
      'earning.rules.campanha.capPerCustomerPerMonthCents',
      'A regra campanha passa a ter teto por cliente e mês de R$ 90,00',
    ],
    [
      'expiry',
      'O cashback e os pontos passam a vencer, 90 dias depois de ficarem disponíveis, no fim do dia',
    ],
    ['vouchers.volta-20.validity', 'O vale volta-20 passa a vencer, 60 dias depois de ficar disponível'],
    ['messages.earned', 'Os clientes passam a receber a mensagem de benefício ganho, por WhatsApp e e-mail'],
  ])('%s appears', (path, text) => {
    expect(appearing(path)).toEqual([text]);
  });
});

describe('rules', () => {
  const more = (...rules: object[]): ProgramInput =>
    programInput({ earning: { rules: [FIVE_PERCENT, ...rules] as (typeof FIVE_PERCENT)[] } });
  const points = { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } };

  it('that are new are told in full', () => {
    expect(texts(programInput(), published(FULL_PROGRAM))).toEqual(
      expect.arrayContaining([
        'A regra cashback-5 passa a ter compra mínima de R$ 50,00',
        'A regra cashback-5 passa a ter teto por venda de R$ 50,00',
        'Nova regra pontos: 1 ponto a cada R$ 1,00 do valor da compra',
        'Nova regra vale-volta: um vale de R$ 20,00 de desconto, em compras a partir de R$ 100,00, para usar 1 vez, ' +
          'válido por 60 dias depois de ficar disponível. Condições: compras a partir de R$ 200,00',
        'Novo vale volta-20: R$ 20,00 de desconto, em compras a partir de R$ 100,00, para usar 1 vez, ' +
          'válido por 60 dias depois de ficar disponível',
      ]),
    );
  });

  it('that go leave what was earned (R18)', () => {
    expect(texts(more(points), programInput())).toEqual([
      'A regra pontos deixa de existir: vendas já calculadas conservam o que ganharam',
    ]);
  });

  it('may give another kind of benefit', () => {
    expect(texts(more({ ...points, grant: { type: 'cashback', rateBps: 100 } }), more(points))).toEqual([
      'A regra pontos passa a dar 1 ponto a cada R$ 1,00 em vez de 1% de cashback',
    ]);
  });

  it('that change several parts of what they give do so in one sentence', () => {
    const twice = { ...points, grant: { type: 'points', points: 3, perCents: 200 } };
    expect(programDiff(published(more(points)), published(more(twice)))).toEqual([
      {
        path: 'earning.rules.pontos.grant',
        kind: 'changed',
        text: 'A regra pontos passa de 1 ponto a cada R$ 1,00 para 3 pontos a cada R$ 2,00',
      },
    ]);
  });

  it('that change places are told in their new order (R16)', () => {
    const other = { id: 'outra', grant: { type: 'cashback', rateBps: 100 } };
    expect(texts(more(points, other), more(other, points))).toEqual([
      'As regras passam a vir nesta ordem: cashback-5, outra e pontos',
    ]);
    expect(texts(more(points), more(other, points))).toHaveLength(1);
  });

  it('that can no longer pay anything are pointed out (R12)', () => {
    const warning = 'A regra pontos, como fica, nunca paga nada: confira a taxa, os tetos e a verba';
    expect(texts(more(points), more({ ...points, budgetPoints: 0 }))).toContain(warning);
    const nothing = { ...points, grant: { type: 'points', points: 0, perCents: 100 } };
    expect(texts(more(points), more(nothing))).toContain(warning);
    expect(texts(more(points), more({ ...nothing, bonusPoints: 5 }))).not.toContain(warning);
    expect(texts(more(nothing), more({ ...nothing, priority: 1 }))).toEqual([
      'A regra pontos passa a ter prioridade de 1',
    ]);
    expect(texts(more(), more(nothing))).toEqual([
      'Nova regra pontos: nada por compra. Como está, ela nunca paga nada: confira a taxa, os tetos e a verba',
    ]);
  });
});

describe('a version', () => {
  it('that is the first is one sentence', () => {
    expect(programDiff(null, published(FULL_PROGRAM))).toEqual([
      {
        path: '',
        kind: 'added',
        text: 'Primeira versão do programa Clube da Loja, com 3 regras: cashback-5, pontos e vale-volta',
      },
    ]);
    expect(programDiff(null, published(programInput({ earning: { rules: [] } })))[0]?.text).toBe(
      'Primeira versão do programa Clube da Loja, sem regras',
    );
  });

  it('that writes the same in another way changes nothing', () => {
    const written = { ...FULL_PROGRAM, holding: { after: 'P1W1D' } };
    const messages = { earned: {}, expiring: { before: ['P1D', 'P1W'] } };
    const same = {
      earned: { channels: ['email' as const, 'whatsapp' as const] },
      expiring: { before: ['P7D', 'P1D'] },
    };
    expect(texts({ ...FULL_PROGRAM, messages: same }, { ...written, messages })).toEqual([]);
  });

  it('tells no time at all from the rest of a day where that matters (R33)', () => {
    const window = (rollbackWindow: string): ProgramInput => programInput({ redemption: { rollbackWindow } });
    expect(texts(window('P0D'), window('PT0S'))).toHaveLength(1);
    expect(texts(programInput({ holding: { after: 'P0D' } }), programInput())).toEqual([]);
  });
});
