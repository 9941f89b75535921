import type { Instant } from '../../loyalty';
import { wakeParked } from '../../runs';
import type { Runs } from '../../runs';
import { endRefusal } from '../../store';
import type { Store } from '../../store';

/**
 * Looks through a merchant's connections: one that is refused is asked for one of its parked sales, in case somebody has put it right
 * on the other side; of one that is not, whoever was to wake what is parked and did not come to it is made up for.
 */
export async function lookAtParked(
  { connections, sales, alerts }: Pick<Store, 'connections' | 'sales' | 'alerts'>,
  runs: Pick<Runs, 'saleChanged' | 'wakeParked'>,
  merchantId: string,
  now: Instant,
): Promise<void> {
  for (const { id: connectionId, state, authorizedAt } of await connections.list(merchantId)) {
    if (state === 'connected') {
      await endRefusal(alerts, { merchantId, connectionId }, new Date(now));
      await wakeParked(sales, runs, { merchantId, connectionId, since: authorizedAt });
      continue;
    }
    const [parked] = await sales.list(merchantId, { parkedFor: connectionId, limit: 1 });
    if (parked) await runs.saleChanged(parked, { eventId: `parked/${now}`, kind: 'updated' });
  }
}
