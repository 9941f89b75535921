import { describe, expect, it } from '@jest/globals';
import { findCandidates, LONGEST_CHAIN, endOfChain } from '../../../src/loyalty/purchase';
import type { Candidate } from '../../../src/loyalty/purchase';
import type { Sale, SourceStatus } from '../../../src/loyalty/sale';
import { erpSale, known, NOON, shopSale, tillSale } from './sales';

const KEY = 'c|ana|18990|2026-11-03';

function find(sale: Sale, others: Sale[], arrived = [...others, sale]): Candidate[] {
  return findCandidates(sale, known(sale, ...others), new Map([[KEY, arrived.map(({ id }) => id)]]));
}

const shown = (found: Candidate[]): [string, string, boolean][] =>
  found.map(({ root, verdict, earlier }) => [root.id, verdict, earlier]);

describe('the purchases that a sale may be part of', () => {
  it('are those of other sources, by how they compare and whether they were there before', () => {
    expect(shown(find(erpSale(), [shopSale()]))).toEqual([['sal_shop', 'same', true]]);
    expect(shown(find(erpSale(), [shopSale()], [erpSale(), shopSale()]))).toEqual([
      ['sal_shop', 'same', false],
    ]);
    expect(shown(find(tillSale(), [shopSale(), erpSale()]))).toEqual([
      ['sal_shop', 'doubtful', true],
      ['sal_erp', 'doubtful', true],
    ]);
    expect(find(erpSale(), [])).toEqual([]);
  });

  it.each<SourceStatus>(['open', 'cancelled', 'missing', 'refused'])('are none that is %s', (status) => {
    expect(find(erpSale(), [shopSale({ source: { status } })])).toEqual([]);
  });

  it('are one for each purchase, by whichever telling fits best, and were then there before', () => {
    const till = tillSale({ purchase: { duplicateOf: 'sal_shop' } });
    const root = shopSale({ content: { totalCents: 26_000 } });
    const later = [erpSale(), root, till];
    expect(shown(find(erpSale(), [root], later))).toEqual([['sal_shop', 'doubtful', false]]);
    const named = { ...till, source: { ...till.source, erpNumber: '10231' } };
    expect(shown(find(erpSale(), [root, named], later))).toEqual([['sal_shop', 'same', true]]);
    expect(shown(find(erpSale(), [named, root], later))).toEqual([['sal_shop', 'same', true]]);
  });

  it('are not the sale’s own tellings, nor sales that count by each other', () => {
    expect(find(shopSale(), [erpSale({ purchase: { duplicateOf: 'sal_shop' } })])).toEqual([]);
    const circle = [
      erpSale({ purchase: { duplicateOf: 'sal_till' } }),
      tillSale({ purchase: { duplicateOf: 'sal_erp' } }),
    ];
    expect(find(shopSale(), circle)).toEqual([]);
  });
});

describe('a chain of sales', () => {
  const chain = (length: number): Sale[] =>
    Array.from({ length }, (_, at) =>
      shopSale({ purchase: { duplicateOf: at === length - 1 ? null : `sal_${at + 1}` } }, `sal_${at}`),
    );

  it.each([1, 2, LONGEST_CHAIN])('of %d ends at the one that counts by itself', (length) => {
    const sales = chain(length);
    expect(endOfChain(known(...sales), sales[0]!)).toBe(sales.at(-1));
  });

  it('that is longer, or goes round, has no end', () => {
    const sales = chain(LONGEST_CHAIN + 1);
    expect(endOfChain(known(...sales), sales[0]!)).toBeNull();
    const [a, b] = [
      shopSale({ purchase: { duplicateOf: 'sal_erp' } }),
      erpSale({ purchase: { duplicateOf: 'sal_shop' } }),
    ];
    expect([endOfChain(known(a, b), a), endOfChain(known(a, b), b)]).toEqual([null, null]);
  });

  it('ends where the next does not exist', () => {
    const sale = shopSale({ purchase: { duplicateOf: 'none' }, createdAt: NOON });
    expect(endOfChain(known(sale), sale)).toBe(sale);
  });
});
