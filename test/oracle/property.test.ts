import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { accounts, complaints, cutAt } from './check';
import { histories, historiesWithOpen } from './generator';
import { PATIENCE_MS, search } from './search';

const LONGEST = 40;

describe('The product against the oracle, over random programs and histories', () => {
  it(
    'agrees on every answer, every wallet and every lot, after every cut of the history',
    () => {
      fc.assert(
        fc.property(histories(LONGEST), fc.nat({ max: LONGEST }), (history, cut) => {
          for (const played of [history, cutAt(history, cut)]) {
            const { product, oracle } = accounts(played);
            expect(product).toEqual(oracle);
          }
        }),
        search,
      );
    },
    PATIENCE_MS,
  );

  it(
    'agrees on sales that are told, paid or cancelled before they are completed, whose buyer nobody has looked up',
    () => {
      fc.assert(
        fc.property(historiesWithOpen(LONGEST), (history) => {
          const { product, oracle } = accounts(history);
          expect(product).toEqual(oracle);
        }),
        search,
      );
    },
    PATIENCE_MS,
  );

  it(
    'keeps every invariant, R43, R44 and R45 after every cut of the history',
    () => {
      fc.assert(
        fc.property(historiesWithOpen(LONGEST), fc.nat({ max: LONGEST }), (history, cut) => {
          expect(complaints(cutAt(history, cut))).toEqual([]);
        }),
        search,
      );
    },
    PATIENCE_MS,
  );
});
