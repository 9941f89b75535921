import type { z } from 'zod';
import type { CallStop, StoreConnection } from '../../store';
import { iso } from '../http';
import { callStopView } from './call-stop-view';
import type { connectionSchema } from './connection-schema';

/**
 * A connection as the API answers one: without the tokens, which the store never hands out with it.
 * @param stop why its company is not called just now; null: it is
 */
export function connectionView(
  connection: StoreConnection,
  stop: CallStop | null,
): z.output<typeof connectionSchema> {
  const { id, companyId, companyName, state, zone, completedSituations, cancelledSituations } = connection;
  return {
    id,
    companyId,
    companyName,
    state,
    timezone: zone,
    completedSituations,
    cancelledSituations,
    callsStopped: stop && callStopView(stop, zone),
    createdAt: iso(connection.createdAt),
    authorizedAt: iso(connection.authorizedAt),
  };
}
