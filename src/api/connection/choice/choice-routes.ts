import type { AppDeps, Route } from '../../http';
import { endpoint } from '../../http';
import type { ProblemCode } from '../../http/problem';
import { findConnection } from '../find-connection';
import {
  accountExample,
  accountSchema,
  previewChoiceSchema,
  touchedExample,
  touchedSchema,
} from './choice-schema';
import { readChannels, readSituations, withMeanings } from './read-account';
import { touchedSales, turnedBy } from './touched-sales';

const tag = 'Connections';
const refusals: ProblemCode[] = [
  'connection_not_found',
  ...(['bling_authorization_needed', 'bling_unavailable', 'bling_busy'] as const),
];

/** What can be chosen of a company’s account at Bling, and what another choice would touch. */
export function choiceRoutes(deps: AppDeps): Route[] {
  return [account(deps), preview(deps)];
}

function account(deps: AppDeps): Route {
  const { store, bling } = deps;
  return endpoint(deps, {
    ...{ method: 'get', path: '/v1/connections/{id}/account', permission: 'connection', tag, refusals },
    summary: 'The situations and sales channels of the company at Bling',
    description: 'Asked of Bling now. What the app may not read is answered as `refused`.',
    reply: { description: 'What there is to choose from', schema: accountSchema, example: accountExample },
    async answer({ merchantId, id }) {
      const connection = await findConnection(deps, merchantId, id);
      // One after the other: they share the company's pace.
      const situations = await readSituations(bling, connection);
      const [shops, all] = await Promise.all([
        store.shops.list(merchantId),
        store.connections.list(merchantId),
      ]);
      const alone = all.every((one) => one.id === connection.id || one.state === 'disconnected');
      const channels = await readChannels(bling, connection, { shops, alone });
      return {
        situations: { ...situations, options: withMeanings(connection, situations.options) },
        channels,
      };
    },
  });
}

function preview(deps: AppDeps): Route {
  return endpoint(deps, {
    ...{ method: 'post', path: '/v1/connections/{id}/preview', permission: 'connection', tag, refusals },
    summary: 'What another choice of situations would touch',
    description:
      'Nothing is changed: the orders in the situations that would mean something else are listed at Bling, and compared with their sales. `PATCH /v1/connections/{id}` makes the choice, and applies it.',
    body: {
      schema: previewChoiceSchema,
      example: { completedSituations: [9, 24], cancelledSituations: [12] },
    },
    reply: { description: 'What it would touch', schema: touchedSchema, example: touchedExample },
    async answer({ merchantId, id, body, now }) {
      const connection = await findConnection(deps, merchantId, id);
      const choice = { completed: body.completedSituations, cancelled: body.cancelledSituations };
      const { options } = await readSituations(deps.bling, connection);
      const turned = turnedBy(connection, choice, options);
      const { orders, sales, more } = await touchedSales(deps, connection, { choice, turned }, now);
      const { completed: becomeCompleted, cancelled: becomeCancelled, open: becomeOpen } = sales;
      return { situations: turned, orders, sales: { becomeCompleted, becomeCancelled, becomeOpen }, more };
    },
  });
}
