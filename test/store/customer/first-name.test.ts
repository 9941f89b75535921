import { describe, expect, it } from '@jest/globals';
import { firstName } from '../../../src/store';

describe('how somebody is addressed', () => {
  it.each([
    ['VANESSA FERREIRA', 'Vanessa'],
    ['joão da silva', 'João'],
    ['  Ana   Souza ', 'Ana'],
    ['ÉRICA', 'Érica'],
    ['McDonald', 'McDonald'],
    ['', null],
    [null, null],
  ])('of %s is %s', (name, expected) => {
    expect(firstName({ name, document: null })).toBe(expected);
  });

  it('is left out for a company', () => {
    expect(
      firstName({ name: 'Uniformes da Silva LTDA', document: { kind: 'cnpj', value: '11222333000181' } }),
    ).toBeNull();
  });
});
