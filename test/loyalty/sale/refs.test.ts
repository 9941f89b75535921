import { describe, expect, it } from '@jest/globals';
import { newSale, patched, purchaseRefs } from '../../../src/loyalty';
import type { SaleTelling } from '../../../src/loyalty';

const AT = Date.parse('2026-11-03T15:00:00.000Z');
const SALE = newSale(
  {
    ...{ id: 'sal_1', merchantId: 'mer_1', channel: 'pos', externalId: 'PDV-1', connectionId: null },
    zone: 'America/Sao_Paulo',
  },
  AT,
);

function aTelling(saleId: string, ...refs: string[]): SaleTelling {
  return { saleId, channel: 'bling', externalId: saleId, number: null, refs, cancelled: false, at: AT };
}

describe('what names a purchase', () => {
  it('is the sale’s own names while nobody else tells of it', () => {
    expect(purchaseRefs(SALE)).toEqual(['sal_1', 'PDV-1']);
  });

  it('is also what other sources call it, each name once', () => {
    const tellings = [aTelling('sal_2', 'sal_2', 'PDV-1', '77'), aTelling('sal_3', 'sal_3', '77')];
    expect(purchaseRefs(patched(SALE, { purchase: { tellings } }))).toEqual([
      ...['sal_1', 'PDV-1', 'sal_2', '77', 'sal_3'],
    ]);
  });
});
