import { activityInfo } from '@temporalio/activity';
import { BlingApiError } from '../../bling';
import type { Instant, ParkedReason, ParkedSale, Sale } from '../../loyalty';
import { wakeParked } from '../../runs';
import { endRefusal, raiseRefusal, refusalEnded, refusalPlace } from '../../store';
import type { ConnectionRefusal, StoreConnection } from '../../store';
import { currentInstant, raiseAboutStep } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { saleChange } from './sale-change';

/** What was asked for of a sale. */
type Asked = ParkedSale['asked'];
type Refused = Pick<ConnectionRefusal, 'reason' | 'asked'>;

/** So long an answer to others is waited for where a refusal may be of one sale alone. */
const DOUBT_MS = 3_600_000;
/** What Bling takes for no request at all is asked for again so often, with the step: a release of Bling's may be behind it. */
const REJECTED_TRIES = 10;

/** Why no other try is answered until somebody puts the connection right; null: another may be. */
export function refusalIn(error: unknown): Refused['reason'] | null {
  if (!(error instanceof BlingApiError)) return null;
  return error.kind === 'unauthorized' || error.kind === 'forbidden' ? error.kind : null;
}

/**
 * Asks a connection for something of a sale. Where it is refused for good, the sale is parked, and its run goes on with what was known:
 * null. So is a sale alone whose request Bling does not take however often it is asked. Where a refused connection answers again, all that was parked for it is woken; what is refused even then is refused to the sale
 * alone, says nothing of its connection any more, and is not woken by the answers after that.
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
    if (isRejectedForGood(sale, error))
      return parkRejected(deps, sale, { asked, connectionId: connection.id });
    const reason = refusalIn(error);
    if (reason === null) throw error;
    if (isItsOwn(sale, connection, { reason, asked })) return null;
    const now = currentInstant();
    const since = parkedSince(sale, connection, asked, now);
    await markParked(deps, sale, { reason, asked, connectionId: connection.id, since });
    const refusal = { reason, asked, since: new Date(now) };
    // The mark comes first: an authorisation after it wakes what is marked, and one before it has another try.
    if (!(await deps.store.connections.refuse(connection, refusal))) throw error;
    if (!mayBeItsOwn(connection, { reason, asked }))
      await tell(deps, sale.merchantId, connection.id, toldReason({ reason, asked }));
    return null;
  }
  await noteAnswer(deps, connection, asked);
  return { answer };
}

/** What the store is told of a refusal. */
export function toldReason({ reason, asked }: Refused): Parameters<typeof raiseRefusal>[2] {
  return refusalPlace({ reason, asked }) === 'invoicesRefused' ? 'invoices_forbidden' : reason;
}

/** Parks a sale whose connection is not there. */
export async function parkOrphan(deps: ActivityDeps, sale: Sale, connectionId: string): Promise<void> {
  const reason = 'unknown_connection';
  const since = sale.source.parked?.since ?? currentInstant();
  await markParked(deps, sale, { reason, asked: 'order', connectionId, since });
  await tell(deps, sale.merchantId, connectionId, reason);
}

/** One that was parked for it is not asked for so often again. */
function isRejectedForGood({ source: { parked } }: Sale, error: unknown): boolean {
  if (!(error instanceof BlingApiError) || error.kind !== 'rejected') return false;
  return parked?.reason === 'rejected' || activityInfo().attempt > REJECTED_TRIES;
}

/** It says nothing of its connection, and is told of by itself: the tries before may have failed for another reason. */
async function parkRejected(
  deps: ActivityDeps,
  sale: Sale,
  { asked, connectionId }: Pick<ParkedSale, 'asked' | 'connectionId'>,
): Promise<null> {
  const reason = 'rejected';
  const { parked } = sale.source;
  const since = parked?.reason === reason ? parked.since : currentInstant();
  await markParked(deps, sale, { reason, asked, connectionId, since });
  deps.log.warn(
    { saleId: sale.id, connectionId, asked },
    'a sale is parked: Bling rejects what is asked for it',
  );
  const facts = { failure: 'Bling.rejected', saleId: sale.id };
  const trouble = { merchantId: sale.merchantId, kind: 'step_stuck' as const, text: REJECTED_TEXT, facts };
  if (parked?.reason !== reason) await raiseAboutStep(deps, trouble);
  return null;
}

const REJECTED_TEXT =
  'O Bling não aceita a consulta de uma venda ou mais, por mais que se repita, e elas ficam paradas. Nada se perdeu: são consultadas de novo uma vez por dia, durante trinta dias, e quando o pedido é salvo no Bling. ' +
  'O que fazer: salve o pedido no Bling; se não adiantar, envie à equipe técnica este alerta e o registro (log) do worker desse momento. Este alerta se encerra sozinho uma hora depois da última venda parada assim.';

/** What was parked before others were answered, and is refused with its connection since, is woken by the next answer as all the others. */
function parkedSince(
  { source: { parked } }: Sale,
  { answeredAgain }: StoreConnection,
  asked: Asked,
  now: Instant,
): Instant {
  const again = answeredAgain?.[asked];
  return parked && !(again && parked.since <= again.getTime()) ? parked.since : now;
}

async function markParked({ store }: ActivityDeps, sale: Sale, parked: ParkedSale): Promise<void> {
  const known = sale.source.parked ?? null;
  const event = { at: currentInstant(), event: 'parked', text: EVENTS[parked.reason] };
  const change = saleChange(sale, { source: { parked } }, known === null ? event : undefined);
  if (change) await store.sales.change(change);
}

async function tell(
  { store, log }: ActivityDeps,
  merchantId: string,
  connectionId: string,
  reason: Parameters<typeof raiseRefusal>[2],
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
  connection: StoreConnection,
  { reason, asked }: Refused,
): boolean {
  const again = connection.answeredAgain?.[asked];
  if (connection[refusalPlace({ reason, asked })] || !again || reason !== 'forbidden') return false;
  return parked?.reason === reason && parked.asked === asked && parked.since <= again.getTime();
}

/**
 * Whether an order that nobody has asked for before may be of those that are refused by themselves, as a connection has that was refused
 * and answered again: it is told of where nothing is answered for an hour.
 */
function mayBeItsOwn(connection: StoreConnection, { reason, asked }: Refused): boolean {
  const since = connection[refusalPlace({ reason, asked })]?.since.getTime() ?? currentInstant();
  return reason === 'forbidden' && !!connection.answeredAgain?.[asked] && currentInstant() - since < DOUBT_MS;
}

/** The refusal goes first: what is not woken by then, as Temporal is away or in a crash, is woken by the sweep. */
export async function noteAnswer(
  { store, runs, log }: ActivityDeps,
  connection: StoreConnection,
  asked: Asked,
): Promise<void> {
  const { id: connectionId, merchantId } = connection;
  const ended = refusalEnded(connection, asked);
  if (!ended) return;
  // Whoever was refused may have a clock that is ahead of this one.
  const at = new Date(Math.max(currentInstant(), ended.since.getTime()));
  if (!(await store.connections.answered(connection, { asked, at }))) return;
  // The alert is one for both: what else is refused is told of still.
  const isAll = !connection[ended.place === 'refused' ? 'invoicesRefused' : 'refused'];
  if (isAll) await endRefusal(store.alerts, { merchantId, connectionId }, at);
  const former = connection.answeredAgain?.[asked];
  // Where the clocks of two differ, whoever was refused is to be woken all the same.
  const parkedAfter = former && new Date(Math.min(former.getTime(), ended.since.getTime() - 1));
  try {
    await wakeParked(store.sales, runs, { merchantId, connectionId, since: at, parkedAfter });
  } catch (error) {
    log.warn({ merchantId, connectionId, reason: (error as Error).name }, 'parked sales were not woken yet');
  }
}

const EVENTS: Record<ParkedReason, string> = {
  unauthorized: 'Leitura parada: o Bling recusa o acesso a esta empresa',
  forbidden: 'Leitura parada: falta uma permissão no Bling',
  unknown_connection: 'Leitura parada: a conexão com o Bling não existe mais',
  rejected: 'Leitura parada: o Bling não aceita a consulta desta venda',
};
