import { localDate, moveDate, startOfDate } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { may } from '../access/permission';
import { endpoint, iso } from '../http';
import { callStopView } from '../connection';
import { DEFAULT_ZONE } from '../program';
import { overviewExample, overviewQuerySchema, overviewSchema } from './overview-schema';
import {
  connectionTroubles,
  countedView,
  endingView,
  movedView,
  soldView,
  troublesView,
} from './overview-view';

/** What is due is done within seconds of its turn. */
const LATE_AFTER_MS = 15 * 60_000;
/** How far ahead ends are shown. */
const DAYS_AHEAD = 30;
const MOST = 1_000;

/** What a person sees first. */
export function overviewRoutes(deps: AppDeps): Route[] {
  const { store } = deps;
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/overview',
      permission: 'report',
      tag: 'Overview',
      summary: 'What needs a person, how today goes, and what ends soon',
      description:
        'Days are those of the program’s zone. Counts go up to a thousand, and sums over one day and the next thirty: it takes as long for a large shop as for a small one. How alerts and connections stand is told to those alone who may look at alerts: to a `read` key both are null.',
      query: overviewQuerySchema,
      reply: { description: 'As of now', schema: overviewSchema, example: overviewExample },
      async answer({ merchantId, caller, query: { storeId }, now }) {
        const isTold = may(caller.actor, 'alert');
        const program = await store.programs.current(merchantId);
        const timezone = program?.program.timezone ?? DEFAULT_ZONE;
        const day = localDate(now, timezone);
        const time = {
          from: new Date(startOfDate(day, timezone)),
          end: new Date(startOfDate(moveDate(day, { months: 0, days: 1 }), timezone)),
        };
        const ahead = startOfDate(moveDate(day, { months: 0, days: DAYS_AHEAD + 1 }), timezone);
        const [standing, reviews, alerts, connections, troubles, sold, activity, ending] = await Promise.all([
          store.merchants.activation(merchantId),
          store.reviews.countOpen(merchantId, MOST + 1),
          isTold ? store.alerts.countOpen(merchantId) : null,
          isTold ? store.connections.list(merchantId) : null,
          store.reports.troubles(merchantId, new Date(now - LATE_AFTER_MS)),
          store.reports.sold(merchantId, time, storeId),
          store.reports.activity(merchantId, { ...time, zone: timezone }, null),
          store.reports.ending(merchantId, { from: new Date(now), until: new Date(ahead), zone: timezone }),
        ]);
        const stops = await store.callStops.of((connections ?? []).map(({ companyId }) => companyId));
        const open = alerts && Object.values(alerts).reduce((sum, count) => sum + count, 0);
        return {
          ...{ asOf: iso(now), day, timezone, programVersion: program?.version ?? null },
          live: standing.liveAt !== null,
          needs: {
            reviews: countedView({ count: Math.min(reviews, MOST), more: reviews > MOST }, '/v1/reviews'),
            alerts: open === null ? null : countedView({ count: open, more: false }, '/v1/alerts'),
            connections:
              connections &&
              connectionTroubles(connections, stops, (stop, zone) => callStopView(stop, zone).text),
            ...troublesView(troubles),
          },
          today: { sales: soldView(sold), ...movedView(activity) },
          ending: endingView(ending),
        };
      },
    }),
  ];
}
