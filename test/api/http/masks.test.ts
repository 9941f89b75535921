import { expect, it } from '@jest/globals';
import { maskedDocument, maskedName } from '../../../src/api/http/masks';

it.each([
  ['cpf' as const, '52998224725', '***.***.247-**'],
  ['cnpj' as const, '11222333000181', '**.***.333/****-**'],
  ['cnpj' as const, '12ABC34501DE35', '**.***.345/****-**'],
])('a %s shows three of its digits alone: %s', (kind, value, masked) => {
  expect(maskedDocument({ kind, value })).toBe(masked);
});

it.each([
  ['MARIA DA SILVA 52998224725', 'MARIA DA SILVA ***'],
  ['529.982.247-25 Maria', '*** Maria'],
  ['Padaria 11.222.333/0001-81 Ltda', 'Padaria *** Ltda'],
  ['Loja 11222333000181', 'Loja ***'],
  ['Mercado 24 Horas', 'Mercado 24 Horas'],
  ['Turma 2026 nº 1234567890', 'Turma 2026 nº 1234567890'],
  [null, null],
])('a name says no document: %s', (name, shown) => {
  expect(maskedName(name)).toBe(shown);
});
