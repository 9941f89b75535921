import { localDate, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { Instant, LocalDate, Zone } from '../../loyalty';
import type { InvitedAsked } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, iso } from '../http';
import { merchantZone } from '../program';
import { messageResultsExample } from './message-results-example';
import { messageResultsSchema, resultsQuerySchema } from './message-results-schema';
import { messageResultRows } from './message-results-table';
import { INVITATIONS, invitedView, messageResultsView } from './message-results-view';
import { pastPeriod } from './past-period';
import { PURCHASES } from './purchases';

/** What is asked before whether a customer is left out: whom one of these met is in neither group. */
const BEFORE_HELD_OUT = [
  ...['not_live', 'erased', 'opted_out', 'no_consent'],
  ...['suppressed', 'channel_off', 'no_address', 'unreachable'],
];

const DAY_MS = 86_400_000;

/** What became of the messages to customers, and what invitations did. */
export function messageResultsRoute(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reports/messages',
    permission: 'report',
    tag: 'Reports',
    summary: 'What became of messages to customers, by occasion and channel, and what invitations did',
    description:
      'A message is of the day on which it was written down first. `Accept: text/csv` gives the counts and reasons as a table, a line each.',
    query: resultsQuerySchema,
    reply: { description: 'Over the period', schema: messageResultsSchema, example: messageResultsExample },
    csv: { name: 'mensagens', rows: messageResultRows },
    async answer({ merchantId, query: { backWithin, ...days }, now }) {
      const { time, ...period } = pastPeriod(days, await merchantZone(store, merchantId), now);
      const old = oldEnough(time, backWithin, period.timezone, now);
      const [sums, invited] = await Promise.all([
        store.reports.messages(merchantId, time),
        old === null
          ? []
          : store.reports.invited(merchantId, askedOf(time.from, old.end, backWithin, period.timezone)),
      ]);
      const invitations = { backWithin, until: old?.until ?? null, occasions: invitedView(invited) };
      return { asOf: iso(now), ...period, ...messageResultsView(sums), invitations };
    },
  });
}

function askedOf(from: Date, end: Date, backWithin: number, zone: Zone): InvitedAsked {
  return {
    ...{ from, end, zone, kinds: INVITATIONS, barredBy: BEFORE_HELD_OUT },
    ...{ withinMs: backWithin * DAY_MS, statuses: PURCHASES },
  };
}

/** The days of the period whose invitations are so old that everybody had the same time to come back; null: there is none. */
function oldEnough(
  { from, end }: { from: Date; end: Date },
  backWithin: number,
  zone: Zone,
  now: Instant,
): { end: Date; until: LocalDate } | null {
  const inTime = startOfDate(localDate(now - backWithin * DAY_MS, zone), zone);
  const last = new Date(Math.min(end.getTime(), inTime));
  if (last <= from) return null;
  return { end: last, until: moveDate(localDate(last.getTime(), zone), parseDuration('P1D'), -1) };
}
