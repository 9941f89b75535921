import type { Imports } from '../../../src/store';
import type { Holdings } from './holdings';
import { anOpenImport } from './recording';

/** Imports in memory. */
export function importsIn({ imports }: Holdings): Pick<Imports, 'open' | 'get' | 'list'> {
  return {
    open(fresh, now) {
      const known = imports.find(({ found }) => found.id === fresh.id) ?? anOpenImport(fresh, now);
      if (!imports.includes(known)) imports.push(known);
      return Promise.resolve(known.found);
    },
    list: (merchantId, { before, limit }) =>
      Promise.resolve(
        imports
          .map(({ found }) => found)
          .filter((one) => one.merchantId === merchantId)
          .filter(({ startedAt }) => before === undefined || startedAt < before)
          .sort((one, other) => +other.startedAt - +one.startedAt)
          .slice(0, limit),
      ),
    get: (merchantId, id) =>
      Promise.resolve(
        imports.map(({ found }) => found).find((one) => one.merchantId === merchantId && one.id === id) ??
          null,
      ),
  };
}
