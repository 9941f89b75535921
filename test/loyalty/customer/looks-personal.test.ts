import { describe, expect, it } from '@jest/globals';
import { looksPersonal, quotesMark } from '../../../src/loyalty/customer';

describe('a number or id of a sale', () => {
  it.each([
    '529.982.247-25',
    '52998224725',
    '11.222.333/0001-81',
    'maria@example.com',
    '(11) 98765-4321',
    '+55 11 98765-4321',
    '11987654321',
    '(11) 3333-4444',
    'Pedido de Maria, CPF 529.982.247-25',
    'CNPJ 12.ABC.345/01DE-35',
    'NF 11.222.333/0001-81 loja 2',
    'ligar (11) 98765-4321',
    'tel. +55 11 98765-4321',
    'CPF52998224725',
    'cpf: 529982247-25',
    'cel 11987654321',
    '５２９９８２２４７２５',
    'maria＠correio.com.br',
  ])('that looks like a document, telephone or e-mail is told apart: %s', (text) => {
    expect(looksPersonal(text)).toBe(true);
  });

  it.each([
    '10231',
    'PDV-2-10231',
    '2026-000123',
    '52998224724',
    '1133334444',
    '35260311222333000181550010000102311000102319',
    '2000001234567890',
    'LOJA 2 / 77',
    'PDV 529.982.247-24',
    'PEDIDO (11) 12',
    'REMESSA 529982247-25',
    'PED-52998224725',
    'CPF 1234',
    'ZAP-1795930000',
    'whatsapp-1732845600',
    'TEL-1795930000',
    'DOC-1795930000',
    'PARCEL-1132654321',
    'EXCEL 11987654321',
    'CANCEL-11987654321',
    'HOTEL-21987654321',
    'DOC 11987654321',
    'PHONE-4155512345',
  ])('and others are not: %s', (text) => {
    expect(looksPersonal(text)).toBe(false);
  });
});

describe('one that quotes a mark of whoever buys', () => {
  const MARKS = { document: '529.982.247-25', phone: '(11) 98765-4321' };

  it.each(['20261103-52998224725', 'PED-52998224725', 'A529.982.247-25B', '11987654321-7', '+5511987654321'])(
    'is told apart, whatever stands around it: %s',
    (text) => {
      expect(quotesMark(text, MARKS)).toBe(true);
    },
  );

  it.each(['20261103-52998224726', 'PED-2998224725', '10231', ''])('is not told by others: %s', (text) => {
    expect(quotesMark(text, MARKS)).toBe(false);
  });

  it('knows a CNPJ with letters and a phone with its country, and takes no filler for a mark', () => {
    expect(quotesMark('nf12abc34501de35', { document: '12.ABC.345/01DE-35', phone: null })).toBe(true);
    expect(quotesMark('11987654321', { document: undefined, phone: '+55 11 98765-4321' })).toBe(true);
    const filler = { document: '00000000000', phone: '(00) 00000-0000' };
    expect(quotesMark('PDV-000000000000123', filler)).toBe(false);
    expect(quotesMark('PDV-1', { document: null, phone: undefined })).toBe(false);
  });
});
