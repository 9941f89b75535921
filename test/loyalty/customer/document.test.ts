import { describe, expect, it } from '@jest/globals';
import { cnpj, cpf } from 'cpf-cnpj-validator';
import fc from 'fast-check';
import { parseDocument } from '../../../src/loyalty/customer';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const characters = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    minLength: length,
    maxLength: length,
  });

describe('a CPF or CNPJ', () => {
  it.each([
    ['529.982.247-25', 'cpf', '52998224725'],
    ['52998224725', 'cpf', '52998224725'],
    [' 529 982 247 / 25\u00a0', 'cpf', '52998224725'],
    ['５２９.982.247-25', 'cpf', '52998224725'],
    ['012.345.678-90', 'cpf', '01234567890'],
    ['123.456.789-09', 'cpf', '12345678909'],
    ['11.222.333/0001-81', 'cnpj', '11222333000181'],
    ['00.000.000/0001-91', 'cnpj', '00000000000191'],
    ['12.ABC.345/01DE-35', 'cnpj', '12ABC34501DE35'],
    ['12abc34501de35', 'cnpj', '12ABC34501DE35'],
  ])('%j is a %s', (text, kind, value) => {
    expect(parseDocument(text)).toEqual({ kind, value });
  });

  it.each([
    ['a wrong check digit', '529.982.247-26'],
    ['two digits exchanged', '529.982.274-25'],
    ['one digit repeated', '111.111.111-11'],
    ['one digit repeated', '00000000000000'],
    ['a lost leading zero, which is not guessed', '1234567890'],
    ['a lost leading zero of a CNPJ', '191'],
    ['a wrong check digit of a CNPJ', '11.222.333/0001-82'],
    ['a letter in a check digit', '12ABC34501DE3A'],
    ['a letter in a CPF', '5299822472A'],
    ['a letter of another alphabet', '52998224725é'],
    ['a word', 'ISENTO'],
    ['nothing', ''],
    ['punctuation', '.../-'],
    ['too many digits', '529982247250'],
  ])('is not %s: %j', (_case, text) => {
    expect(parseDocument(text)).toBeNull();
  });

  it('has the check digits of the tax authority, in agreement with an independent validator', () => {
    fc.assert(
      fc.property(digits(9), (body) => {
        const first = cpf.verifierDigit(body);
        const value = body + first + cpf.verifierDigit(body + first);
        fc.pre(!/^(.)\1*$/.test(value));
        expect(parseDocument(cpf.format(value))).toEqual({ kind: 'cpf', value });
        const wrong = value.slice(0, -1) + ((Number(value.at(-1)) + 1) % 10);
        expect(parseDocument(wrong)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(characters(12), (body) => {
        const first = cnpj.verifierDigit(body);
        const value = body + first + cnpj.verifierDigit(body + first);
        fc.pre(!/^(.)\1*$/.test(value));
        expect(parseDocument(cnpj.format(value))).toEqual({ kind: 'cnpj', value });
        const wrong = value.slice(0, -1) + ((Number(value.at(-1)) + 1) % 10);
        expect(parseDocument(wrong)).toBeNull();
      }),
    );
  });
});
