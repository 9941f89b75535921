import { describe, expect, it } from '@jest/globals';
import { renderMessage, unknownVariables, variablesOf } from '../../src/messaging';
import type { CustomerMessage, OwnWords, RenderedMessage } from '../../src/messaging';
import { plainSpaces } from '../plain-spaces';

const NOTHING = { cashbackCents: 0, points: 0, pointsCents: 0, vouchers: [] };
const EXPIRING: CustomerMessage = {
  ...{ kind: 'expiring', firstName: 'Ana', programName: 'Clube da Loja' },
  ...{ benefit: { ...NOTHING, cashbackCents: 1_250 }, validUntil: '2030-06-30' },
};
const LINKS = { optOut: 'https://loja.example/u/x', page: 'https://loja.example/c/x', pageToken: 'x' };
const rendered = (words: OwnWords | null, message: CustomerMessage = EXPIRING): RenderedMessage =>
  plainSpaces(renderMessage(message, LINKS, words));

describe('a merchant’s own words', () => {
  it('stand before and after what the message has to say, which stays whole', () => {
    const ours = rendered(null).email.text;
    const { email, whatsapp } = rendered({
      subject: '{nome}, use {beneficio} até {validade}',
      opening: ['Aqui é do {programa}.', 'Temos novidades.'],
      closing: ['Um abraço!'],
    });
    expect(email.subject).toBe('Ana, use R$ 12,50 até 30/06/2030');
    const [before, after] = [email.text.indexOf('Temos novidades.'), email.text.indexOf('Um abraço!')];
    const said = email.text.indexOf('você tem R$ 12,50 para usar até 30/06/2030');
    expect(before).toBeGreaterThan(email.text.indexOf('Aqui é do Clube da Loja.'));
    expect([before < said, said < after, after < email.text.indexOf(LINKS.optOut)]).toEqual([
      true,
      true,
      true,
    ]);
    for (const paragraph of ours.split('\n\n')) expect(email.text).toContain(paragraph);
    expect(whatsapp).toEqual(rendered(null).whatsapp);
  });

  it('are text, whatever is typed, and one line where they are the subject', () => {
    const { email } = rendered({ subject: 'Oferta\r\nBcc: x@y.example', opening: ['<b>Oi</b> & {{nome}}'] });
    expect(email.subject).toBe('Oferta Bcc: x@y.example');
    expect(email.html).toContain('&lt;b&gt;Oi&lt;/b&gt; &amp;');
    expect(email.html).not.toContain('<b>Oi');
  });

  it('have a word where there is nobody’s name and nothing to use', () => {
    const { email } = rendered(
      { subject: '{nome}: {beneficio}' },
      { kind: 'birthday', firstName: null, programName: 'Clube', benefit: NOTHING, firstEnd: null },
    );
    expect(email.subject).toBe('cliente: benefícios nas próximas compras');
  });

  it('are refused where they name what no such message has', () => {
    expect(unknownVariables('expiring', 'Oi {nome}, até {validade}, {beneficio}, {programa}')).toEqual([]);
    expect(unknownVariables('birthday', '{validade} {Nome} {} { x } {nome')).toEqual([
      ...['{validade}', '{Nome}', '{}', '{ x }', '{'],
    ]);
    expect(variablesOf('returned')).toEqual(['{nome}', '{programa}']);
  });
});
