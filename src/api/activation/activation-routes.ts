import { actorId } from '../../store';
import { findConnection } from '../connection';
import { referenceSale } from '../connection/reference-sale';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { Problem } from '../http/problem';
import { activationExample, activationSchema, approvalSchema, checkSchema } from './activation-schema';
import { activationView, lackingSteps } from './activation-view';
import { checkReads } from './check-reads';
import { factsOf } from './facts';
import { testMessage } from './test-message';

const tag = 'Activation';
const path = '/v1/activation';
const permission = 'connection';

const reply = { description: 'As it is now', schema: activationSchema, example: activationExample };

/**
 * What is done before a merchant's customers are written to: five steps, each judged by what there is. Sales earn from the moment a
 * program is published; what waits is every message.
 */
export function activationRoutes(deps: AppDeps): Route[] {
  return [look(deps), check(deps), approve(deps), testMessage(deps), goLive(deps), pause(deps)];
}

function look(deps: AppDeps): Route {
  return endpoint(deps, {
    ...{ method: 'get', path, permission, tag, reply },
    summary: 'How far the merchant has come until its customers are written to',
    answer: async ({ merchantId }) => activationView(await factsOf(deps, merchantId)),
  });
}

function check(deps: AppDeps): Route {
  return endpoint(deps, {
    ...{ method: 'post', path: `${path}/checks`, permission, tag, reply },
    summary: 'Ask Bling in earnest for orders, contacts and situations',
    body: { schema: checkSchema, example: { connectionId: 'con_7h2k9m4q8r5t6v3w1x0y' } },
    refusals: ['connection_not_found', 'bling_busy'],
    async answer({ merchantId, body: { connectionId }, now }) {
      const connection = await findConnection(deps, merchantId, connectionId);
      await deps.store.merchants.noteChecks(
        merchantId,
        connectionId,
        await checkReads(deps.bling, connection, now),
      );
      return activationView(await factsOf(deps, merchantId));
    },
  });
}

function approve(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    ...{ method: 'post', path: `${path}/reference-sale`, permission, tag, reply },
    summary: 'Approve what a past order would earn by the program in force',
    description:
      'The order is reasoned to the end once more, as `POST /v1/connections/{id}/test-sale` shows it; nothing is written of the sale.',
    body: {
      schema: approvalSchema,
      example: { connectionId: 'con_7h2k9m4q8r5t6v3w1x0y', orderId: '26737100001', programVersion: 3 },
    },
    act: 'activation.approve_sale',
    refusals: [
      ...(['connection_not_found', 'program_not_found', 'order_not_found', 'order_invalid'] as const),
      'approval_outdated',
      ...(['bling_authorization_needed', 'bling_unavailable', 'bling_busy'] as const),
    ],
    async answer({ merchantId, caller, body: { connectionId, orderId, programVersion }, now, tell }) {
      const connection = await findConnection(deps, merchantId, connectionId);
      const current = await store.programs.current(merchantId);
      if (!current) throw new Problem('program_not_found');
      if (current.version !== programVersion)
        throw new Problem('approval_outdated', { facts: { version: current.version } });
      const { order } = await referenceSale(deps, connection, orderId, current.program, now);
      const approved = { connectionId, orderId, number: order.sale.number, programVersion };
      await store.merchants.approveSale(merchantId, {
        ...approved,
        by: actorId(caller.actor),
        at: new Date(now),
      });
      tell({ subject: { kind: 'connection', id: connectionId }, after: { orderId, programVersion } });
      return activationView(await factsOf(deps, merchantId));
    },
  });
}

function goLive(deps: AppDeps): Route {
  return endpoint(deps, {
    ...{ method: 'post', path: `${path}/go-live`, permission, tag, reply },
    summary: 'From now on customers are written to',
    description:
      'Messages of the last day that wait go out within the hour; older ones never. Again, where it is so already, nothing changes.',
    act: 'activation.go_live',
    refusals: ['not_ready_to_go_live'],
    async answer({ merchantId, now, tell }) {
      const facts = await factsOf(deps, merchantId);
      const missing = lackingSteps(facts);
      if (facts.standing.liveAt === null && missing.length > 0)
        throw new Problem('not_ready_to_go_live', { facts: { missing } });
      const changed = await deps.store.merchants.setLive(merchantId, new Date(now));
      tell({ before: { live: !changed }, after: { live: true } });
      return activationView(await factsOf(deps, merchantId));
    },
  });
}

function pause(deps: AppDeps): Route {
  return endpoint(deps, {
    ...{ method: 'post', path: `${path}/pause`, permission, tag, reply },
    summary: 'From now on customers are not written to',
    description: 'Sales go on earning. Messages wait, for a day each, until the merchant goes live again.',
    act: 'activation.pause',
    async answer({ merchantId, tell }) {
      const changed = await deps.store.merchants.setLive(merchantId, null);
      tell({ before: { live: changed }, after: { live: false } });
      return activationView(await factsOf(deps, merchantId));
    },
  });
}
