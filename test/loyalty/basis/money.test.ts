import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBps, formatCents, formatMultiplier, formatPoints } from '../../../src/loyalty/basis';

describe('amounts as Brazil writes them', () => {
  it.each([
    [0, 'R$ 0,00'],
    [5, 'R$ 0,05'],
    [100, 'R$ 1,00'],
    [123_456, 'R$ 1.234,56'],
    [100_000_000_000, 'R$ 1.000.000.000,00'],
    [-1_250, '-R$ 12,50'],
  ])('%i cents are %s', (cents, shown) => {
    expect(formatCents(cents)).toBe(shown);
  });

  it.each([
    [0, '0%'],
    [1, '0,01%'],
    [250, '2,5%'],
    [333, '3,33%'],
    [500, '5%'],
    [10_000, '100%'],
  ])('%i basis points are %s', (bps, shown) => {
    expect(formatBps(bps)).toBe(shown);
  });

  it.each([
    [0, '0 pontos'],
    [1, '1 ponto'],
    [-1, '-1 ponto'],
    [1_234, '1.234 pontos'],
  ])('%i points are %s', (points, shown) => {
    expect(formatPoints(points)).toBe(shown);
  });

  it.each([
    [1, '0,001×'],
    [1_000, '1×'],
    [2_500, '2,5×'],
    [100_000, '100×'],
  ])('a multiplier of %i thousandths is %s', (milli, shown) => {
    expect(formatMultiplier(milli)).toBe(shown);
  });

  it('money is what the standard formatter writes, with plain spaces', () => {
    const standard = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (cents) => {
        expect(formatCents(cents)).toBe(standard.format(cents / 100).replace(/\s/g, ' '));
      }),
    );
  });
});
