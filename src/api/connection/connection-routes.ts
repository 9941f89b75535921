import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Instant } from '../../loyalty';
import type { StoreConnection } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, invalidField } from '../http';
import { Problem } from '../http/problem';
import { applyChoice } from './choice';
import {
  connectionChangeSchema,
  connectionExample,
  connectionListSchema,
  connectionSchema,
} from './connection-schema';
import { tellRun, viewOf, viewsOf } from './connection-state';
import { findConnection } from './find-connection';

type Change = z.output<typeof connectionChangeSchema>;

const tag = 'Connections';

/** The merchant's Bling companies, and which situations complete or cancel a sale. */
export function connectionRoutes(deps: AppDeps): Route[] {
  return [list(deps), change(deps)];
}

function list(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/connections',
    permission: 'connection',
    tag,
    summary: 'Bling companies of the merchant, and their state',
    reply: {
      description: 'All connections',
      schema: connectionListSchema,
      example: { data: [connectionExample] },
    },
    answer: async ({ merchantId }) => ({
      data: await viewsOf(deps, await deps.store.connections.list(merchantId)),
    }),
  });
}

function change(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'patch',
    path: '/v1/connections/{id}',
    permission: 'connection',
    act: 'connection.change',
    tag,
    summary:
      'Set the situations that complete or cancel a sale, the store’s zone, how often its orders are compared, or whether its NFC-e are sales',
    description:
      'Another choice of situations holds for open sales too: every order since the store was connected, of the last year at most, is compared with its sale in the background (`GET /v1/connections/{id}/reconciliations`, trigger `situations`). A situation is in one list only; a list that is left out stands as it was. `POST /v1/connections/{id}/preview` says before how many it touches. With `consumerInvoices`, an NFC-e (`consumer_invoice.*`) that no order names is a sale of its own, from those issued now on; one that an order names is that order’s purchase and never earns beside it. Turned off, what was earned stays, and later events are not heard; turned on again, those that counted before are compared with Bling, and what was cancelled meanwhile is given back.',
    body: {
      schema: connectionChangeSchema,
      example: { completedSituations: [9], cancelledSituations: [12] },
    },
    reply: {
      description: 'The connection as it is now',
      schema: connectionSchema,
      example: connectionExample,
    },
    refusals: [
      'connection_not_found',
      'connection_disconnected',
      'connection_paused',
      'reconciliation_running',
    ],
    async answer({
      merchantId,
      id,
      body: { timezone, consumerInvoices, ...situations },
      now,
      requestId,
      tell,
    }) {
      const { connections } = deps.store;
      const connection = await findConnection(deps, merchantId, id);
      refuseOverlap(connection, situations);
      const before = settingsOf(connection);
      const zone = timezone === undefined ? {} : { zone: timezone };
      const invoices = consumerInvoices === undefined ? {} : invoicesFrom(connection, consumerInvoices, now);
      const configure = (chosen: { unappliedSince?: Date }) =>
        connections.configure(merchantId, id, { ...situations, ...zone, ...invoices, ...chosen });
      const changed = choosesOtherwise(connection, situations)
        ? await applyChoice(deps, connection, { callId: requestId, now }, () =>
            configure({ unappliedSince: new Date(now) }),
          )
        : await configure({});
      if (!changed) throw new Problem('connection_not_found');
      await tellRun(deps, changed);
      tell({
        subject: { kind: 'connection', id },
        before,
        after: settingsOf(changed),
      });
      return viewOf(deps, changed);
    },
  });
}

/** What can be set of a connection. */
function settingsOf({
  completedSituations,
  cancelledSituations,
  zone,
  reconcileEvery = null,
  consumerInvoicesSince,
}: StoreConnection): Pick<
  StoreConnection,
  'completedSituations' | 'cancelledSituations' | 'zone' | 'reconcileEvery'
> & { consumerInvoices: boolean } {
  const consumerInvoices = !!consumerInvoicesSince;
  return { completedSituations, cancelledSituations, zone, reconcileEvery, consumerInvoices };
}

type InvoiceSettings = 'consumerInvoicesSince' | 'invoicesCountedFrom' | 'refused' | 'invoicesRefused';

/**
 * From now on, or no more. What stands as it was asked for stays; a refusal of NFC-e says nothing any more where nobody asks for them. Of
 * those that counted before, nothing was heard in between: they are compared as after another choice of situations.
 */
function invoicesFrom(
  { consumerInvoicesSince: since = null, invoicesCountedFrom: first = null, refused }: StoreConnection,
  count: boolean,
  now: Instant,
): Partial<Pick<StoreConnection, InvoiceSettings | 'unappliedSince'>> {
  if (count === (since !== null)) return { consumerInvoicesSince: since };
  if (count)
    return { consumerInvoicesSince: new Date(now), ...(first ? { unappliedSince: new Date(now) } : {}) };
  const refusal = refused?.asked === 'invoice' ? { refused: null } : {};
  return {
    ...{ consumerInvoicesSince: null, invoicesCountedFrom: first ?? since },
    ...{ invoicesRefused: null, ...refusal },
  };
}

/** Whether some situation may mean something else by it. */
function choosesOtherwise(connection: StoreConnection, change: Change): boolean {
  return (['completedSituations', 'cancelledSituations'] as const).some(
    (list) =>
      change[list] !== undefined && !isDeepStrictEqual(change[list].toSorted(), connection[list].toSorted()),
  );
}

/** A situation that both completes and cancels would make a sale come and go. */
function refuseOverlap(connection: StoreConnection, change: Change): void {
  const completed = change.completedSituations ?? connection.completedSituations;
  const cancelled = change.cancelledSituations ?? connection.cancelledSituations;
  const both = completed.filter((situation) => cancelled.includes(situation));
  if (both.length === 0) return;
  const field = change.cancelledSituations === undefined ? 'completedSituations' : 'cancelledSituations';
  const message = `A mesma situação não pode concluir e cancelar uma venda: ${both.join(', ')}. Deixe cada situação em uma só das listas.`;
  throw invalidField(field, message);
}
