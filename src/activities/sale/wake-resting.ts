import { setTimeout as delay } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { ParkedPlace, ParkedSalesInput } from '../../workflows';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** Woken by one step: some minutes. */
const AT_ONCE = 100;
/** A sale makes two calls, of which its company takes two a second: so no sale that is woken has to queue up. */
const SPACING_MS = 1_000;

/**
 * Wakes some of the sales that rest until a company answers, those that wait longest first, no faster than it may be asked. Where it
 * answers no more they go on resting: the next answer wakes them.
 * @param spacingMs what lies between two of them
 */
export async function wakeResting(
  { store, runs }: Pick<ActivityDeps, 'store' | 'runs'>,
  { merchantId, connectionId, since }: ParkedSalesInput,
  spacingMs: number = SPACING_MS,
): Promise<{ woken: number; next: ParkedPlace | null }> {
  const connection = await store.connections.get(merchantId, connectionId);
  if (!connection) return { woken: 0, next: null };
  const { companyId } = connection;
  const resting = await store.callPlaces.resting(companyId);
  let woken = 0;
  for (const key of resting.slice(0, AT_ONCE)) {
    reportProgress({ woken });
    if ((await store.callStops.of([companyId])).has(companyId)) {
      await store.callPlaces.restOn(companyId);
      return { woken, next: null };
    }
    await runs.sourceAnswers(key);
    await store.callPlaces.leave(companyId, key);
    woken += 1;
    await delay(spacingMs, undefined, { signal: Context.current().cancellationSignal });
  }
  return { woken, next: resting.length > AT_ONCE ? { at: since, id: connectionId } : null };
}

/**
 * Begins the run that wakes those who rest, where a company answers that did not. What cannot be begun is logged: those who rest come by
 * themselves as well.
 */
export function createRestEnd(
  { store, runs, log }: Pick<ActivityDeps, 'store' | 'runs' | 'log'>,
  now: () => number,
): (companyId: string) => Promise<void> {
  return async (companyId) => {
    try {
      if (!(await store.callPlaces.endRest(companyId))) return;
      const connection = await store.connections.ofCompany(companyId);
      if (!connection) return;
      const of = { merchantId: connection.merchantId, connectionId: connection.id };
      await runs.wakeParked({ ...of, since: new Date(now()).toISOString(), resting: true });
    } catch (error) {
      log.warn({ companyId, reason: (error as Error).name }, 'resting sales were not woken');
    }
  };
}
