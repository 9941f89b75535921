import type { Shop } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, iso } from '../http';
import { merchantZone } from '../program';
import { behindRoutes } from './behind-routes';
import { messageResultsRoute } from './message-results-routes';
import { pastPeriod } from './past-period';
import { PURCHASES } from './purchases';
import {
  activitySchema,
  liabilityQuerySchema,
  liabilitySchema,
  periodQuerySchema,
  returningSchema,
} from './report-schema';
import { activityExample, liabilityExample, returningExample } from './report-example';
import { activityRows, liabilityRows, returningRows } from './report-tables';
import { activityView, liabilityView, namingBy, returningRowsView, returningView } from './report-view';

const tag = 'Reports';
const ABOUT =
  'Integer sums made of the ledger itself: they agree with it to the cent. `Accept: text/csv` gives the same as a table, with reais, percentages and dates as they are written in Brazil. With `by=source` also by store and channel of the sale that earned what they are of; a store’s sales are together, whichever of its names they call it by.';

/** What the ledger and the sales come to. */
export function reportRoutes(deps: AppDeps): Route[] {
  return [liability(deps), activity(deps), returning(deps), messageResultsRoute(deps), ...behindRoutes(deps)];
}

function liability(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reports/liability',
    permission: 'report',
    tag,
    summary: 'What is owed to customers, by the month in which it ends',
    description: ABOUT,
    query: liabilityQuerySchema,
    reply: { description: 'As of now', schema: liabilitySchema, example: liabilityExample },
    csv: { name: 'passivo', rows: liabilityRows },
    async answer({ merchantId, query: { by }, now }) {
      const timezone = await merchantZone(store, merchantId);
      const shops = await shopsFor(deps, merchantId, by);
      const [sums, { debt }] = await Promise.all([
        store.reports.outstanding(merchantId, { zone: timezone, now: new Date(now) }, shops),
        store.ledger.outstanding(merchantId),
      ]);
      return { asOf: iso(now), timezone, ...liabilityView(sums, namingBy(shops ?? [])), debt };
    },
  });
}

function activity(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reports/activity',
    permission: 'report',
    tag,
    summary: 'What was granted, used, expired and taken back, by month, store and channel',
    description: `${ABOUT} A movement is of the month in which it was due.`,
    query: periodQuerySchema,
    reply: { description: 'Over the period', schema: activitySchema, example: activityExample },
    csv: { name: 'movimento', rows: activityRows },
    async answer({ merchantId, query: { by, ...days }, now }) {
      const { time, ...period } = pastPeriod(days, await merchantZone(store, merchantId), now);
      const shops = await shopsFor(deps, merchantId, by);
      const sums = await store.reports.activity(merchantId, { ...time, zone: period.timezone }, shops);
      return { asOf: iso(now), ...period, ...activityView(sums, namingBy(shops ?? [])) };
    },
  });
}

function returning(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reports/returning',
    permission: 'report',
    tag,
    summary: 'Whether customers come back, and use what they have got',
    description: ABOUT,
    query: periodQuerySchema,
    reply: { description: 'Over the period', schema: returningSchema, example: returningExample },
    csv: { name: 'retorno', rows: returningRows },
    async answer({ merchantId, query: { by, ...days }, now }) {
      const { time, ...period } = pastPeriod(days, await merchantZone(store, merchantId), now);
      const shops = await shopsFor(deps, merchantId, by);
      const purchases = { ...time, statuses: PURCHASES };
      const [sums, rows, { moved }] = await Promise.all([
        store.reports.returning(merchantId, purchases),
        shops === null ? [] : store.reports.returningBySource(merchantId, purchases, shops),
        store.reports.activity(merchantId, { ...time, zone: period.timezone }, shops),
      ]);
      return {
        ...{ asOf: iso(now), ...period, ...returningView(sums, moved) },
        rows: shops === null ? [] : returningRowsView(rows, moved, namingBy(shops)),
      };
    },
  });
}

/** The merchant's stores, where figures are by store and channel; null: they are not. */
async function shopsFor(
  { store }: AppDeps,
  merchantId: string,
  by: 'month' | 'source',
): Promise<readonly Shop[] | null> {
  return by === 'source' ? store.shops.list(merchantId) : null;
}
