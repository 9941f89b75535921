import type { StoreConnection } from '../../store';
import type { Act, AppDeps, Route } from '../http';
import { DONE, endpoint } from '../http';
import { Problem } from '../http/problem';
import { connectionExample, connectionSchema } from './connection-schema';
import { tellRun, viewOf, wakeImport } from './connection-state';
import { findConnection } from './find-connection';

const tag = 'Connections';

/** What the merchant's people decide about a connection as a whole. */
export function standingRoutes(deps: AppDeps): Route[] {
  return [pause(deps), resume(deps), disconnect(deps)];
}

function pause(deps: AppDeps): Route {
  return turned(deps, {
    path: '/v1/connections/{id}/pause',
    act: 'connection.pause',
    summary: 'Pause a connection: its orders are not read until it goes on',
    description:
      'Events of Bling are taken and let go; balances, vouchers and expiry go on. Nothing is lost by it: whatever changed meanwhile is found and read when the connection goes on.',
    turn: (merchantId, id, now) => deps.store.connections.hold(merchantId, id, 'paused', now),
  });
}

function resume(deps: AppDeps): Route {
  return turned(deps, {
    path: '/v1/connections/{id}/resume',
    act: 'connection.resume',
    summary: 'Go on with a connection that is paused, and make good what changed meanwhile',
    description: 'One that is not paused stays as it is.',
    turn: (merchantId, id, now) => deps.store.connections.resume(merchantId, id, now),
  });
}

interface Turn {
  path: string;
  act: Act;
  summary: string;
  description: string;
  turn(merchantId: string, id: string, now: Date): Promise<StoreConnection | null>;
}

function turned(deps: AppDeps, { turn, ...about }: Turn): Route {
  return endpoint(deps, {
    ...about,
    method: 'post',
    permission: 'connection',
    tag,
    reply: {
      description: 'The connection as it is now',
      schema: connectionSchema,
      example: connectionExample,
    },
    refusals: ['connection_not_found', 'connection_disconnected'],
    async answer({ merchantId, id, now, tell }) {
      const { state: was } = await findConnection(deps, merchantId, id);
      if (was === 'disconnected') throw new Problem('connection_disconnected');
      const after = await turn(merchantId, id, new Date(now));
      if (!after) throw new Problem('connection_not_found');
      if (after.state === 'disconnected') throw new Problem('connection_disconnected');
      tell({
        subject: { kind: 'connection', id },
        before: { state: was },
        after: { state: after.state },
      });
      await tellRun(deps, after, after.held ? 'connectionChanged' : 'reconcileNow');
      if (!after.held) await wakeImport(deps, after);
      return viewOf(deps, after);
    },
  });
}

function disconnect(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'delete',
    path: '/v1/connections/{id}',
    permission: 'connection',
    act: 'connection.disconnect',
    tag,
    summary: 'Disconnect a company of Bling',
    description:
      'Its orders are not read any more, and the access to the company is given back to Bling, which uninstalls the app there. Sales, balances and vouchers stay. Connecting the same company again goes on with the same connection.',
    reply: DONE,
    refusals: ['connection_not_found'],
    async answer({ merchantId, id, now, tell }) {
      const { state: was } = await findConnection(deps, merchantId, id);
      const after = await deps.store.connections.hold(merchantId, id, 'disconnected', new Date(now));
      tell({
        subject: { kind: 'connection', id },
        before: { state: was },
        after: { state: 'disconnected' },
      });
      if (after) await tellRun(deps, after);
    },
  });
}
