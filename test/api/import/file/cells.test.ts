import { describe, expect, it } from '@jest/globals';
import {
  readAccessKey,
  readAmount,
  readCode,
  readText,
  readDate,
  readInstant,
  readDocument,
  readEmail,
  readPhone,
} from '../../../../src/api/import/file';
const ZONE = 'America/Sao_Paulo';

describe('an amount in a spreadsheet', () => {
  it.each([
    ['1.234,56', 123_456],
    ['R$ 1.234,56', 123_456],
    ['R$\u00a010', 1_000],
    ['10', 1_000],
    ['10,5', 1_050],
    ['10.5', 1_050],
    ['10.50', 1_050],
    ['1,234.56', 123_456],
    ['1234,56', 123_456],
    ['1.234.567', 123_456_700],
    ['0', 0],
    ['0,01', 1],
    ['007,10', 710],
    ['="10,00"', 1_000],
    ['0,1', 10],
    ['1,1', 110],
    ['99999999,99', 9_999_999_999],
  ])('%s is %d cents, exactly', (text, cents) => {
    expect(readAmount(text)).toEqual({ value: cents });
  });

  it.each(['1.234', '1,234', '12.345', '999,999'])('%s could be two amounts, and is neither', (text) => {
    expect(readAmount(text)).toEqual({ problem: expect.stringContaining('duas formas') });
  });

  it.each([
    '-10',
    '(10)',
    '10,555',
    '1.23.456',
    '1.2345,00',
    'dez',
    '=A1*2',
    '1e3',
    'US$ 10',
    '10%',
    '١٠',
    '1 ,',
    ',5',
    '1,23,4',
    'NaN',
    'Infinity',
  ])('%s is refused', (text) => {
    expect(readAmount(text)).toEqual({ problem: expect.stringMatching(/[Ee]screva|Corrija/) });
  });

  it('of more than any sale is refused, however long', () => {
    expect(readAmount('9'.repeat(5_000))).toHaveProperty('problem');
    expect(readAmount('1000000000,00')).toHaveProperty('problem');
  });

  it.each(['', '-', '  ', '—'])('%j is none', (text) => {
    expect(readAmount(text)).toEqual({ value: undefined });
  });
});

describe('a date in a spreadsheet', () => {
  it.each([
    ['03/11/2026', '2026-11-03T03:00:00.000Z'],
    ['3/11/2026', '2026-11-03T03:00:00.000Z'],
    ['03-11-2026 09:05', '2026-11-03T12:05:00.000Z'],
    ['03/11/2026 23:59:59', '2026-11-04T02:59:59.000Z'],
    ['2026-11-03', '2026-11-03T03:00:00.000Z'],
    ['2026-11-03 09:05', '2026-11-03T12:05:00.000Z'],
    ['2026-11-03T09:05:00', '2026-11-03T12:05:00.000Z'],
    ['2026-11-03T09:05:00Z', '2026-11-03T09:05:00.000Z'],
    ['2026-11-03T09:05:00-04:00', '2026-11-03T13:05:00.000Z'],
    ['29/02/2028', '2028-02-29T03:00:00.000Z'],
  ])('%s is %s in São Paulo', (text, instant) => {
    expect(readInstant(text, ZONE)).toEqual({ value: instant });
  });

  it('whose midnight does not exist there begins at its first instant (R6)', () => {
    expect(readInstant('04/11/2018', ZONE)).toEqual({ value: '2018-11-04T03:00:00.000Z' });
  });

  it.each([
    '31/02/2026',
    '29/02/2026',
    '13/13/2026',
    '00/01/2026',
    '03/11/26',
    '45231',
    'ontem',
    '03/11',
    '25:00',
  ])('%s is no date', (text) => {
    expect(readInstant(text, ZONE)).toEqual({ problem: expect.stringContaining('dd/mm/aaaa') });
  });

  it('with an impossible time is no date', () => {
    expect(readInstant('03/11/2026 24:30', ZONE)).toHaveProperty('problem');
    expect(readInstant('03/11/2026 10:60', ZONE)).toHaveProperty('problem');
  });

  it('of birth is a day on the calendar, whatever the zone', () => {
    expect(readDate('01/02/1980')).toEqual({ value: '1980-02-01' });
    expect(readDate('')).toEqual({ value: undefined });
    expect(readDate('30/02/1980')).toHaveProperty('problem');
  });
});

describe('a text in a spreadsheet', () => {
  it.each(['=1+1', '=cmd|/C calc!A0', '+SUM(A1)', '@x', '-2+3'])(
    'that is a formula is refused: %s',
    (text) => {
      expect(readText(text)).toEqual({ problem: expect.stringContaining('fórmula') });
    },
  );

  it('that was protected against the spreadsheet is taken out of its wrapping', () => {
    expect(readText('="00123"')).toEqual({ value: '00123' });
  });
});

describe('who somebody is', () => {
  it.each(['529.982.247-25', '52998224725', '="52998224725"', '12.ABC.345/01DE-35'])(
    'is known by the document %s',
    (text) => {
      expect(readDocument(text)).toHaveProperty('value', expect.stringMatching(/\d/));
    },
  );

  it.each(['529.982.247-26', '5299822472', '5,29982E+10', '123'])('is not guessed from %s', (text) => {
    expect(readDocument(text)).toEqual({ problem: expect.stringContaining('zeros à esquerda') });
  });

  it.each(['', '-', '000.000.000-00', 'não informado', '11111111111'])('is not said by %j', (text) => {
    expect(readDocument(text)).toEqual({ value: undefined });
  });

  it('is known by a phone that exists', () => {
    expect(readPhone('(11) 98765-4321')).toEqual({ value: '(11) 98765-4321' });
    expect(readPhone('98765-4321')).toHaveProperty('problem');
    expect(readPhone('não tem')).toEqual({ value: undefined });
    expect(readPhone('00000000000')).toEqual({ value: undefined });
  });

  it('is known by an e-mail that is one', () => {
    expect(readEmail('ana@example.com')).toEqual({ value: 'ana@example.com' });
    expect(readEmail('ana@example')).toHaveProperty('problem');
    expect(readEmail('ana.example.com')).toHaveProperty('problem');
    expect(readEmail('naotem@example.com')).toEqual({ value: undefined });
    expect(readEmail('não tem')).toEqual({ value: undefined });
  });
});

describe('a code that went through a spreadsheet as a number (R51)', () => {
  it.each([
    '2,00001E+15',
    '2.00001e+15',
    '1,23457E+13',
    '2,5E15',
    '20000061234567,00',
    '20000061234567.0',
    '20.000.061.234.567,00',
    '="1,2E+15"',
    '2,00001 E+15',
    '2,00001E +15',
    '2,00001\u00a0E+\u202f15',
    '20 000 061 234 567,00',
  ])('is refused: %s', (text) => {
    expect(readCode(text)).toEqual({ problem: expect.stringContaining('planilha') });
  });

  it.each([
    '20000061234567',
    '2000006123456789',
    'PDV-2-10231',
    '#1001',
    '2024.17',
    '12E3',
    'A1,00',
    '1.000',
  ])('is none: %s', (text) => {
    expect(readCode(text)).toEqual({ value: text });
  });

  it('is no phone, no document and no access key', () => {
    expect(readPhone('1,1987654E+10')).toEqual({ problem: expect.stringContaining('planilha') });
    expect(readPhone('11987654321,0')).toHaveProperty('problem');
    expect(readDocument('5,29982E+10')).toHaveProperty('problem');
    expect(readAccessKey('3,51611E+43')).toEqual({ problem: expect.stringContaining('44 dígitos') });
    expect(readAccessKey(`351611122334455${'0'.repeat(29)}`)).toHaveProperty('problem');
    expect(readAccessKey('NFe3516 1112 3344 5500 0190 5500 1000 0001 2310 0000 1231')).toEqual({
      value: '35161112334455000190550010000001231000001231',
    });
  });
});
