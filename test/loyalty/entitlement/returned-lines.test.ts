import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goodsCents, Refusal, returnedLines } from '../../../src/loyalty';
import type { LineReturn } from '../../../src/loyalty';

type Sold = Parameters<typeof returnedLines>[0];

function sold(change: Partial<Sold> = {}): Sold {
  return {
    totalCents: 10_000,
    freightCents: 0,
    otherExpensesCents: 0,
    items: [
      { sku: 'a', totalCents: 6_000, quantity: 3 },
      { sku: 'b', totalCents: 4_000 },
    ],
    ...change,
  };
}

const line = (sku: string, quantity: number | null = null): LineReturn => ({ sku, quantity });

function refusal(doing: () => unknown): unknown {
  try {
    doing();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'done';
}

describe('the goods value of lines that come back (R8, R21)', () => {
  it('is a line’s own value where nothing was taken off the whole', () => {
    expect(returnedLines(sold(), [], [line('b')])).toBe(4_000);
    expect(returnedLines(sold(), [], [line('a', 1)])).toBe(2_000);
  });

  it('is the line’s share of the net goods, by largest remainder, without freight', () => {
    const sale = sold({ totalCents: 9_500, freightCents: 500 });
    expect(returnedLines(sale, [], [line('a')])).toBe(5_400);
    expect(returnedLines(sale, [], [line('b')])).toBe(3_600);
  });

  it('floors pieces over all that came back, so that a whole line gives its whole share', () => {
    const sale = sold({ totalCents: 100, items: [{ sku: 'a', totalCents: 100, quantity: 3 }] });
    expect(returnedLines(sale, [], [line('a', 1)])).toBe(33);
    expect(returnedLines(sale, [line('a', 1)], [line('a', 1)])).toBe(33);
    expect(returnedLines(sale, [line('a', 2)], [line('a')])).toBe(34);
  });

  it('takes lines of one product together', () => {
    const items = [
      { sku: 'a', totalCents: 100, quantity: 1 },
      { sku: 'a', totalCents: 300, quantity: 1 },
    ];
    expect(returnedLines(sold({ totalCents: 400, items }), [], [line('a', 1)])).toBe(200);
  });

  it('counts a line without a quantity as one piece', () => {
    expect(returnedLines(sold(), [], [line('b', 1)])).toBe(4_000);
    expect(refusal(() => returnedLines(sold(), [], [line('b', 2)]))).toMatchObject({ piecesLeft: 1 });
  });

  it('counts what came back before as far as the sale still has it: it may have been told otherwise since', () => {
    const fewer = sold({ items: [{ sku: 'a', totalCents: 10_000, quantity: 2 }] });
    expect(returnedLines(fewer, [line('b')], [line('a', 1)])).toBe(5_000);
    expect(returnedLines(fewer, [line('a', 1), line('b', 7)], [line('a')])).toBe(5_000);
    expect(refusal(() => returnedLines(fewer, [line('a', 3)], [line('a', 1)]))).toEqual({
      code: 'invalid_request',
      sku: 'a',
      piecesLeft: 0,
    });
  });

  it.each<[string, LineReturn[], LineReturn[], object]>([
    ['a product that is not in the sale', [], [line('c')], { sku: 'c', piecesLeft: 0 }],
    ['more pieces than are left', [line('a', 2)], [line('a', 2)], { sku: 'a', piecesLeft: 1 }],
    ['a line that is all back', [line('b')], [line('b')], { sku: 'b', piecesLeft: 0 }],
    ['more of one line said twice', [], [line('a', 2), line('a', 2)], { sku: 'a', piecesLeft: 1 }],
    ['no pieces', [], [line('a', 0)], { sku: 'a', piecesLeft: 3 }],
    ['half a piece', [], [line('a', 1.5)], { sku: 'a', piecesLeft: 3 }],
  ])('refuses %s', (_title, before, now, facts) => {
    expect(refusal(() => returnedLines(sold(), before, now))).toEqual({ code: 'invalid_request', ...facts });
  });

  it('comes to the goods value exactly once every piece is back, whatever the order', () => {
    const items = fc.array(
      fc.record({ totalCents: fc.nat({ max: 50_000 }), quantity: fc.integer({ min: 1, max: 5 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(items, fc.nat({ max: 1_000 }), fc.infiniteStream(fc.nat()), (drafts, off, picks) => {
        const named = drafts.map((draft, index) => ({ ...draft, sku: `s${index}` }));
        const sum = named.reduce((total, { totalCents }) => total + totalCents, 0);
        fc.pre(sum > 0);
        const sale = sold({ totalCents: Math.max(1, sum - off), items: named });
        const pieces = named.flatMap(({ sku, quantity }) => Array<string>(quantity).fill(sku));
        const before: LineReturn[] = [];
        let total = 0;
        while (pieces.length > 0) {
          const [sku] = pieces.splice(picks.next().value % pieces.length, 1);
          total += returnedLines(sale, before, [line(sku!, 1)]);
          before.push(line(sku!, 1));
        }
        expect(total).toBe(goodsCents(sale));
      }),
    );
  });
});
