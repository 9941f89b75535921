import { describe, expect, it } from '@jest/globals';
import { saleChange } from '../../../src/activities/sale/sale-change';
import { aSale, NOW } from '../../api/builders';

describe('the change that brings a stored sale up to date', () => {
  const sale = aSale({ benefit: { status: 'active', earnedCents: 950, nextAt: null } });
  const as = { status: 'active' as const, earnedCents: 950 };

  it('is none where the sale is so already', () => {
    expect(saleChange(sale, { benefit: as, purchase: { comparedAs: null } })).toBeUndefined();
  });

  it('sets what is otherwise, and nothing that is as it is said', () => {
    const change = saleChange(sale, { benefit: { ...as, nextAt: NOW }, content: { totalCents: 1 } });
    expect(change?.patch).toEqual({ benefit: { nextAt: NOW }, content: { totalCents: 1 } });
  });

  it('sets what an older sale does not say at all, as soon as it sets anything', () => {
    const { nextAt: _nextAt, ...benefit } = sale.benefit;
    const older = { ...sale, benefit };
    expect(saleChange(older, { benefit: { ...as, nextAt: null } })).toBeUndefined();
    const change = saleChange(older, { benefit: { ...as, earnedCents: 1, nextAt: null } });
    expect(change?.patch).toEqual({ benefit: { earnedCents: 1, nextAt: null } });
  });

  it('may be an event alone', () => {
    const event = { at: NOW, event: 'x', text: 'X' };
    expect(saleChange(sale, { benefit: as }, event)).toMatchObject({ patch: {}, event });
  });
});
