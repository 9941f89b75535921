import type { z } from 'zod';
import type { StoreConnection } from '../../store';
import { iso } from '../http';
import type { connectionSchema } from './connection-schema';

/** A connection as the API answers one: without the tokens, which the store never hands out with it. */
export function connectionView(connection: StoreConnection): z.output<typeof connectionSchema> {
  const { id, companyId, companyName, state, zone, completedSituations, cancelledSituations } = connection;
  return {
    id,
    companyId,
    companyName,
    state,
    timezone: zone,
    completedSituations,
    cancelledSituations,
    createdAt: iso(connection.createdAt),
    authorizedAt: iso(connection.authorizedAt),
  };
}
