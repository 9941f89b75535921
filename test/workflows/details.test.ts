import { describe, expect, it } from '@jest/globals';
import { redemptionDetails } from '../../src/activities/redemption/redemption-details';
import { saleDetails } from '../../src/activities/sale/sale-details';
import type { NextStep, Redemption, RuleExplanation } from '../../src/loyalty';
import { readConditions } from '../../src/loyalty/earning/conditions';
import type { EarningFacts } from '../../src/loyalty/earning';
import type { Message } from '../../src/store';
import { proofDetails } from '../../src/workflows/proof-details';
import { redemptionText } from '../../src/workflows/redemption-texts';
import { endedText, failedText, firstText, troubleText } from '../../src/workflows/sale-texts';
import { DAY, aSale, SOLD_AT } from '../loyalty/sale/sales';
import { rendered } from './rendered';

const ZONE = 'America/Sao_Paulo';
const SOLD = { soldAt: SOLD_AT, totalCents: 10_000, channel: 'pos', items: [{ sku: 'Vestido da Ana' }] };
const NEW_HERE = { firstPurchase: true, segments: ['turma da Ana'] };

const INPUT = {
  merchantId: 'mer_1',
  saleId: 'sal_1',
  channel: 'bling' as const,
  externalId: '16_02_*77*',
  connectionId: 'con_1',
  settleMs: 0,
};

const LINES = [
  'Base: R$ 751,20',
  '5% de R$ 751,20 = R$ 37,56',
  'Produtos <b>_A_</b> e [B](x): 2 × R$ 1,00 * 3',
];
const RULES: RuleExplanation[] = [
  { ruleId: 'cash_back_5', type: 'cashback', outcome: 'paid', amount: 3_756, lines: LINES },
  { ruleId: null, type: null, outcome: 'nothing', amount: 0, lines: ['Teto de R$ 50,00: sobram R$ 12,44'] },
];
const ALONE = { messages: [], other: null };
const NEXT: NextStep = {
  do: 'expire',
  at: Date.parse('2027-02-03T03:00:00.000Z'),
  doAt: Date.parse('2027-02-03T04:30:00.000Z'),
};

function aMessage(change: Partial<Message>): Message {
  return {
    ...{
      id: 'x',
      merchantId: 'mer_1',
      saleId: 'sal_1',
      customerId: 'cus_1',
      kind: 'earned',
      channel: 'whatsapp',
    },
    ...{ state: 'failed', reason: 'unreachable', providerId: null, attempts: 1, sendingSince: null },
    ...{
      nextAttemptAt: null,
      sentAt: null,
      createdAt: new Date(SOLD_AT),
      updatedAt: new Date(SOLD_AT + 60_000),
    },
    ...change,
  };
}

const earned = aSale({
  content: { totalCents: 75_120 },
  benefit: { status: 'active', earnedCents: 3_756, activatesAt: SOLD_AT, expiresAt: SOLD_AT + 90 * DAY },
});

/** Fails where anything of it is not read as it was written. */
function expectReadable(details: string, ...said: string[]): void {
  for (const { rules, html, text } of rendered(details)) {
    expect({
      rules,
      math: /math/.test(html),
      markdown: /\*\*|\\|\[|\]\(/.test(text.replaceAll('[B](x)', '')),
    }).toEqual({
      rules,
      math: false,
      markdown: false,
    });
    for (const part of said) expect({ rules, text }).toEqual({ rules, text: expect.stringContaining(part) });
  }
}

describe('the details of a sale, as the Temporal UI renders them', () => {
  it('hold no name of a store, product or segment that somebody typed', () => {
    const facts = { sale: { ...SOLD, storeId: 'Loja “da” Ana' }, zone: ZONE, pinned: NEW_HERE };
    const when = { stores: ['Loja do Beto'], skus: ['SAIA DA ANA'], segment: 'amigas da Ana' };
    const { failed } = readConditions(when, facts as unknown as EarningFacts);
    expect(failed.join()).toContain('Beto');
    const rule = { ruleId: 'r', type: 'cashback', outcome: 'not_matched', amount: 0, lines: failed } as const;
    const details = saleDetails(earned, [rule], null, ALONE);
    expect(details).toMatch(/A loja da venda é “…”, e a regra vale para: “…”/);
    expect(details).not.toMatch(/Ana|ANA|Beto/);
  });

  it('say each amount and each step as it was written, lists as lists, dates as Brazil writes them', () => {
    const details = saleDetails(earned, RULES, NEXT, ALONE);
    expectReadable(
      details,
      'Venda 10231 · R$ 751,20 · benefício disponível',
      'Benefício: R$ 37,56 (programa v1)',
      'Disponível desde 03/11/2026',
      'Válido até 01/02/2027',
      'Próximo passo: vencer o que não foi usado em 03/02/2027 às 00:00',
      'Regra cash_back_5: pagou',
    );
    const nobodys = aSale({ owner: { customerId: null }, benefit: { status: 'unidentified' } });
    expectReadable(saleDetails(nobodys, RULES, null, ALONE), 'Regra cash_back_5: pagaria');
    for (const { items } of rendered(details))
      expect(items).toEqual(expect.arrayContaining([...LINES, 'Teto de R$ 50,00: sobram R$ 12,44']));
  });

  it('would not be read so in the form that they had', () => {
    const former = '**Regra cashback**: pagou\n- Base: R$ 751,20\n- 5% de R$ 751,20 = R$ 37,56';
    const maths = rendered(former).find(({ rules }) => rules === 'maths')!;
    expect(maths.html).toContain('math');
    expect(maths.text).not.toContain('5% de R$ 751,20 = R$ 37,56');
    const plain = rendered('| loja | resultado |\n| --- | --- |\n| mer_1 | confere |').find(
      ({ rules }) => rules === 'plain',
    )!;
    expect(plain.text).toContain('| --- | --- |');
  });

  it('say what became of each message, and why it was not sent', () => {
    const messages = [
      aMessage({}),
      aMessage({ channel: 'email', state: 'delivered', reason: null, sentAt: new Date(SOLD_AT + 120_000) }),
      aMessage({ kind: 'expiring', state: 'skipped', reason: 'no_address' }),
    ];
    expectReadable(
      saleDetails(earned, [], null, { messages, other: null }),
      'Aviso de benefício ganho por WhatsApp: não enviado: número não está no WhatsApp, em 03/11/2026 às 12:01',
      'Aviso de benefício ganho por e-mail: entregue, em 03/11/2026 às 12:02',
      'Aviso de vencimento próximo por WhatsApp: não enviado: o cliente não tem celular',
    );
  });

  it('of a duplicate and of one in review name the other sale', () => {
    const other = { ...aSale({ source: { number: '#77' } }), id: 'sal_2' };
    const about = { messages: [], other };
    const duplicate = aSale({ benefit: { status: 'duplicate' }, purchase: { duplicateOf: 'sal_2' } });
    const held = aSale({ benefit: { status: 'in_review' }, purchase: { reviewId: 'rev_1' } });
    expectReadable(
      saleDetails(duplicate, [], null, about),
      'O benefício conta na venda: #77 (pos), id sal_2',
    );
    expectReadable(saleDetails(held, [], null, about), 'A outra venda: #77 (pos), id sal_2');
  });

  it('leave out whole parts where there is too much, and say where the rest is', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...RULES[0]!, ruleId: `regra-${index}` }));
    const details = saleDetails(earned, many, null, ALONE);
    expect(details.length).toBeLessThan(6_200);
    expectReadable(details, 'O restante está em GET /v1/sales/{id}.');
  });
});

describe('what a run says of itself where no step has', () => {
  it('from the first moment: that it reads the sale, and since when', () => {
    expectReadable(
      firstText(INPUT, SOLD_AT),
      'Venda 16_02_*77* (bling): lendo a venda',
      'Desde 03/11/2026 às 12:00 (horário de Brasília)',
    );
  });

  it.each([
    [
      'Bling.day_quota',
      'a cota diária de consultas desta empresa no Bling acabou',
      'a cota é renovada à meia-noite',
    ],
    ['Bling.unavailable', 'o Bling não responde', 'nada; a venda é lida sozinha'],
    ['no_answer', 'nenhum worker fez a leitura a tempo', 'nada, se passar em minutos'],
    ['MongoNetworkError', 'o passo está falhando (MongoNetworkError)', 'Pending activities'],
  ])(
    'while the source cannot be read (%s): why, since when, which attempt, what to do',
    (kind, why, whatToDo) => {
      const details = troubleText(
        INPUT,
        { kind, since: SOLD_AT, attempts: 7 },
        saleDetails(earned, RULES, NEXT, ALONE),
      );
      expectReadable(
        details,
        'não foi possível ler a venda na origem',
        `Motivo: ${why}`,
        'Desde: 03/11/2026 às 12:00',
        'Tentativas até agora: 7',
        `O que fazer: `,
        whatToDo,
        'Benefício: R$ 37,56',
      );
    },
  );

  it('while the sale waits for its turn: until when, and that nothing has failed', () => {
    const trouble = { kind: 'Bling.rate_limited', since: SOLD_AT, attempts: 1, until: SOLD_AT + 3_600_000 };
    const details = troubleText(INPUT, trouble);
    expectReadable(
      details,
      'a venda espera a sua vez de ser lida no Bling',
      'Desde: 03/11/2026 às 12:00',
      'Espera até: 03/11/2026 às 13:00',
    );
    expect(details).not.toContain('não foi possível');
  });

  it('after it has failed unread: that it is read again, and what was known', () => {
    const known = saleDetails(earned, RULES, NEXT, ALONE);
    expectReadable(
      failedText(INPUT, SOLD_AT, known),
      'a execução falhou sem ler a venda na origem em 03/11/2026 às 12:00',
      'A varredura de execuções perdidas lê a venda de novo',
      'O que se sabia da venda continua valendo',
      'Benefício: R$ 37,56',
    );
    expect(failedText(INPUT, SOLD_AT)).not.toContain('continua valendo');
  });

  it('after it was cancelled: that value stays, and when it comes back', () => {
    const left = {
      next: { do: 'expire' as const, at: new Date(NEXT.at).toISOString(), key: null },
      details: 'x',
    };
    const outcome = {
      ...left,
      status: 'active' as const,
      customerId: null,
      saleNumber: null,
      benefitCents: 0,
    };
    expectReadable(
      endedText(INPUT, outcome, SOLD_AT),
      'cancelar a execução não estorna nada',
      '03/02/2027 às 00:00',
    );
  });
});

describe('the details of redemptions and proofs', () => {
  const use = { type: 'cashback', amount: 123_456, state: 'reserved', saleTotalCents: 500_000 } as Redemption;
  const reserved: Redemption = { ...use, zone: 'America/Manaus', reservedUntil: SOLD_AT };

  it('say amounts in reais, and until when in the store’s zone', () => {
    expectReadable(
      redemptionDetails(reserved),
      'Resgate: R$ 1.234,56 de cashback numa venda de R$ 5.000,00 · reservado até 03/11/2026 às 11:00',
    );
    const receipt = { type: 'cashback', amount: 950, state: 'confirmed', reservedUntil: '' } as const;
    expectReadable(redemptionText(receipt as never), 'Resgate: R$ 9,50 de cashback · usado');
  });

  it('agree in number and group thousands in runs of an older version too', () => {
    const of = (type: string, amount: number): never =>
      ({ type, amount, state: 'confirmed', reservedUntil: '' }) as never;
    expectReadable(
      redemptionText(of('cashback', 123_456_789)),
      'Resgate: R$ 1.234.567,89 de cashback · usado',
    );
    expectReadable(redemptionText(of('points', 1)), 'Resgate: 1 ponto · usado');
    expectReadable(redemptionText(of('points', 12_345)), 'Resgate: 12.345 pontos · usado');
  });

  it('of a proof are one item for each merchant', () => {
    const proofs = [{ merchantId: 'mer_1', outcome: 'unproved' as const }];
    const details = proofDetails({ merchants: 1, holding: 0, broken: 0, unproved: 1, proofs });
    for (const { items } of rendered(details))
      expect(items).toEqual(['mer_1: não pôde ser conferida, ver os passos que falharam']);
  });
});
