import { expect, it } from '@jest/globals';
import { maskedDocument } from '../../../src/api/customer';

it.each([
  ['cpf' as const, '52998224725', '***.982.247-**'],
  ['cnpj' as const, '11222333000181', '**.222.333/****-**'],
  ['cnpj' as const, '12ABC34501DE35', '**.ABC.345/****-**'],
])('a %s shows its middle alone: %s', (kind, value, masked) => {
  expect(maskedDocument({ kind, value })).toBe(masked);
});
