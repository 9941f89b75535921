import type { Instant } from '../../loyalty';
import { wakeParked } from '../../runs';
import type { Runs } from '../../runs';
import { endRefusal } from '../../store';
import type { Store } from '../../store';

const HOUR_MS = 3_600_000;
/** A sweep comes about so often: each asks for the next of the sales. */
const TURN_MS = 15 * 60_000;
/** So many take turns, the newest: that none of them is ever answered while others are is as good as impossible. */
const IN_TURN = 100;

/**
 * Looks through a merchant's connections: one that is refused is asked for one of its parked sales after another, a sweep each, in case
 * somebody has put it right on the other side; of one that is not, what is still parked is made up for: whoever was to wake it did not
 * come to it, or it is refused by itself.
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
      const since = madeUpSince(authorizedAt, now);
      await wakeParked(sales, runs, { merchantId, connectionId, since });
      continue;
    }
    const some = await sales.list(merchantId, { parkedFor: connectionId, limit: IN_TURN });
    const parked = some[Math.floor(now / TURN_MS) % some.length];
    if (parked) await runs.saleChanged(parked, { eventId: `parked/${now}`, kind: 'updated' });
  }
}

/**
 * What the waking run is named by: the authorisation within its hour, which has begun one already or should have, then each hour, so that
 * neither a sweep that is tried again nor the next one begins another.
 */
function madeUpSince(authorizedAt: Date, now: Instant): Date {
  return new Date(Math.max(authorizedAt.getTime(), now - (now % HOUR_MS)));
}
