import type { Reconciliations } from '../../../src/store';
import type { Holdings } from './holdings';

/** Reconciliations in memory. */
export function reconciliationsIn({
  reconciliations,
}: Holdings): Pick<Reconciliations, 'open' | 'get' | 'list'> {
  return {
    open(fresh, now) {
      const { id, connectionId } = fresh;
      const known = reconciliations.find((one) => one.id === id);
      if (known) return Promise.resolve(known);
      if (reconciliations.some((one) => one.connectionId === connectionId && one.state === 'running'))
        return Promise.resolve('busy');
      const report = {
        ...fresh,
        ...{ state: 'running' as const, failure: null, beganAt: now, endedAt: null },
        ...{ lookedAt: 0, missing: 0, differing: 0, deleted: 0, repaired: 0, found: [] },
      };
      reconciliations.push(report);
      return Promise.resolve(report);
    },
    get: (merchantId, id) =>
      Promise.resolve(reconciliations.find((one) => one.merchantId === merchantId && one.id === id) ?? null),
    list: (merchantId, connectionId, { before, limit }) =>
      Promise.resolve(
        reconciliations
          .filter((one) => one.merchantId === merchantId && one.connectionId === connectionId)
          .filter(({ beganAt }) => before === undefined || beganAt < before)
          .sort((one, other) => +other.beganAt - +one.beganAt)
          .slice(0, limit),
      ),
  };
}
