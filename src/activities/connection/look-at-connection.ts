import { reconciliationIdOf } from '../../ids';
import type { Instant } from '../../loyalty';
import { endDeafness, hearing, raiseDeafness, raiseStop, upkeepDue } from '../../store';
import type { PeriodDue, StoreConnection } from '../../store';
import type { ConnectionInput, ReconciliationInput, StateChange } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { connectionDetails } from './connection-details';
import { createRefreshContacts } from './refresh-contacts';
import { silenceSince } from './silence-since';

/** What a connection's run learns of it. */
export interface ConnectionLook {
  /** There is no such connection to be kept any more. */
  over: boolean;
  /** It stands otherwise than when its people were last told, or they have not all been written to; null: neither. */
  changed: StateChange | null;
  /** Its access is to be given back to Bling. */
  revoke: boolean;
  /** Its tokens are to be refreshed. */
  refresh: boolean;
  /** What is to be compared now; null: nothing is. */
  reconciliation: ReconciliationInput | null;
  /** Something is to be compared, and another comparison is under way. */
  busy: boolean;
  /** When it is to be looked at again, where nothing is due: ISO 8601 UTC. */
  nextAt: string;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

/** Another comparison of the connection is under way: it is looked at again after that. */
const BUSY_MS = 60_000;
/** E-mails that could not be sent are tried again so often, and no longer than so long. */
const MAIL_AGAIN_MS = 15 * 60_000;
const MAIL_KEPT_MS = 3 * 86_400_000;

/**
 * Looks what a connection needs, begins what is to be compared and the day's reading of changed contacts, and tells of events that have
 * stopped. `soon`: what can be compared is so at once, as it is once Bling answers again that was silent. Done again, it goes on with that.
 */
export function createLookAtConnection(
  deps: ActivityDeps,
): (input: ConnectionInput, soon: boolean) => Promise<ConnectionLook> {
  const { store } = deps;
  const refreshContacts = createRefreshContacts(deps);
  return async ({ merchantId, connectionId }, soon) => {
    const now = currentInstant();
    const connection = await store.connections.get(merchantId, connectionId);
    const tokens = await store.connections.tokensKnown(merchantId, connectionId);
    if (!connection || !tokens) return GONE;
    await watchEvents(deps, connection, now);
    const changed = changeOf(connection, now);
    const quota = await store.callPlaces.usedToday(connection.companyId, new Date(now));
    if (connection.held?.as === 'paused') await raiseStop(store.alerts, connection, 'paused', new Date(now));
    if (connection.held?.as === 'disconnected') return disconnected(connection, changed, { quota, now });
    const atOnce = soon || (await answersAgain(store, connection));
    const { refresh, period, nextAt: restsUntil } = upkeepDue(connection, tokens, now, atOnce);
    const begun = period ? await beginReconciliation(deps, connection, period, now) : null;
    const reconciliation = begun === 'busy' ? null : begun;
    const contactsAt = await refreshContacts(connection);
    const mailAt = changed ? now + MAIL_AGAIN_MS : Infinity;
    const nextAt = begun === 'busy' ? now + BUSY_MS : Math.min(restsUntil, contactsAt, mailAt);
    const details = connectionDetails(connection, { quota, now, nextAt: reconciliation ? now : nextAt });
    const when = new Date(nextAt).toISOString();
    const busy = begun === 'busy';
    return { over: false, changed, revoke: false, refresh, reconciliation, busy, nextAt: when, details };
  };
}

/** Whether Bling was silent, and is no more, since its orders were compared last, or could not be for good. */
async function answersAgain(
  { alerts }: Pick<ActivityDeps['store'], 'alerts'>,
  connection: StoreConnection,
): Promise<boolean> {
  const { reconciledUntil, reconcileFailedAt } = connection;
  const since = Math.max(reconciledUntil?.getTime() ?? 0, reconcileFailedAt?.getTime() ?? 0);
  return (await silenceSince(alerts, connection, new Date(since))) === 'over';
}

const GONE: ConnectionLook = {
  ...{
    over: true,
    changed: null,
    revoke: false,
    refresh: false,
    reconciliation: null,
    busy: false,
    nextAt: new Date(0).toISOString(),
  },
  details: '**A conexão não existe mais.**',
};

/** Its access is given back first, and its owners are written to; then there is nothing left to be kept. */
function disconnected(
  connection: StoreConnection,
  changed: StateChange | null,
  { quota, now }: { quota: { used: number; of: number }; now: Instant },
): ConnectionLook {
  const revoke = !connection.held?.revokedAt;
  const nextAt = now + (revoke ? BUSY_MS : MAIL_AGAIN_MS);
  const details = connectionDetails(connection, { quota, now, nextAt });
  const rest = {
    refresh: false,
    reconciliation: null,
    busy: false,
    nextAt: new Date(nextAt).toISOString(),
    details,
  };
  return { over: !revoke && !changed, changed, revoke, ...rest };
}

/** An order may be refused by itself, as a connection has that was refused and answered again: that is told of after an hour. */
const DOUBT_MS = 3_600_000;

function changeOf(connection: StoreConnection, now: Instant): StateChange | null {
  const { told, mailDue, state, held, refused, answeredAgain } = connection;
  if (state === 'needs_authorization' && refused?.reason === 'forbidden' && answeredAgain?.[refused.asked])
    if (now - refused.since.getTime() < DOUBT_MS) return null;
  const was = told ?? 'connected';
  if (was !== state) return { was, is: state, at: new Date(held?.at ?? now).toISOString() };
  if (mailDue?.is !== state || now - mailDue.at.getTime() > MAIL_KEPT_MS) return null;
  return { was: mailDue.was, is: state, at: mailDue.at.toISOString() };
}

async function watchEvents(
  { store }: ActivityDeps,
  connection: StoreConnection,
  now: Instant,
): Promise<void> {
  const heard = hearing(connection, now);
  if (heard === 'heard') await endDeafness(store.alerts, connection, new Date(now));
  if (heard === 'silent' && connection.state === 'connected')
    await raiseDeafness(store.alerts, connection, new Date(now));
}

/** Begins the comparison, or goes on with one of the run's own that was left under way. */
async function beginReconciliation(
  { store }: ActivityDeps,
  { id: connectionId, merchantId }: StoreConnection,
  { from, until, soldFrom, soldTo }: PeriodDue,
  now: Instant,
): Promise<ReconciliationInput | 'busy'> {
  const id = reconciliationIdOf(merchantId, connectionId, `scheduled/${until.toISOString()}`);
  const fresh = {
    id,
    merchantId,
    connectionId,
    trigger: 'scheduled' as const,
    from,
    until,
    soldFrom,
    soldTo,
  };
  const opened = await store.reconciliations.open(fresh, new Date(now));
  if (opened !== 'busy') return { merchantId, connectionId, reconciliationId: id };
  const [newest] = await store.reconciliations.list(merchantId, connectionId, { limit: 1 });
  if (newest?.state !== 'running' || newest.trigger !== 'scheduled') return 'busy';
  return { merchantId, connectionId, reconciliationId: newest.id };
}
