import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { previewOf } from '../../src/messaging';
import type { NoticeKind } from '../../src/loyalty';
import { plainSpaces } from '../plain-spaces';

const KINDS: NoticeKind[] = [
  ...(['earned', 'returned', 'expiring', 'expired', 'repurchase'] as const),
  ...(['welcome', 'balance', 'winBack', 'birthday'] as const),
];
const LINKS = { optOut: 'https://loja.example/u/x', page: 'https://loja.example/c/x', pageToken: 'x' };

describe('the preview of a message', () => {
  it.each(KINDS)('%s: has every placeholder filled, and no parameter that is not read', (kind) => {
    const { whatsapp, email } = previewOf(kind, 'Clube da Loja', LINKS);
    expect(whatsapp.text).not.toMatch(/\{\{|undefined/);
    const places = new Set([...whatsapp.body.matchAll(/\{\{(\d)\}\}/g)].map(([, place]) => Number(place)));
    expect([...places].sort()).toEqual(whatsapp.parameters.map((_parameter, index) => index + 1));
    expect(whatsapp.body.length).toBeLessThanOrEqual(1_024);
    for (const text of [email.subject, email.text, email.html]) expect(text).toContain('Clube da Loja');
    expect(email.text).toContain(LINKS.optOut);
  });

  it('proposes to Meta what the README proposes', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const kind of KINDS) {
      const { template, body } = previewOf(kind, 'Clube da Loja', null).whatsapp;
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${template}\``));
      expect(row).toContain(`| ${body} `);
    }
  });

  it('says what a customer would read', () => {
    const { whatsapp, email } = plainSpaces(previewOf('expiring', 'Clube da Loja', LINKS));
    expect(whatsapp.text).toBe(
      'Olá, Ana! Passando para lembrar: no programa Clube da Loja, você tem R$ 12,50 para usar até 30/06/2030. ' +
        'Esperamos você! Para não receber mais, responda SAIR.',
    );
    expect(email.subject).toBe('Seu benefício vence em 30/06/2030 | Clube da Loja');
  });
});
