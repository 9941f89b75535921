import { expect, it } from '@jest/globals';
import { maskedDocument } from '../../../src/api/customer';

it.each([
  ['cpf' as const, '52998224725', '***.***.247-**'],
  ['cnpj' as const, '11222333000181', '**.***.333/****-**'],
  ['cnpj' as const, '12ABC34501DE35', '**.***.345/****-**'],
])('a %s shows three of its digits alone: %s', (kind, value, masked) => {
  expect(maskedDocument({ kind, value })).toBe(masked);
});
