import type { ParkedPlace, ParkedSalesInput } from '../../workflows';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** Woken by one step: some seconds. */
const PAGE = 100;

/** How many sales a step has woken, and after which the next goes on; null: there are no more. */
export interface WokenParked {
  woken: number;
  next: ParkedPlace | null;
}

/** Has some of the sales that are parked for a connection look again, newest first. Done again, it wakes the same. */
export function createWakeParkedSales({
  store,
  runs,
}: ActivityDeps): (input: ParkedSalesInput, after: ParkedPlace | null) => Promise<WokenParked> {
  return async ({ merchantId, connectionId, since }, after) => {
    const place = after ? { before: new Date(after.at), beforeId: after.id } : {};
    const some = await store.sales.list(merchantId, { parkedFor: connectionId, limit: PAGE, ...place });
    let woken = 0;
    for (const sale of some) {
      await runs.saleChanged(sale, { eventId: `parked/${since}`, kind: 'updated' });
      reportProgress({ woken: (woken += 1) });
    }
    const last = some.at(-1);
    const next = last && some.length === PAGE ? placeOf(last) : null;
    return { woken, next };
  };
}

function placeOf({ id, createdAt }: { id: string; createdAt: number }): ParkedPlace {
  return { at: new Date(createdAt).toISOString(), id };
}
