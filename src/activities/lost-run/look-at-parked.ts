import type { Instant } from '../../loyalty';
import { wakeParked } from '../../runs';
import type { Runs } from '../../runs';
import { endRefusal, mayNotReadInvoices } from '../../store';
import type { Store, StoreConnection } from '../../store';
import type { OneByOne } from '../runtime';

const DAY_MS = 86_400_000;
/** What is refused by itself is asked for again so long; then it waits for a word on its order, or for an authorisation. */
const ASKED_AGAIN_MS = 30 * DAY_MS;
/** A sweep comes about so often: each asks for the next of the sales. */
const TURN_MS = 15 * 60_000;
/** So many take turns, the newest: that none of them is ever answered while others are is as good as impossible. */
const IN_TURN = 100;

/**
 * Looks through a merchant's connections: one that is refused, be it NFC-e alone, is asked for one of its parked sales after another, a sweep each, in case
 * somebody has put it right on the other side; of one that is not, what is still parked is made up for.
 */
export async function lookAtParked(
  { connections, sales, alerts }: Pick<Store, 'connections' | 'sales' | 'alerts'>,
  runs: Pick<Runs, 'saleChanged' | 'wakeParked'>,
  merchantId: string,
  now: Instant,
  one: OneByOne,
): Promise<void> {
  const look = async (connection: StoreConnection): Promise<boolean> => {
    const { id: connectionId, state } = connection;
    const refusesInvoices = mayNotReadInvoices(connection);
    if (state === 'connected') {
      if (!refusesInvoices) await endRefusal(alerts, { merchantId, connectionId }, new Date(now));
      await makeUp(sales, runs, connection, now);
    }
    if (state === 'connected' && !refusesInvoices) return false;
    const some = await sales.list(merchantId, { parkedFor: connectionId, limit: IN_TURN });
    const parked = some[Math.floor(now / TURN_MS) % some.length];
    if (parked) await runs.saleChanged(parked, { eventId: `parked/${now}`, kind: 'updated' });
    return parked !== undefined;
  };
  for (const connection of await connections.list(merchantId))
    if (!connection.held) await one('parked_sales', connection.id, () => look(connection));
}

/** When it was authorised, or answered again after it had been refused: the newest. Runs that wake are named by that. */
function answeredAt({ authorizedAt, answeredAgain }: StoreConnection): Instant {
  const { order = 0, invoice = 0, contact = 0 } = answeredAgain ?? {};
  return Math.max(+authorizedAt, +order, +invoice, +contact);
}

/**
 * Begins the run that was to wake what was parked, where nobody came to that: one that was begun has the same name. What is still parked
 * after it is refused by itself, or was left out in a crash: one run a day asks for it.
 */
async function makeUp(
  sales: Store['sales'],
  runs: Pick<Runs, 'wakeParked'>,
  connection: StoreConnection,
  now: Instant,
): Promise<void> {
  const of = { merchantId: connection.merchantId, connectionId: connection.id };
  const answered = answeredAt(connection);
  if (now - answered < DAY_MS) await wakeParked(sales, runs, { ...of, since: new Date(answered) });
  const parkedAfter = new Date(now - ASKED_AGAIN_MS);
  await wakeParked(sales, runs, { ...of, since: new Date(now - (now % DAY_MS)), parkedAfter });
}
