import { describe, expect, it } from '@jest/globals';
import { looksPersonal } from '../../../src/loyalty/customer';

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
  ])('and others are not: %s', (text) => {
    expect(looksPersonal(text)).toBe(false);
  });
});
