import { describe, expect, it } from '@jest/globals';
import { renderMessage } from '../../src/messaging';
import type { CustomerMessage } from '../../src/messaging';
import { plainSpaces } from '../plain-spaces';

const MESSAGE: CustomerMessage = {
  kind: 'repurchase',
  ...{ firstName: 'Ana', programName: 'Clube <b>', firstEnd: null },
  benefit: { cashbackCents: 1250, points: 0, pointsCents: 0, vouchers: [] },
};
const optOut = 'https://loja.example/retorno/u/abc_-1';
const pageToken = 'xyz_-2';
const page = `https://loja.example/retorno/c/${pageToken}`;

describe('the way out of an e-mail', () => {
  it('stands at its end, in both forms, and in the headers by which mail programs show a button', () => {
    const { email, whatsapp } = plainSpaces(renderMessage(MESSAGE, { optOut, page, pageToken }));
    const end = `Fale com a loja.\n\nNão quero mais receber estes e-mails:\n${optOut}\n`;
    expect(email.text.slice(-end.length)).toBe(end);
    expect(email.html).toContain(`<a href="${optOut}"`);
    expect(email.headers).toEqual({
      'List-Unsubscribe': `<${optOut}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(JSON.stringify(whatsapp)).not.toContain(optOut);
  });

  it('comes after the way to the customer’s own page, in both forms', () => {
    const { email, whatsapp } = renderMessage(MESSAGE, { optOut, page, pageToken });
    expect(email.text).toContain(`\n\nVer meu saldo, vales e extrato:\n${page}\n\n`);
    expect(email.html).toContain(`<a href="${page}"`);
    expect(whatsapp).toMatchObject({ button: pageToken });
  });

  it('is not there where there is no link', () => {
    const { email, whatsapp } = renderMessage(MESSAGE);
    expect(whatsapp).not.toHaveProperty('button');
    expect(email).not.toHaveProperty('headers');
    expect(email.html + email.text).not.toMatch(/Não quero mais|Ver meu saldo/);
  });
});
