import type { Instant, Sale } from '../../loyalty';
import type { ParkedPlace, ParkedSalesInput } from '../../workflows';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { wakeResting } from './wake-resting';

/** Woken by one step: some seconds. */
const PAGE = 100;

/** How many sales a step has woken, and after which the next goes on; null: there are no more. */
export interface WokenParked {
  woken: number;
  next: ParkedPlace | null;
}

/**
 * Has some of the sales that are parked for a connection look again, newest first: those of the next page in which any is to be woken.
 * Done again, it wakes the same. Or some of those that rest until it answers.
 */
export function createWakeParkedSales(
  deps: ActivityDeps,
): (input: ParkedSalesInput, after: ParkedPlace | null) => Promise<WokenParked> {
  const { store, runs } = deps;
  return async (input, after) => {
    const { merchantId, connectionId, since, parkedAfter } = input;
    if (input.resting) return wakeResting(deps, input);
    const over = parkedAfter === undefined ? null : Date.parse(parkedAfter);
    for (let next = after; ;) {
      const place = next ? { before: new Date(next.at), beforeId: next.id } : {};
      const some = await store.sales.list(merchantId, { parkedFor: connectionId, limit: PAGE, ...place });
      let woken = 0;
      reportProgress({ woken });
      for (const sale of some.filter((one) => isParkedAfter(one, over))) {
        await runs.saleChanged(sale, { eventId: `parked/${since}`, kind: 'updated' });
        reportProgress({ woken: (woken += 1) });
      }
      const last = some.at(-1);
      next = last && some.length === PAGE ? placeOf(last) : null;
      if (woken > 0 || next === null) return { woken, next };
    }
  };
}

function isParkedAfter({ source: { parked } }: Sale, over: Instant | null): boolean {
  return over === null || (!!parked && parked.since > over);
}

function placeOf({ id, createdAt }: { id: string; createdAt: number }): ParkedPlace {
  return { at: new Date(createdAt).toISOString(), id };
}
