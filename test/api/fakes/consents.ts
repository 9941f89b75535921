import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../../src/loyalty';
import type { Consent, Consents } from '../../../src/store';
import { factOf } from '../../../src/store/customer/consents';
import type { Holdings } from './holdings';

/** Consents in memory; those that are there already stay as they are, and one that differs is refused. */
export function consentsIn({ consents }: Holdings): Consents {
  const of: Consents['of'] = (merchantId, customerId) =>
    Promise.resolve(
      consents
        .filter((one) => one.merchantId === merchantId && one.customerId === customerId)
        .sort((one, other) => +other.at - +one.at),
    );
  return {
    of,
    async say(words, now) {
      const added: Consent[] = [];
      for (const word of words) {
        const fact = factOf(word, await of(word.merchantId, word.customerId), now);
        if (!fact || consents.some(({ id }) => id === fact.id)) continue;
        const { holds, ...consent } = fact;
        consents.push(consent);
        if (holds) added.push(consent);
      }
      return { added, first: added.length > 0 };
    },
    record(told) {
      for (const one of told) {
        const kept = consents.find(({ id }) => id === one.id);
        if (!kept) consents.push(one);
        else if (!isDeepStrictEqual({ ...kept, at: null }, { ...one, at: null }))
          return Promise.reject(new Refusal('idempotency_key_reused'));
      }
      return Promise.resolve();
    },
  };
}
