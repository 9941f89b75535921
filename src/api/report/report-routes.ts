import { localDate, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { Instant, LocalDate, SaleStatus } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint, invalidField, iso } from '../http';
import { merchantZone } from '../program';
import {
  activityQuerySchema,
  activitySchema,
  liabilitySchema,
  returningQuerySchema,
  returningSchema,
} from './report-schema';
import { activityExample, liabilityExample, returningExample } from './report-example';
import {
  activityRows,
  activityView,
  liabilityRows,
  liabilityView,
  returningRows,
  returningView,
} from './report-view';

const tag = 'Reports';
const ABOUT =
  'Integer sums made of the ledger itself: they agree with it to the cent. `Accept: text/csv` gives the same as a table.';

/** What the ledger and the sales come to. */
export function reportRoutes(deps: AppDeps): Route[] {
  return [liability(deps), activity(deps), returning(deps)];
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
    reply: { description: 'As of now', schema: liabilitySchema, example: liabilityExample },
    csv: { name: 'passivo', rows: liabilityRows },
    async answer({ merchantId, now }) {
      const timezone = await merchantZone(store, merchantId);
      const [sums, { debt }] = await Promise.all([
        store.reports.outstanding(merchantId, timezone, new Date(now)),
        store.ledger.outstanding(merchantId),
      ]);
      return { asOf: iso(now), timezone, ...liabilityView(sums), debt };
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
    description: `${ABOUT} A movement is of the month in which it was due, and of the store and channel of the sale that earned what moved.`,
    query: activityQuerySchema,
    reply: { description: 'Over the period', schema: activitySchema, example: activityExample },
    csv: { name: 'movimento', rows: activityRows },
    async answer({ merchantId, query: { by, ...days }, now }) {
      const { time, ...period } = pastPeriod(days, await merchantZone(store, merchantId), now);
      const sums = await store.reports.activity(
        merchantId,
        { ...time, zone: period.timezone },
        by === 'source',
      );
      return { asOf: iso(now), ...period, ...activityView(sums) };
    },
  });
}

/** Sales that came about, whatever has become of their benefit. */
const PURCHASES: readonly SaleStatus[] = ['no_benefit', 'pending', 'active', 'used', 'expired'];

function returning(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reports/returning',
    permission: 'report',
    tag,
    summary: 'Whether customers come back, and use what they have got',
    description: ABOUT,
    query: returningQuerySchema,
    reply: { description: 'Over the period', schema: returningSchema, example: returningExample },
    csv: { name: 'retorno', rows: returningRows },
    async answer({ merchantId, query, now }) {
      const { time, ...period } = pastPeriod(query, await merchantZone(store, merchantId), now);
      const [sums, moved] = await Promise.all([
        store.reports.returning(merchantId, time, PURCHASES),
        store.reports.activity(merchantId, { ...time, zone: period.timezone }, false),
      ]);
      return { asOf: iso(now), ...period, ...returningView(sums, activityView(moved).total) };
    },
  });
}

const ONE_DAY = parseDuration('P1D');
const TWELVE_MONTHS = parseDuration('P12M');
const TWO_YEARS = parseDuration('P24M');

interface Period {
  from: LocalDate;
  until: LocalDate;
  timezone: string;
  time: { from: Date; end: Date };
}

/** The days asked for, today the last of them at most. @throws Problem `invalid_request` */
function pastPeriod(
  days: { from?: LocalDate | undefined; until?: LocalDate | undefined },
  timezone: string,
  now: Instant,
): Period {
  const today = localDate(now, timezone);
  const { until = today } = days;
  const { from = moveDate(moveDate(until, TWELVE_MONTHS, -1), ONE_DAY) } = days;
  if (until > today) throw invalidField('until', 'O dia ainda não chegou. Use no máximo hoje.');
  if (from > until) throw invalidField('from', 'O período começa depois do seu fim. Troque as datas.');
  if (from < moveDate(until, TWO_YEARS, -1))
    throw invalidField('from', 'O período passa de dois anos. Escolha um mais curto.');
  const end = startOfDate(moveDate(until, ONE_DAY), timezone);
  return { from, until, timezone, time: { from: new Date(startOfDate(from, timezone)), end: new Date(end) } };
}
