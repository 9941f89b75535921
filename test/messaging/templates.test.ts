import { describe, expect, it } from '@jest/globals';
import { renderMessage } from '../../src/messaging';
import type { Benefit, CustomerMessage, EarnedMessage } from '../../src/messaging';

const CASHBACK: Benefit = { cashbackCents: 1250, points: 0, vouchers: [] };
const NOTHING: Benefit = { cashbackCents: 0, points: 0, vouchers: [] };
const EARNED: EarnedMessage = {
  kind: 'earned',
  firstName: 'Ana',
  programName: 'Clube da Loja',
  benefit: CASHBACK,
  usableFrom: '2026-11-28',
  validUntil: '2027-02-26',
};
const earned = (changes: Partial<EarnedMessage>): ReturnType<typeof renderMessage> =>
  renderMessage({ ...EARNED, ...changes });
const amount = (benefit: Benefit): string | undefined => earned({ benefit }).whatsapp.parameters[2];

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
        '--\nVocê recebeu esta mensagem porque participa do programa Clube da Loja. Se não quiser mais receber, é só avisar a loja.\n',
      ].join('\n\n'),
    );
    expect(earned({ usableFrom: null, validUntil: null }).email.text).toContain(
      'Já pode usar na próxima compra. Não tem vencimento.',
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
    expect(email.text).toContain('seu benefício de R$ 12,50 no programa Clube da Loja vence em 26/02/2027.');
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
    expect(email.text).toContain('valia até 26/02/2027 e venceu sem ser usado.');
  });

  it('that bring the customer back tell what there is to spend', () => {
    const { whatsapp, email } = renderMessage({ kind: 'repurchase', ...to, benefit: CASHBACK });
    expect(whatsapp).toEqual({
      template: 'retorno_recompra',
      parameters: ['Ana', 'Clube da Loja', 'R$ 12,50'],
    });
    expect(email.subject).toBe('Sentimos sua falta | Clube da Loja');
    expect(email.text).toContain('Você tem R$ 12,50 para usar no programa Clube da Loja.');
  });

  it('that bring the customer back do not boast of an empty wallet by e-mail', () => {
    const { whatsapp, email } = renderMessage({ kind: 'repurchase', ...to, benefit: NOTHING });
    expect(whatsapp.parameters[2]).toBe('R$ 0,00');
    expect(email.text + email.html).not.toContain('R$ 0,00');
    expect(email.text).toContain('Sua próxima compra pode render benefícios no programa Clube da Loja.');
  });
});

describe('a benefit in words', () => {
  it.each<[string, Benefit]>([
    ['R$ 1.234,56', { ...NOTHING, cashbackCents: 123456 }],
    ['1 ponto', { ...NOTHING, points: 1 }],
    ['1.200 pontos', { ...NOTHING, points: 1200 }],
    [
      'vale VOLTA-7K2M (R$ 20,00)',
      { ...NOTHING, vouchers: [{ code: 'VOLTA-7K2M', discount: { type: 'amount', cents: 2000 } }] },
    ],
    [
      'R$ 12,50, 120 pontos e vale VOLTA-7K2M (12,5% de desconto)',
      {
        cashbackCents: 1250,
        points: 120,
        vouchers: [{ code: 'VOLTA-7K2M', discount: { type: 'percent', bps: 1250 } }],
      },
    ],
    ['R$ 12,50 e 120 pontos', { ...CASHBACK, points: 120 }],
  ])('is %s', (text, benefit) => {
    expect(amount(benefit)).toBe(text);
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
      { kind: 'repurchase', firstName: 'A\u200dna', programName: 'x\n\n\n\ny', benefit: CASHBACK },
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
