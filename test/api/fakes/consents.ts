import type { Consents } from '../../../src/store';
import type { Holdings } from './holdings';

/** Consents in memory; those that are there already stay as they are. */
export function consentsIn({ consents }: Holdings): Consents {
  return {
    record(told) {
      for (const one of told) if (!consents.some(({ id }) => id === one.id)) consents.push(one);
      return Promise.resolve();
    },
    of: (merchantId, customerId) =>
      Promise.resolve(
        consents
          .filter((one) => one.merchantId === merchantId && one.customerId === customerId)
          .sort((one, other) => +other.at - +one.at),
      ),
  };
}
