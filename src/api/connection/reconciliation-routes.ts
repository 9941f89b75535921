import { reconciliationIdOf } from '../../ids';
import type { Instant } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint, invalidField, placeAfter, readPlace } from '../http';
import { Problem } from '../http/problem';
import { aYearAfter, comparedPeriod } from './compared-period';
import { findConnection } from './find-connection';
import {
  reconciliationExample,
  reconciliationListSchema,
  reconciliationPageSchema,
  reconciliationRequestSchema,
  reconciliationSchema,
} from './reconciliation-schema';
import { reconciliationSummaryView, reconciliationView } from './reconciliation-view';

const tag = 'Connections';

/** Comparisons of Bling's list of orders with the sales. */
export function reconciliationRoutes(deps: AppDeps): Route[] {
  return [start(deps), list(deps), one(deps)];
}

function start(deps: AppDeps): Route {
  const { store, runs } = deps;
  return endpoint(deps, {
    method: 'post',
    path: '/v1/connections/{id}/reconciliations',
    permission: 'connection',
    act: 'connection.reconcile',
    tag,
    summary: 'Compare a period of Bling’s orders with the sales',
    description:
      'Every order that was changed in the period, or sold on one of its days, is compared with its sale as it was read last. One that is missing or differs in situation, total or contact is read again, and so is a sale of these days that Bling no longer lists; of a period of 31 days at most, also one whose order was changed in it and says otherwise when it is read by itself. Orders of before the store was connected are no lost events: a period begins then at the earliest. One comparison at a time for each connection. This is for periods of one’s own choice: events that were lost of late are made good without being asked.',
    body: {
      schema: reconciliationRequestSchema,
      example: { from: '2026-11-02T12:00:00.000Z', until: '2026-11-03T12:00:00.000Z' },
    },
    reply: {
      status: 201,
      description: 'The comparison is running',
      schema: reconciliationSchema,
      example: { ...reconciliationExample, state: 'running', endedAt: null, found: [] },
    },
    refusals: [
      'connection_not_found',
      'connection_disconnected',
      'connection_paused',
      'reconciliation_running',
    ],
    movesValue: true,
    async answer({ merchantId, id: connectionId, body, key, now, tell }) {
      const connection = await findConnection(deps, merchantId, connectionId);
      if (connection.held) throw new Problem(`connection_${connection.held.as}`);
      const period = pastPeriod(body, connection.createdAt.getTime(), now);
      const id = reconciliationIdOf(merchantId, connectionId, key);
      const fresh = { id, merchantId, connectionId, trigger: 'asked' as const, ...period };
      const opened = await store.reconciliations.open(fresh, new Date(now));
      if (opened === 'busy') throw new Problem('reconciliation_running');
      tell({ subject: { kind: 'connection', id: connectionId }, after: { reconciliationId: id, ...body } });
      if (opened.state === 'running')
        await runs.reconcile({ merchantId, connectionId, reconciliationId: id });
      return reconciliationView(opened);
    },
  });
}

function list(deps: AppDeps): Route {
  const { found: _found, ...summary } = reconciliationExample;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/connections/{id}/reconciliations',
    permission: 'connection',
    tag,
    summary: 'Comparisons of a connection, newest first',
    query: reconciliationPageSchema,
    reply: {
      description: 'A page of comparisons',
      schema: reconciliationListSchema,
      example: { data: [summary], next: null },
    },
    refusals: ['connection_not_found'],
    async answer({ merchantId, id, query: { limit, before } }) {
      await findConnection(deps, merchantId, id);
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      const reports = await deps.store.reconciliations.list(merchantId, id, page);
      return {
        data: reports.map(reconciliationSummaryView),
        next: placeAfter(reports, limit, ({ beganAt }) => beganAt),
      };
    },
  });
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reconciliations/{id}',
    permission: 'connection',
    tag,
    summary: 'How far a comparison is, and what it came to',
    reply: { description: 'The comparison', schema: reconciliationSchema, example: reconciliationExample },
    refusals: ['reconciliation_not_found'],
    async answer({ merchantId, id }) {
      const found = await deps.store.reconciliations.get(merchantId, id);
      if (!found) throw new Problem('reconciliation_not_found');
      return reconciliationView(found);
    },
  });
}

/** Bling refuses periods of more than a year, and nothing was lost before there was a connection. @throws Problem `invalid_request` */
function pastPeriod(asked: { from: string; until?: string | undefined }, connectedAt: Instant, now: Instant) {
  const [from, until] = [Date.parse(asked.from), asked.until === undefined ? now : Date.parse(asked.until)];
  if (until > now)
    throw invalidField('until', 'O período ainda não terminou. Use um instante que já passou.');
  if (from >= until)
    throw invalidField('from', 'O período começa depois do seu fim, ou junto com ele. Troque os instantes.');
  if (until > aYearAfter(from))
    throw invalidField(
      'from',
      'O período passa de um ano, o máximo que o Bling permite. Escolha um mais curto.',
    );
  if (until <= connectedAt)
    throw invalidField(
      'until',
      'A loja só foi conectada depois disso, e antes não havia avisos a perder. Escolha um período mais recente.',
    );
  return comparedPeriod(Math.max(from, connectedAt), until);
}
