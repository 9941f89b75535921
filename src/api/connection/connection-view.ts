import type { z } from 'zod';
import { mayNotReadInvoices, USUAL_RECONCILE_EVERY } from '../../store';
import type { CallStop, StoreConnection } from '../../store';
import { iso, isoOrNull } from '../http';
import { callStopView } from './call-stop-view';
import type { connectionSchema } from './connection-schema';

/**
 * A connection as the API answers one: without the tokens, which the store never hands out with it.
 * @param stop why its company is not called just now; null: it is
 * @param quota how many of the day's calls its company has used
 */
export function connectionView(
  connection: StoreConnection,
  stop: CallStop | null,
  quota: { used: number; of: number },
): z.output<typeof connectionSchema> {
  const { id, companyId, companyName, state, zone, completedSituations, cancelledSituations } = connection;
  return {
    id,
    companyId,
    companyName,
    state,
    forbidden: forbiddenIn(connection),
    timezone: zone,
    completedSituations,
    cancelledSituations,
    callsStopped: stop && callStopView(stop, zone),
    reconcileEvery: connection.reconcileEvery ?? USUAL_RECONCILE_EVERY,
    consumerInvoices: !!connection.consumerInvoicesSince,
    consumerInvoicesSince: isoOrNull(connection.consumerInvoicesSince ?? null),
    lastEventAt: isoOrNull(connection.lastEventAt ?? null),
    reconciledUntil: isoOrNull(connection.reconciledUntil ?? null),
    quota: { usedToday: quota.used, of: quota.of },
    createdAt: iso(connection.createdAt),
    authorizedAt: iso(connection.authorizedAt),
  };
}

function forbiddenIn(connection: StoreConnection): 'order' | 'contact' | 'invoice' | null {
  const { refused } = connection;
  if (refused?.reason === 'forbidden') return refused.asked;
  return mayNotReadInvoices(connection) ? 'invoice' : null;
}
