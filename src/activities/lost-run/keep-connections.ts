import type { Instant } from '../../loyalty';
import type { Rescued } from '../../runs';
import { endBehind, isBehind, raiseBehind } from '../../store';
import type { Store, StoreConnection } from '../../store';
import type { ConnectionInput } from '../../workflows';
import type { OneByOne } from '../runtime';

type Stores = Pick<Store, 'connections' | 'reconciliations' | 'callStops' | 'alerts'>;

/**
 * Each connection has a run that keeps it well; those of before there were such runs get theirs here. That it is there says little: where
 * its comparisons do not come to their end, or it fails at the same point each time, its merchant is told.
 * @param rescue wakes a run that is not there
 * @returns how many were woken
 */
export async function keepConnections(
  stores: Stores,
  rescue: (input: ConnectionInput) => Promise<Rescued>,
  merchantId: string,
  now: Instant,
  one: OneByOne,
): Promise<number> {
  let woken = 0;
  for (const connection of await stores.connections.list(merchantId)) {
    const { id: connectionId, held } = connection;
    const keep = async (): Promise<boolean> => {
      const how = held?.revokedAt ? 'there' : await rescue({ merchantId, connectionId });
      await tellOfBehind(stores, connection, how === 'failing', now);
      return how === 'woken';
    };
    if (await one('connection', connectionId, keep)) woken += 1;
  }
  return woken;
}

async function tellOfBehind(
  { reconciliations, callStops, alerts }: Stores,
  connection: StoreConnection,
  failing: boolean,
  now: Instant,
): Promise<void> {
  const { merchantId, id, companyId, state } = connection;
  const isLate = state === 'connected' && (failing || isBehind(connection, now));
  if (!isLate) return endBehind(alerts, connection, new Date(now));
  // That Bling does not answer is told already; that the day's calls are used up is not.
  const stop = (await callStops.of([companyId])).get(companyId);
  if (!failing && stop && stop.why !== 'day') return;
  const [newest] = await reconciliations.list(merchantId, id, { limit: 1 });
  await raiseBehind(alerts, connection, { failing, failure: newest?.failure ?? null }, new Date(now));
}
