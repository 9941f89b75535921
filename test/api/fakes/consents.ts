import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../../src/loyalty';
import type { Consents } from '../../../src/store';
import type { Holdings } from './holdings';

/** Consents in memory; those that are there already stay as they are, and one that differs is refused. */
export function consentsIn({ consents }: Holdings): Consents {
  return {
    record(told) {
      for (const one of told) {
        const kept = consents.find(({ id }) => id === one.id);
        if (!kept) consents.push(one);
        else if (!isDeepStrictEqual({ ...kept, at: null }, { ...one, at: null }))
          return Promise.reject(new Refusal('idempotency_key_reused'));
      }
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
