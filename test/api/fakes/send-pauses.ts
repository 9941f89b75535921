import type { Store } from '../../../src/store';
import type { Holdings } from './holdings';

/** What is held up of what sends, in memory: each of a scope once. */
export function sendPausesIn({ pauses }: Holdings): Store['sendPauses'] {
  return {
    on: () => Promise.resolve(pauses),
    hold({ sender, template }, { holdMs, tried: _tried, at, ...refused }, now) {
      const known = pauses.find(({ what }) => what === refused.what);
      if (known) return Promise.resolve(known);
      const until = new Date(now.getTime() + holdMs(0));
      const of = { sender, template: refused.what === 'template' ? template : null };
      const pause = {
        ...refused,
        ...of,
        id: refused.what,
        since: now,
        until,
        refusedAt: at,
        tries: 1,
        merchants: [],
      };
      pauses.push(pause);
      return Promise.resolve(pause);
    },
    tryNow: () => Promise.resolve(null),
    tell(id, merchantId) {
      const known = pauses.find((one) => one.id === id);
      known?.merchants.push(merchantId);
      return Promise.resolve(known !== undefined);
    },
    end: () => Promise.resolve(null),
  };
}
