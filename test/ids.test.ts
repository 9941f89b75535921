import { describe, expect, it } from '@jest/globals';
import { newId, redemptionIdOf, saleIdOf } from '../src/ids';

const sale = { merchantId: 'demo', channel: 'bling' as const, externalId: '123' };

describe('ids', () => {
  it('of a sale are the same for the same identity and different for any other', () => {
    expect(saleIdOf(sale)).toBe(saleIdOf({ ...sale }));
    const others = [
      { ...sale, merchantId: 'demo2' },
      { ...sale, channel: 'pos' as const },
      { ...sale, externalId: '124' },
    ];
    expect(new Set([sale, ...others].map(saleIdOf)).size).toBe(4);
  });

  it('do not collide where parts run into each other', () => {
    expect(redemptionIdOf('a', 'bc')).not.toBe(redemptionIdOf('ab', 'c'));
  });

  it('are short, without look-alike letters, and fresh each time', () => {
    const ids = Array.from({ length: 1_000 }, () => newId('cus'));
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^cus_[0-9a-hjkmnp-tv-z]{20}$/);
  });
});
