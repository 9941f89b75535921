import { wantsFollowUps } from '../../loyalty';
import { ConcurrentChangeError } from '../../store';
import type { DuePlace, OutdatedPlace, Store } from '../../store';
import type { CustomerInput } from '../../workflows';
import { currentInstant, oneByOne, raiseUnwakable, reportProgress } from '../runtime';
import type { ActivityDeps, OneByOne } from '../runtime';
import { HORIZON_MS, lookAtCustomer } from './look-at-customer';

/** A page of customers. */
const PAGE = 100;

/** What a sweep has found of one merchant: whom it has looked at because nobody had, and who has a run now. */
export interface CustomersWoken {
  looked: number;
  woken: number;
}

/** Who is changing just now is looked at so often. What a change later than that asks for, the next sweep sees. */
const LOOKS = 3;

/**
 * Looks at each customer of a merchant of whom something has changed, and wakes everybody to whom something is to be told before the next
 * sweep. Waking is harmless: a run looks at what is true, and ends where there is nothing to tell. A customer who cannot be looked at
 * keeps nobody else from being told: the next sweep tries again.
 */
export function createWakeCustomers(deps: ActivityDeps): (merchantId: string) => Promise<CustomersWoken> {
  const { store, log } = deps;
  return async (merchantId) => {
    const inForce = await store.programs.current(merchantId);
    if (!inForce || !wantsFollowUps(inForce.program.messages)) return { looked: 0, woken: 0 };
    const { one, unwakable } = oneByOne({ log }, merchantId);
    const looked = await lookAtOutdated(deps, merchantId, inForce.version, one);
    const found = { looked, woken: await wakeDue(deps, merchantId, looked, one) };
    if (unwakable.items > 0) await raiseUnwakable(store, merchantId, unwakable, currentInstant());
    return found;
  };
}

async function lookAtOutdated(
  { store }: ActivityDeps,
  merchantId: string,
  version: number,
  one: OneByOne,
): Promise<number> {
  let looked = 0;
  for (let place: OutdatedPlace | null = { id: '', version: null }; place !== null;) {
    const some: OutdatedPlace[] = await store.followUpPlans.outdated(merchantId, version, place, PAGE);
    for (const { id: customerId } of some)
      if (await one('customer', customerId, () => look(store, { merchantId, customerId }))) looked += 1;
    reportProgress({ looked });
    place = some.length === PAGE ? some.at(-1)! : null;
  }
  return looked;
}

async function look(store: Store, input: CustomerInput): Promise<true> {
  for (let left = LOOKS; ; left -= 1) {
    try {
      await lookAtCustomer(store, input, currentInstant());
      return true;
    } catch (error) {
      if (!(error instanceof ConcurrentChangeError) || left === 1) throw error;
    }
  }
}

async function wakeDue(
  { store, runs }: ActivityDeps,
  merchantId: string,
  looked: number,
  one: OneByOne,
): Promise<number> {
  const until = new Date(currentInstant() + HORIZON_MS);
  let woken = 0;
  for (let place: DuePlace | null = { at: 0, id: '' }; place !== null;) {
    const some = await store.followUpPlans.due(merchantId, until, place, PAGE);
    for (const { id: customerId } of some) {
      const wake = (): Promise<true> => runs.customerChanged({ merchantId, customerId }).then(() => true);
      if (await one('customer', customerId, wake)) woken += 1;
    }
    reportProgress({ looked, woken });
    const last = some.at(-1);
    place = last?.at && some.length === PAGE ? { at: last.at.getTime(), id: last.id } : null;
  }
  return woken;
}
