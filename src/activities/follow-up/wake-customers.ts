import { wantsFollowUps } from '../../loyalty';
import { ConcurrentChangeError } from '../../store';
import type { DuePlace, Store } from '../../store';
import type { CustomerInput } from '../../workflows';
import { currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { HORIZON_MS, lookAtCustomer } from './look-at-customer';

/** A page of customers. */
const PAGE = 100;

/** What a sweep has found of one merchant: whom it has looked at because nobody had, and who has a run now. */
export interface CustomersWoken {
  looked: number;
  woken: number;
}

/**
 * Looks at each customer of a merchant of whom something has changed, and wakes everybody to whom something is to be told before the next
 * sweep. Waking is harmless: a run looks at what is true, and ends where there is nothing to tell.
 */
export function createWakeCustomers(deps: ActivityDeps): (merchantId: string) => Promise<CustomersWoken> {
  const { store } = deps;
  return async (merchantId) => {
    const inForce = await store.programs.current(merchantId);
    if (!inForce || !wantsFollowUps(inForce.program.messages)) return { looked: 0, woken: 0 };
    const looked = await lookAtOutdated(deps, merchantId, inForce.version);
    return { looked, woken: await wakeDue(deps, merchantId, looked) };
  };
}

async function lookAtOutdated({ store }: ActivityDeps, merchantId: string, version: number): Promise<number> {
  for (let looked = 0; ;) {
    const some = await store.followUpPlans.outdated(merchantId, version, PAGE);
    for (const { id: customerId } of some) await lookUnlessChanging(store, { merchantId, customerId });
    looked += some.length;
    reportProgress({ looked });
    if (some.length < PAGE) return looked;
  }
}

/** Whoever is changing just now is found again with the next page. */
async function lookUnlessChanging(store: Store, input: CustomerInput): Promise<void> {
  try {
    await lookAtCustomer(store, input, currentInstant());
  } catch (error) {
    if (!(error instanceof ConcurrentChangeError)) throw error;
  }
}

async function wakeDue({ store, runs }: ActivityDeps, merchantId: string, looked: number): Promise<number> {
  const until = new Date(currentInstant() + HORIZON_MS);
  let woken = 0;
  for (let place: DuePlace | null = { at: 0, id: '' }; place !== null;) {
    const some = await store.followUpPlans.due(merchantId, until, place, PAGE);
    for (const { id: customerId } of some) await runs.customerChanged({ merchantId, customerId });
    woken += some.length;
    reportProgress({ looked, woken });
    const last = some.at(-1);
    place = last?.at && some.length === PAGE ? { at: last.at.getTime(), id: last.id } : null;
  }
  return woken;
}
