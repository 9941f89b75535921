import { describe, expect, it } from '@jest/globals';
import { renderMessage as render } from '../../src/messaging';
import type {
  Benefit,
  CustomerMessage,
  EarnedMessage,
  RenderedMessage,
  VoucherGift,
} from '../../src/messaging';
import { plainSpaces } from '../plain-spaces';

const renderMessage = (message: CustomerMessage): RenderedMessage => plainSpaces(render(message));

const NOTHING: Benefit = { cashbackCents: 0, points: 0, pointsCents: 0, vouchers: [] };
const CASHBACK: Benefit = { ...NOTHING, cashbackCents: 1250 };
const POINTS: Benefit = { ...NOTHING, points: 120, pointsCents: 120 };
const VOUCHER: VoucherGift = {
  code: 'K7QM-3XRT-9WHP',
  discount: { type: 'amount', cents: 2000 },
  minSaleCents: 0,
  stores: null,
  uses: 1,
  validUntil: '2027-02-26',
};
const EARNED: EarnedMessage = {
  kind: 'earned',
  firstName: 'Ana',
  programName: 'Clube da Loja',
  benefit: CASHBACK,
  paysDebt: NOTHING,
  usableFrom: '2026-11-28',
  validUntil: '2027-02-26',
};
const pick = ({ vouchers }: Benefit): Pick<Benefit, 'vouchers'> => ({ vouchers });
const voucher = (changes: Partial<VoucherGift>): Benefit => ({
  ...NOTHING,
  vouchers: [{ ...VOUCHER, ...changes }],
});
const earned = (changes: Partial<EarnedMessage>): ReturnType<typeof renderMessage> =>
  renderMessage({ ...EARNED, ...changes });
const amount = (benefit: Benefit): string | undefined => earned({ benefit }).whatsapp.parameters[2];

it('no line ends between R$ and its amount, in whatever form', () => {
  const { whatsapp, email } = render({
    ...EARNED,
    benefit: { ...CASHBACK, ...voucher({}), cashbackCents: 1250 },
  });
  for (const text of [...whatsapp.parameters, email.subject, email.text, email.html]) {
    expect(text).not.toContain('R$ ');
  }
  expect(whatsapp.parameters[2]).toContain('R$\u00a012,50');
  expect(email.text).toContain('R$\u00a020,00 de desconto');
});

describe('a validity of hours', () => {
  it('is told with its hour', () => {
    const { whatsapp, email } = earned({ usableFrom: '2026-11-28T15:30', validUntil: '2026-11-29T01:00' });
    expect(whatsapp.parameters.slice(3)).toEqual(['28/11/2026 às 15h30', '29/11/2026 à 1h']);
    expect(email.text).toContain('Você pode usar a partir de 28/11/2026 às 15h30. Vale até 29/11/2026 à 1h.');
  });

  it('is told so before and after its end, and of a voucher', () => {
    const about = { firstName: 'Ana', programName: 'Clube da Loja', validUntil: '2026-11-29T18:05' };
    const gift = voucher({ validUntil: '2026-11-29T18:05' });
    expect(renderMessage({ kind: 'expiring', ...about, benefit: CASHBACK }).email.text).toContain(
      'no programa Clube da Loja você tem R$ 12,50 para usar até 29/11/2026 às 18h05.\n\nAproveite',
    );
    expect(renderMessage({ kind: 'expired', ...about, benefit: gift }).email.text).toContain(
      'O vale K7QM-3XRT-9WHP (R$ 20,00 de desconto) venceu em 29/11/2026 às 18h05, sem uso,',
    );
    expect(earned({ benefit: gift }).email.text).toContain('válido até 29/11/2026 às 18h05');
  });
});

describe('agreement in number', () => {
  const expired = (benefit: Benefit): string =>
    renderMessage({
      kind: 'expired',
      firstName: 'Ana',
      programName: 'Clube',
      validUntil: '2026-11-29',
      benefit,
    }).email.text;
  it.each([
    [
      { ...NOTHING, cashbackCents: 4000, ...pick(voucher({})) },
      'R$ 40,00 e o vale K7QM-3XRT-9WHP (R$ 20,00 de desconto) venceram em',
    ],
    [{ ...NOTHING, cashbackCents: 4000 }, 'R$ 40,00 venceram em'],
    [{ ...NOTHING, cashbackCents: 150 }, 'R$ 1,50 venceu em'],
    [{ ...NOTHING, points: 1, pointsCents: 1 }, '1 ponto (R$ 0,01) venceu em'],
    [{ ...NOTHING, points: 2, pointsCents: 2 }, '2 pontos (R$ 0,02) venceram em'],
  ])('%#', (benefit, text) => {
    expect(expired(benefit)).toContain(`\n${text} 29/11/2026, sem uso, no programa Clube.`);
  });
});

describe('the message about something earned', () => {
  it('tells amount, first and last day on WhatsApp', () => {
    expect(earned({}).whatsapp).toEqual({
      template: 'retorno_beneficio_ganho',
      parameters: ['Ana', 'Clube da Loja', 'R$ 12,50', '28/11/2026', '26/02/2027'],
    });
  });

  it('says "hoje" for what can be used already and "sem vencimento" for what never expires', () => {
    expect(earned({ usableFrom: null, validUntil: null }).whatsapp.parameters.slice(3)).toEqual([
      'hoje',
      'sem vencimento',
    ]);
  });

  it('reads so as an e-mail', () => {
    const { email } = earned({});
    expect(email.subject).toBe('Você ganhou R$ 12,50 | Clube da Loja');
    expect(email.text).toBe(
      [
        'Olá, Ana!',
        'Obrigado pela sua compra! Com ela você ganhou R$ 12,50 no programa Clube da Loja.',
        'Você pode usar a partir de 28/11/2026. Vale até o fim do dia 26/02/2027.',
        'Para usar, é só se identificar na loja na hora de pagar.',
        'Clube da Loja',
        '--\nVocê recebeu esta mensagem porque participa do programa Clube da Loja. Dúvidas sobre o programa ou sobre estas mensagens? Fale com a loja.\n',
      ].join('\n\n'),
    );
    expect(earned({ usableFrom: null, validUntil: null }).email.text).toContain(
      'Já pode usar na próxima compra. Não tem vencimento.',
    );
  });

  it('tells a voucher’s own last day where it is not that of the rest', () => {
    const other = earned({ benefit: { ...CASHBACK, ...pick(voucher({ validUntil: '2027-01-20' })) } });
    expect(other.whatsapp.parameters.slice(2)).toEqual([
      'R$ 12,50 e vale K7QM-3XRT-9WHP (R$ 20,00 de desconto; válido até 20/01/2027)',
      '28/11/2026',
      '26/02/2027',
    ]);
    expect(other.email.subject).toBe('Você ganhou R$ 12,50 e 1 vale | Clube da Loja');
    expect(other.email.text).toContain(
      [
        'Você pode usar a partir de 28/11/2026. O saldo vale até o fim do dia 26/02/2027.',
        'Vale K7QM-3XRT-9WHP: R$ 20,00 de desconto; válido até 20/01/2027.',
        'Para usar, é só se identificar na loja na hora de pagar e mostrar o código do vale.',
      ].join('\n\n'),
    );
    expect(
      earned({ benefit: { ...CASHBACK, vouchers: [{ ...VOUCHER, validUntil: null }] } }).whatsapp
        .parameters[2],
    ).toBe('R$ 12,50 e vale K7QM-3XRT-9WHP (R$ 20,00 de desconto; sem vencimento)');
  });

  it('that is a voucher alone takes its date from the voucher', () => {
    const alone = earned({ benefit: voucher({ validUntil: '2027-01-20' }), validUntil: null });
    expect(alone.whatsapp.parameters.slice(2)).toEqual([
      'vale K7QM-3XRT-9WHP (R$ 20,00 de desconto)',
      '28/11/2026',
      '20/01/2027',
    ]);
    expect(alone.email.text).not.toContain('saldo');
    expect(alone.email.text).toContain('é só mostrar o código do vale na loja na hora de pagar.');
  });

  it('that is vouchers with different ends refers to each', () => {
    const vouchers = [VOUCHER, { ...VOUCHER, code: 'XXXX', validUntil: '2027-01-20' }];
    const { parameters } = earned({ benefit: { ...NOTHING, vouchers }, validUntil: null }).whatsapp;
    expect(parameters[2]).toBe(
      'vale K7QM-3XRT-9WHP (R$ 20,00 de desconto; válido até 26/02/2027) e vale XXXX (R$ 20,00 de desconto; válido até 20/01/2027)',
    );
    expect(parameters[4]).toBe('a data de cada vale');
  });

  it('says what of it pays a debt (R29)', () => {
    const { whatsapp, email } = earned({ paysDebt: { ...NOTHING, cashbackCents: 300 } });
    expect(whatsapp.parameters[2]).toBe('R$ 12,50, sendo R$ 3,00 para o acerto de um estorno anterior');
    expect(email.text).toContain(
      'Desse total, o acerto de um benefício já usado, cuja compra foi devolvida ou cancelada, leva R$ 3,00.',
    );
  });
});

describe('the other messages', () => {
  const to = { firstName: 'Ana', programName: 'Clube da Loja' };

  it('about something expiring tells the last day', () => {
    const { whatsapp, email } = renderMessage({
      kind: 'expiring',
      ...to,
      benefit: CASHBACK,
      validUntil: '2027-02-26',
    });
    expect(whatsapp).toEqual({
      template: 'retorno_beneficio_expirando',
      parameters: ['Ana', 'Clube da Loja', 'R$ 12,50', '26/02/2027'],
    });
    expect(email.subject).toBe('Seu benefício vence em 26/02/2027 | Clube da Loja');
    expect(email.text).toContain('no programa Clube da Loja você tem R$ 12,50 para usar até 26/02/2027.');
  });

  it('about something expired tells the day it was valid until', () => {
    const { whatsapp, email } = renderMessage({
      kind: 'expired',
      ...to,
      benefit: CASHBACK,
      validUntil: '2027-02-26',
    });
    expect(whatsapp).toEqual({
      template: 'retorno_beneficio_expirado',
      parameters: ['Ana', 'Clube da Loja', 'R$ 12,50', '26/02/2027'],
    });
    expect(email.text).toContain('R$ 12,50 venceram em 26/02/2027, sem uso, no programa Clube da Loja.');
  });

  it('that bring the customer back tell what there is to spend', () => {
    const { whatsapp, email } = renderMessage({
      kind: 'repurchase',
      ...to,
      benefit: CASHBACK,
      firstEnd: '2027-02-26',
    });
    expect(whatsapp).toEqual({
      template: 'retorno_recompra',
      parameters: ['Ana', 'Clube da Loja', 'R$ 12,50'],
    });
    expect(email.subject).toBe('Sentimos sua falta | Clube da Loja');
    expect(email.text).toContain('Você tem R$ 12,50 para usar no programa Clube da Loja.');
    expect(email.text).toContain('O primeiro vencimento do saldo é em 26/02/2027.');
  });

  it('that bring the customer back do not boast of an empty wallet by e-mail', () => {
    const { whatsapp, email } = renderMessage({
      kind: 'repurchase',
      ...to,
      benefit: NOTHING,
      firstEnd: null,
    });
    expect(whatsapp.parameters[2]).toBe('R$ 0,00');
    expect(email.text + email.html).not.toContain('R$ 0,00');
    expect(email.text).toContain('Sua próxima compra pode render benefícios no programa Clube da Loja.');
  });
});

describe('a benefit in words', () => {
  it.each<[string, Benefit]>([
    ['R$ 1.234,56', { ...NOTHING, cashbackCents: 123456 }],
    ['1 ponto (R$ 0,05)', { ...NOTHING, points: 1, pointsCents: 5 }],
    ['1.200 pontos (R$ 12,00)', { ...NOTHING, points: 1200, pointsCents: 1200 }],
    ['R$ 12,50 e 120 pontos (R$ 1,20)', { ...POINTS, cashbackCents: 1250 }],
    ['vale K7QM-3XRT-9WHP (R$ 20,00 de desconto)', voucher({})],
    [
      'R$ 12,50, 120 pontos (R$ 1,20) e vale K7QM-3XRT-9WHP (12,5% de desconto)',
      { ...POINTS, cashbackCents: 1250, ...pick(voucher({ discount: { type: 'percent', bps: 1250 } })) },
    ],
    [
      'vale K7QM-3XRT-9WHP (10% de desconto, até R$ 50,00; em compras a partir de R$ 100,00; só na loja 204; até 3 usos)',
      voucher({
        discount: { type: 'percent', bps: 1000, maxCents: 5000 },
        minSaleCents: 10_000,
        stores: ['204'],
        uses: 3,
      }),
    ],
    [
      'vale K7QM-3XRT-9WHP (R$ 20,00 de desconto; só nas lojas Centro e Sul)',
      voucher({ stores: ['Centro', 'Sul'] }),
    ],
    [
      'vale K7QM-3XRT-9WHP (R$ 20,00 de desconto; só nas lojas Centro, Sul e mais 2)',
      voucher({ stores: ['Centro', 'Sul', 'Norte', 'Leste'] }),
    ],
  ])('is %s', (text, benefit) => {
    expect(amount(benefit)).toBe(text);
  });

  it('of many vouchers stays short enough for a template: the last are counted, and the e-mail has them all', () => {
    const vouchers = Array.from({ length: 12 }, (_, index) => ({
      ...VOUCHER,
      code: `CODE-${String(index)}`,
      stores: ['x'.repeat(100), 'y'.repeat(100)],
    }));
    const { whatsapp, email } = earned({ benefit: { ...CASHBACK, vouchers } });
    expect(whatsapp.parameters[2]).toMatch(/ e mais \d+ vales$/);
    expect(whatsapp.parameters.join('').length).toBeLessThan(700);
    for (const { code } of vouchers) expect(email.text).toContain(`Vale ${code}:`);
  });
});

describe('names from outside', () => {
  it.each([null, '', '   ', '\n\t'])(
    'that are no names (%p) give "cliente" on WhatsApp and a plain greeting by e-mail',
    (firstName) => {
      const { whatsapp, email } = earned({ firstName });
      expect(whatsapp.parameters[0]).toBe('cliente');
      expect(email.text.startsWith('Olá!\n')).toBe(true);
    },
  );

  it('cannot bring markup into the HTML', () => {
    const { email } = earned({ firstName: '<img src=x onerror="a">', programName: `"Ana's" & <b>` });
    expect(email.html).not.toMatch(/<img|<b>/);
    expect(email.html).toContain('&lt;img src=x onerror=&quot;a&quot;&gt;');
    expect(email.html).toContain('&quot;Ana&#39;s&quot; &amp; &lt;b&gt;');
    expect(email.text).toContain('Olá, <img src=x onerror="a">!');
  });

  it('cannot break a line: neither a WhatsApp parameter nor the subject has line breaks, tabs or runs of spaces', () => {
    const messages: CustomerMessage[] = [
      { ...EARNED, firstName: 'Ana\r\nMaria', programName: 'Clube\t\tda\u2028Loja     Boa\u0000' },
      {
        kind: 'repurchase',
        firstName: 'A\u200dna',
        programName: 'x\n\n\n\ny',
        benefit: CASHBACK,
        firstEnd: null,
      },
    ];
    for (const { whatsapp, email } of messages.map(renderMessage)) {
      for (const text of [...whatsapp.parameters, email.subject])
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\u2028]|\s{2}/u);
    }
    expect(earned({ firstName: 'Ana\r\nMaria' }).whatsapp.parameters[0]).toBe('Ana Maria');
  });

  it('are cut at sixty characters, between characters', () => {
    const name = earned({ firstName: '😀'.repeat(80) }).whatsapp.parameters[0] ?? '';
    expect([...name]).toHaveLength(60);
    expect(name.endsWith('😀…')).toBe(true);
  });

  it('of the program may be missing', () => {
    expect(earned({ programName: ' ' }).whatsapp.parameters[1]).toBe('Clube de benefícios');
  });
});

describe('the HTML of an e-mail', () => {
  it('is a page in Portuguese that needs nothing from elsewhere', () => {
    const { html } = earned({}).email;
    expect(html).toMatch(/^<!doctype html>\n<html lang="pt-BR">/);
    expect(html).toContain('name="viewport"');
    expect(html).not.toMatch(/https?:|<script|<link|<style|class=/);
  });
});

describe('a date that is none', () => {
  it.each(['26/02/2027', '2027-02-30', '', '2027-2-6'])('is a programming error: %p', (validUntil) => {
    expect(() => earned({ validUntil })).toThrow(RangeError);
  });
});
