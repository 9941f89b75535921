import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { accounts, complaints, cutAt } from './check';
import { histories } from './generator';

/**
 * The same histories each time, so that a change is judged by itself. With ORACLE_RUNS it is a search: so many, and others each time;
 * a failure prints its seed, which `fc.assert` takes to play it again.
 */
const searched = process.env.ORACLE_RUNS;
const numRuns = Number(searched ?? 300);
const search = searched === undefined ? { numRuns, seed: 20_261 } : { numRuns };
const LONGEST = 40;
const PATIENCE_MS = 60_000 + numRuns * 1000;

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
    'keeps every invariant, R43, R44 and R45 after every cut of the history',
    () => {
      fc.assert(
        fc.property(histories(LONGEST), fc.nat({ max: LONGEST }), (history, cut) => {
          expect(complaints(cutAt(history, cut))).toEqual([]);
        }),
        search,
      );
    },
    PATIENCE_MS,
  );
});
