import { describe, expect, it } from '@jest/globals';
import { renderMessage as render } from '../../src/messaging';
import type { FollowUpMessage, RenderedMessage } from '../../src/messaging';
import { plainSpaces } from '../plain-spaces';

const renderMessage = (message: FollowUpMessage): RenderedMessage => plainSpaces(render(message));

const NOTHING = { cashbackCents: 0, points: 0, pointsCents: 0, vouchers: [] };
const CASHBACK = { ...NOTHING, cashbackCents: 1_250 };

describe('messages about no sale', () => {
  const to = { firstName: 'Ana', programName: 'Clube da Loja' };

  it.each([
    ['welcome', 'retorno_boas_vindas', 'Que bom ter você com a gente', 'Boas-vindas ao programa'],
    ['balance', 'retorno_saldo', 'Seu saldo está esperando por você', 'como está o seu saldo'],
    ['winBack', 'retorno_volte', 'Temos saudade de você', 'Já faz um tempo desde a sua última visita'],
    ['birthday', 'retorno_aniversario', 'Feliz aniversário!', 'Feliz aniversário!'],
  ] as const)('of the kind %s say why they come and what there is to use', (kind, template, subject, why) => {
    const full = renderMessage({ kind, ...to, benefit: CASHBACK, firstEnd: '2027-02-26' });
    expect(full.whatsapp).toEqual({ template, parameters: ['Ana', 'Clube da Loja', 'R$ 12,50'] });
    expect(full.email.subject).toBe(`${subject} | Clube da Loja`);
    for (const part of [
      why,
      'Você tem R$ 12,50 para usar',
      'O primeiro vencimento do saldo é em 26/02/2027.',
    ])
      expect(full.email.text).toContain(part);
    const empty = renderMessage({ kind, ...to, benefit: NOTHING, firstEnd: null });
    expect(empty.whatsapp.parameters[2]).toBe('benefícios nas próximas compras');
    expect(empty.email.text + empty.email.html).not.toContain('R$');
  });
});
