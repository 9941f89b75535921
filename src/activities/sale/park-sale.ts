import { BlingApiError } from '../../bling';
import type { ParkedReason, ParkedSale, Sale } from '../../loyalty';
import { wakeParked } from '../../runs';
import { endRefusal, raiseRefusal } from '../../store';
import type { StoreConnection } from '../../store';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { saleChange } from './sale-change';

/** What was asked for of a sale. */
type Asked = ParkedSale['asked'];

/** Why no other try is answered until somebody puts the connection right; null: another may be. */
function refusalIn(error: unknown): Exclude<ParkedReason, 'unknown_connection'> | null {
  if (!(error instanceof BlingApiError)) return null;
  return error.kind === 'unauthorized' || error.kind === 'forbidden' ? error.kind : null;
}

/**
 * Asks a connection for something of a sale. Where it is refused for good, the sale is parked, and its run goes on with what was known:
 * null. Where a refused connection answers again, all that was parked for it is woken; what is refused even then is refused to the sale
 * alone, and says nothing of its connection any more.
 */
export async function askOrPark<Answer>(
  deps: ActivityDeps,
  sale: Sale,
  connection: StoreConnection,
  asked: Asked,
  ask: () => Promise<Answer>,
): Promise<{ answer: Answer } | null> {
  let answer: Answer;
  try {
    answer = await ask();
  } catch (error) {
    const reason = refusalIn(error);
    if (reason === null) throw error;
    if (isItsOwn(sale, connection, { reason, asked })) return null;
    await markParked(deps, sale, { reason, asked, connectionId: connection.id });
    const refusal = { reason, asked, since: new Date(currentInstant()) };
    // The mark comes first: an authorisation after it wakes what is marked, and one before it has another try.
    if (!(await deps.store.connections.refuse(connection, refusal))) throw error;
    await tell(deps, sale.merchantId, connection.id, reason);
    return null;
  }
  await noteAnswer(deps, connection, asked);
  return { answer };
}

/** Parks a sale whose connection is not there. */
export async function parkOrphan(deps: ActivityDeps, sale: Sale, connectionId: string): Promise<void> {
  const reason = 'unknown_connection';
  await markParked(deps, sale, { reason, asked: 'order', connectionId });
  await tell(deps, sale.merchantId, connectionId, reason);
}

async function markParked(
  { store }: ActivityDeps,
  sale: Sale,
  why: Omit<ParkedSale, 'since'>,
): Promise<void> {
  const now = currentInstant();
  const { parked: known = null } = sale.source;
  const parked = { ...why, since: known?.since ?? now };
  const event = { at: now, event: 'parked', text: EVENTS[why.reason] };
  const change = saleChange(sale, { source: { parked } }, known === null ? event : undefined);
  if (change) await store.sales.change(change);
}

async function tell(
  { store, log }: ActivityDeps,
  merchantId: string,
  connectionId: string,
  reason: ParkedReason,
): Promise<void> {
  await raiseRefusal(store.alerts, { merchantId, connectionId }, reason, new Date(currentInstant()));
  log.warn({ merchantId, connectionId, reason }, 'a sale is parked: its connection is refused');
}

/**
 * Whether the sale is parked for what others were answered since: one order or contact that may not be read, where others may. Were the
 * connection to be marked for it, it would be so until the next answer, again and again.
 */
function isItsOwn(
  { source: { parked } }: Sale,
  { refused, answeredAgain }: StoreConnection,
  { reason, asked }: Pick<ParkedSale, 'reason' | 'asked'>,
): boolean {
  const again = answeredAgain?.[asked];
  if (refused || !again || reason !== 'forbidden') return false;
  return parked?.reason === reason && parked.asked === asked && parked.since <= again.getTime();
}

/** The refusal goes first: what is not woken by then, as Temporal is away or in a crash, is woken by the sweep. */
async function noteAnswer(
  { store, runs, log }: ActivityDeps,
  connection: StoreConnection,
  asked: Asked,
): Promise<void> {
  const { id: connectionId, merchantId, refused } = connection;
  // A permission for the one is none for the other; tokens that are taken are taken for both.
  if (!refused || (refused.reason === 'forbidden' && refused.asked !== asked)) return;
  // Whoever was refused may have a clock that is ahead of this one.
  const at = new Date(Math.max(currentInstant(), refused.since.getTime()));
  if (!(await store.connections.answered(connection, { asked, at }))) return;
  await endRefusal(store.alerts, { merchantId, connectionId }, at);
  try {
    await wakeParked(store.sales, runs, { merchantId, connectionId, since: refused.since });
  } catch (error) {
    log.warn({ merchantId, connectionId, reason: (error as Error).name }, 'parked sales were not woken yet');
  }
}

const EVENTS: Record<ParkedReason, string> = {
  unauthorized: 'Leitura parada: o Bling recusa o acesso a esta empresa',
  forbidden: 'Leitura parada: falta uma permissão no Bling',
  unknown_connection: 'Leitura parada: a conexão com o Bling não existe mais',
};
