import { describe, expect, it } from '@jest/globals';
import { readLink } from '../../../src/api/counter/read-link';

const TOKEN = 'mFJ2sQnq0bS1o8Jd-Zt7Vw3kXcYp9L_c';

describe('what a reader types off the page of a customer', () => {
  it.each([
    ['the token', TOKEN],
    ['the address', `https://loja.example/retorno/c/${TOKEN}`],
    ['the address of the way out', `https://loja.example/u/${TOKEN}`],
    ['an end of its own', ` https://loja.example/c/${TOKEN}/ `],
    ['the address of a page of vouchers', `https://loja.example/c/${TOKEN}?vales=1#vales`],
    ['the address that leads back', `https://loja.example/c/${TOKEN}?`],
    ['a colon and slashes that were lost', `httpsloja.examplec${TOKEN}`],
    ['a Brazilian keyboard', `httpsÇ;;loja.example;c;${TOKEN}`],
    ['a Spanish keyboard', `httpsÑ--loja.example-c-${TOKEN.replace('-', "'").replace('_', '?')}`],
  ])('is its token first: %s', (_what, text) => {
    expect(readLink(text)[0]).toBe(TOKEN);
  });

  it('is also read with the other case of each letter, as Caps Lock makes it', () => {
    expect(readLink('Mfj2SqNQ0Bs1O8jD-zT7vW3KxCyP9l_C')[1]).toBe(TOKEN);
  });

  it.each([
    '',
    'Maria',
    '11987654321',
    'K7QM-3XRT-9WHP',
    'cus_7h2k9m4q8r5t6v3w1x0y',
    `${TOKEN}a`,
    `nome ${TOKEN}`,
  ])('is nothing else: %s', (text) => {
    expect(readLink(text)).toEqual([]);
  });
});
