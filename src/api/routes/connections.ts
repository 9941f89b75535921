import type { z } from 'zod';
import type { StoreConnection } from '../../store';
import type { AppDeps } from '../deps';
import { endpoint } from '../endpoint';
import { Problem } from '../problem';
import type { Route } from '../route';
import {
  connectionChangeSchema,
  connectionExample,
  connectionListSchema,
  connectionSchema,
} from '../schemas';
import { connectionView } from '../views';

type Change = z.output<typeof connectionChangeSchema>;

/** The merchant's Bling companies, and which situations complete or cancel a sale. */
export function connectionRoutes(deps: AppDeps): Route[] {
  const { store } = deps;

  const list = endpoint(deps, {
    method: 'get',
    path: '/v1/connections',
    tag: 'Connections',
    summary: 'Bling companies of the merchant, and their state',
    reply: {
      description: 'All connections',
      schema: connectionListSchema,
      example: { data: [connectionExample] },
    },
    answer: async ({ merchantId }) => ({
      data: (await store.connections.list(merchantId)).map(connectionView),
    }),
  });

  const change = endpoint(deps, {
    method: 'patch',
    path: '/v1/connections/{id}',
    tag: 'Connections',
    summary: 'Set the situations that complete or cancel a sale, or the store’s zone',
    body: {
      schema: connectionChangeSchema,
      example: { completedSituations: [9], cancelledSituations: [12] },
    },
    reply: {
      description: 'The connection as it is now',
      schema: connectionSchema,
      example: connectionExample,
    },
    refusals: ['connection_not_found'],
    async answer({ merchantId, id, body }) {
      const connection = await store.connections.get(merchantId, id);
      if (!connection) throw new Problem('connection_not_found');
      refuseOverlap(connection, body);
      const { timezone, ...situations } = body;
      const changed = await store.connections.configure(merchantId, id, {
        ...situations,
        ...(timezone === undefined ? {} : { zone: timezone }),
      });
      if (!changed) throw new Problem('connection_not_found');
      return connectionView(changed);
    },
  });

  return [list, change];
}

/** A situation that both completes and cancels would make a sale come and go. */
function refuseOverlap(connection: StoreConnection, change: Change): void {
  const completed = change.completedSituations ?? connection.completedSituations;
  const cancelled = change.cancelledSituations ?? connection.cancelledSituations;
  const both = completed.filter((situation) => cancelled.includes(situation));
  if (both.length === 0) return;
  const field = change.cancelledSituations === undefined ? 'completedSituations' : 'cancelledSituations';
  const message = `A mesma situação não pode concluir e cancelar uma venda: ${both.join(', ')}. Deixe cada situação em uma só das listas.`;
  throw new Problem('invalid_request', { errors: [{ field, message }] });
}
