import { describe, expect, it } from '@jest/globals';
import { renderMessage } from '../../src/messaging';
import { plainSpaces } from '../plain-spaces';
import type { Benefit, ReturnedMessage, VoucherGift } from '../../src/messaging';

const NOTHING: Benefit = { cashbackCents: 0, points: 0, pointsCents: 0, vouchers: [] };
const CASHBACK: Benefit = { ...NOTHING, cashbackCents: 1250 };
const VOUCHER: VoucherGift = {
  code: 'K7QM-3XRT-9WHP',
  discount: { type: 'amount', cents: 2000 },
  minSaleCents: 0,
  stores: null,
  uses: 1,
  validUntil: '2027-02-26',
};
const RETURNED: ReturnedMessage = {
  kind: 'returned',
  firstName: 'Ana',
  programName: 'Clube da Loja',
  reason: 'return',
  purchase: { number: '10231', date: '2026-11-20' },
  taken: CASHBACK,
  cameBack: NOTHING,
  cameBackUntil: null,
  now: { ...NOTHING, cashbackCents: 3000 },
  pending: NOTHING,
  owed: NOTHING,
};
const returned = (changes: Partial<ReturnedMessage>): ReturnType<typeof renderMessage> =>
  plainSpaces(renderMessage({ ...RETURNED, ...changes }));

describe('the message about something taken back or given back', () => {
  it('says why, what was taken, and what is there now', () => {
    const { whatsapp, email } = returned({});
    expect(whatsapp).toEqual({
      template: 'retorno_beneficio_estornado',
      parameters: [
        'Ana',
        'Clube da Loja',
        'a devolução de produtos da compra nº 10231',
        'saíram R$ 12,50',
        'R$ 30,00 para usar',
      ],
    });
    expect(email.subject).toBe(
      'Seu benefício depois da devolução de produtos da compra nº 10231 | Clube da Loja',
    );
    expect(email.text).toBe(
      [
        'Olá, Ana!',
        'Registramos a devolução de produtos da compra nº 10231 e atualizamos o seu benefício no programa Clube da Loja.',
        'Do que essa compra tinha rendido, saíram do seu saldo R$ 12,50.',
        'Agora você tem R$ 30,00 para usar.',
        'Se tiver qualquer dúvida, é só falar com a loja.',
        'Clube da Loja',
        '--\nVocê recebeu esta mensagem porque participa do programa Clube da Loja. Dúvidas sobre o programa ou sobre estas mensagens? Fale com a loja.\n',
      ].join('\n\n'),
    );
  });

  it('tells what was used and came back, and until when it can be used at least (R34)', () => {
    const { whatsapp, email } = returned({
      reason: 'cancellation',
      purchase: { number: null, date: '2026-11-20' },
      cameBack: { ...NOTHING, cashbackCents: 1000 },
      cameBackUntil: '2026-12-01',
      pending: { ...NOTHING, cashbackCents: 700 },
    });
    expect(whatsapp.parameters.slice(2)).toEqual([
      'o cancelamento da compra de 20/11/2026',
      'saíram R$ 12,50; voltaram R$ 10,00, para usar pelo menos até 01/12/2026',
      'R$ 30,00 para usar; R$ 7,00 a liberar',
    ]);
    expect(email.subject).toContain('depois do cancelamento da compra de 20/11/2026');
    expect(email.text).toContain(
      'O que você tinha usado nela voltou para você: R$ 10,00, para usar pelo menos até 01/12/2026.',
    );
    expect(email.text).toContain('Agora você tem R$ 30,00 para usar, e R$ 7,00 a liberar.');
  });

  it('names the vouchers that are cancelled', () => {
    const one = { ...NOTHING, vouchers: [VOUCHER] };
    expect(returned({ taken: one }).whatsapp.parameters[3]).toBe(
      'saiu o vale K7QM-3XRT-9WHP (R$ 20,00 de desconto)',
    );
    expect(returned({ taken: one }).email.text).toContain(
      'O vale K7QM-3XRT-9WHP, que não tinha sido usado, foi cancelado.',
    );
    const two = { ...NOTHING, vouchers: [VOUCHER, { ...VOUCHER, code: 'XXXX' }] };
    expect(returned({ taken: two }).email.text).toContain(
      'Os vales K7QM-3XRT-9WHP e XXXX, que não tinham sido usados, foram cancelados.',
    );
  });

  it('says of a debt that nothing is to be paid, and that the next benefits settle it (R29)', () => {
    const { whatsapp, email } = returned({ now: NOTHING, owed: { ...NOTHING, cashbackCents: 300 } });
    expect(whatsapp.parameters[4]).toBe('R$ 0,00 para usar; acerto de R$ 3,00 nos próximos benefícios');
    expect(email.text).toContain('No momento você não tem benefício para usar.');
    expect(email.text).toContain(
      'Do que já tinha sido usado ficou um acerto de R$ 3,00. Você não precisa pagar nada: ele sai dos próximos benefícios que você ganhar.',
    );
    expect(returned({ now: NOTHING, pending: CASHBACK }).email.text).toContain(
      'No momento você não tem benefício para usar, mas tem R$ 12,50 a liberar.',
    );
  });

  it('calls a changed order by its name', () => {
    expect(returned({ reason: 'change' }).whatsapp.parameters[2]).toBe('a alteração da compra nº 10231');
  });
});
