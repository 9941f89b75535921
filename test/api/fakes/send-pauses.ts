import type { Store } from '../../../src/store';
import type { Holdings } from './holdings';

/** What is held up of what sends, in memory: each of a scope once. */
export function sendPausesIn({ pauses }: Holdings): Store['sendPauses'] {
  return {
    on: () => Promise.resolve(pauses),
    reportedOf: () => Promise.resolve(pauses.filter(({ reported }) => reported === true)),
    get: (id) => Promise.resolve(pauses.find((one) => one.id === id) ?? null),
    hold({ sender, template }, { holdMs, by, at, ...refused }, now) {
      const known = pauses.find(({ what }) => what === refused.what);
      if (known) return Promise.resolve({ pause: known, counted: false });
      const until = new Date(now.getTime() + holdMs(0));
      const of = { sender, template: refused.what === 'template' ? template : null };
      const pause = {
        ...{ ...refused, ...of, id: refused.what, since: now, until, refusedAt: at, tries: 1 },
        ...{ merchants: [], ...(by === 'report' ? { reported: true } : {}) },
      };
      pauses.push(pause);
      return Promise.resolve({ pause, counted: true });
    },
    tryNow: () => Promise.resolve(null),
    accepted: () => Promise.resolve(),
    tell(id, merchantId) {
      const known = pauses.find((one) => one.id === id);
      known?.merchants.push(merchantId);
      return Promise.resolve(known !== undefined);
    },
    end({ id }) {
      const place = pauses.findIndex((one) => one.id === id);
      return Promise.resolve(place < 0 ? null : pauses.splice(place, 1)[0]!);
    },
  };
}
