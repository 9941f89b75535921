import { describe, expect, it } from '@jest/globals';
import { changedFields, isChangedBy, newSale, patched } from '../../../src/loyalty';
import type { SalePatch } from '../../../src/loyalty';

const NOW = Date.parse('2026-11-03T15:00:00.000Z');
const SALE = newSale(
  {
    ...{ id: 'sal_1', merchantId: 'mer_1', channel: 'pos', externalId: 'PDV-1', connectionId: null },
    zone: 'America/Sao_Paulo',
  },
  NOW,
);

describe('a sale with a patch', () => {
  it('has what the patch says, and everything else as it was', () => {
    const after = patched(SALE, { source: { status: 'completed' }, owner: { customerId: 'cus_1' } });
    expect(after).toEqual({
      ...SALE,
      source: { ...SALE.source, status: 'completed' },
      owner: { ...SALE.owner, customerId: 'cus_1' },
    });
    expect(SALE.source.status).toBe('open');
  });
});

describe('a patch', () => {
  it.each<[string, SalePatch]>([
    ['nothing', {}],
    ['a part without fields', { owner: {} }],
    ['what is known', { source: { status: 'open', refs: ['sal_1', 'PDV-1'] }, purchase: { returns: [] } }],
  ])('of %s changes nothing', (_what, patch) => {
    expect(isChangedBy(SALE, patch)).toBe(false);
    expect(changedFields(SALE, patch)).toEqual(new Set());
  });

  it('names the fields that it changes, and no others', () => {
    const patch = {
      source: { status: 'open' as const, refs: ['sal_1'] },
      content: { totalCents: 100, freightCents: 0 },
    };
    expect(isChangedBy(SALE, patch)).toBe(true);
    expect(changedFields(SALE, patch)).toEqual(new Set(['source.refs', 'content.totalCents']));
  });

  it('takes what is absent for null', () => {
    const { customerId: _known, ...rest } = SALE.owner;
    const older = { ...SALE, owner: rest as typeof SALE.owner };
    expect(isChangedBy(older, { owner: { customerId: null } })).toBe(false);
  });
});
