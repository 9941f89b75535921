import { connectionWorkflowId } from '../../workflows';
import type { ParkedPlace, ParkedSalesInput } from '../../workflows';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** Woken by one step. What lies between two steps is waited for by the run, which holds up nobody. */
const AT_ONCE = 3;

/**
 * Wakes some of the sales that rest until a company answers, those that wait longest first. Where it answers no more they go on resting:
 * the next answer wakes them.
 */
export async function wakeResting(
  { store, runs }: Pick<ActivityDeps, 'store' | 'runs'>,
  { merchantId, connectionId, since }: ParkedSalesInput,
): Promise<{ woken: number; next: ParkedPlace | null }> {
  const connection = await store.connections.get(merchantId, connectionId);
  if (!connection) return { woken: 0, next: null };
  const { companyId } = connection;
  const resting = await store.callPlaces.resting(companyId);
  const isSilent = async (): Promise<boolean> => (await store.callStops.of([companyId])).has(companyId);
  let woken = 0;
  for (const one of resting.slice(0, AT_ONCE)) {
    reportProgress({ woken });
    if (await isSilent()) {
      await store.callPlaces.restOn(companyId);
      // An answer in between had nobody to wake: then these are still to be woken here.
      if (await isSilent()) return { woken, next: null };
    }
    await runs.sourceAnswers(one.key);
    await store.callPlaces.leave(companyId, one);
    woken += 1;
  }
  return { woken, next: resting.length > AT_ONCE ? { at: since, id: connectionId } : null };
}

/**
 * Begins the run that wakes those who rest, where a company answers that did not, and has the run of its connection look again. What cannot be begun is logged, and begun by the next
 * answer; those who rest come by themselves as well.
 */
export function createRestEnd(
  { store, runs, log }: Pick<ActivityDeps, 'store' | 'runs' | 'log'>,
  now: () => number,
): (companyId: string) => Promise<void> {
  return async (companyId) => {
    let ended = false;
    try {
      ended = await store.callPlaces.endRest(companyId);
      if (!ended) return;
      const connection = await store.connections.ofCompany(companyId);
      if (!connection) return;
      const of = { merchantId: connection.merchantId, connectionId: connection.id };
      await runs.wakeParked({ ...of, since: new Date(now()).toISOString(), resting: true });
      // Its orders are compared: what was lost meanwhile is found at once.
      await runs.sourceAnswers(connectionWorkflowId(of));
    } catch (error) {
      log.warn({ companyId, reason: (error as Error).name }, 'resting sales were not woken');
      if (ended)
        await store.callPlaces
          .restOn(companyId)
          .catch(() => log.warn({ companyId }, 'resting sales will come by themselves'));
    }
  };
}
