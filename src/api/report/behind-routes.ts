import type { z } from 'zod';
import { lastUsableDate, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { Duration, LocalDate } from '../../loyalty';
import { namesOfShop } from '../../store';
import type { LotsAsked, SourceAsked, Store } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, iso, placeAfter, readPlace } from '../http';
import { merchantZone } from '../program';
import {
  heldLotListExample,
  heldLotListSchema,
  heldLotQuerySchema,
  movementListExample,
  movementListSchema,
  movementQuerySchema,
  NO_SOURCE,
} from './behind-schema';
import { pastPeriod } from './past-period';

const tag = 'Reports';

/** The lists behind the figures of reports: what they list comes to the figure. */
export function behindRoutes(deps: AppDeps): Route[] {
  return [movements(deps), lots(deps)];
}

function movements(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reports/movements',
    permission: 'report',
    tag,
    summary: 'The movements behind a figure of the report of activity, newest first',
    description:
      'Their amounts come to the figure of the same flow, benefit and days; with `storeId` and `channel` to that of a line by source.',
    query: movementQuerySchema,
    reply: { description: 'A page of movements', schema: movementListSchema, example: movementListExample },
    async answer({ merchantId, query, now }) {
      const { flow, benefit, limit, before, storeId, channel, ...days } = query;
      const { time } = pastPeriod(days, await merchantZone(store, merchantId), now);
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      const found = await store.reports.movements(merchantId, {
        ...{ flow, benefit, ...time, ...page },
        ...(await sourceAsked(store, merchantId, { storeId, channel })),
      });
      const names = await namesOf(store, merchantId, found);
      const entries = found.map(({ key, ...entry }) => ({ id: key, ...entry }));
      return {
        data: entries
          .filter(({ amount }) => amount !== 0)
          .map(({ id, type, at, customerId, cause, saleIds, amount }) => ({
            ...{ id, type, at: iso(at), customerId, customerName: names(customerId) },
            saleId: cause.saleId ?? (saleIds.length === 1 ? saleIds[0]! : null),
            amount,
          })),
        next: placeAfter(entries, limit, ({ at }) => at),
      };
    },
  });
}

function lots(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reports/lots',
    permission: 'report',
    tag,
    summary: 'The lots behind a figure of what is owed, the soonest end first',
    description:
      'Their amounts come to the figure of the same month or day, benefit and state; with `storeId` and `channel` to that of a line by source.',
    query: heldLotQuerySchema,
    reply: { description: 'A page of lots', schema: heldLotListSchema, example: heldLotListExample },
    async answer({ merchantId, query, now }) {
      const { state, benefit, month, lastDay, limit, before, storeId, channel } = query;
      const zone = await merchantZone(store, merchantId);
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      const ends = lastDay === undefined ? endsIn(month, zone) : endsAfter(lastDay, ONE_DAY, zone);
      const found = await store.reports.lots(merchantId, {
        ...{ state, benefit, ends, now: new Date(now), ...page },
        ...(await sourceAsked(store, merchantId, { storeId, channel })),
      });
      const names = await namesOf(store, merchantId, found);
      return {
        data: found.map(({ id, customerId, saleId, expiresAt, goesOnUntil: end = expiresAt, amount }) => ({
          ...{ id, customerId, customerName: names(customerId), saleId },
          lastDay: end === null ? null : lastUsableDate(end.getTime(), zone),
          amount,
        })),
        next: placeAfter(found, limit, ({ expiresAt }) => expiresAt ?? 0),
      };
    },
  });
}

const ONE_DAY = parseDuration('P1D');
const ONE_MONTH = parseDuration('P1M');

function endsIn(month: string | undefined, zone: string): LotsAsked['ends'] {
  if (month === undefined) return null;
  if (month === 'never') return 'never';
  return endsAfter(`${month}-01`, ONE_MONTH, zone);
}

/** What can be used for the last time on one of the days from `first` on. */
function endsAfter(first: LocalDate, long: Duration, zone: string): LotsAsked['ends'] {
  const until = startOfDate(moveDate(first, long), zone);
  return { from: new Date(startOfDate(first, zone)), until: new Date(until) };
}

type SourceQuery = Pick<z.output<typeof heldLotQuerySchema>, 'storeId' | 'channel'>;

/** Which source is asked for, a store by its id whichever of its names was said; nothing: none is. */
async function sourceAsked(
  { shops }: Pick<Store, 'shops'>,
  merchantId: string,
  { storeId, channel }: SourceQuery,
): Promise<{ source?: SourceAsked }> {
  if (storeId === undefined && channel === undefined) return {};
  const all = await shops.list(merchantId);
  const meant = all.find((shop) => namesOfShop(shop).includes(storeId ?? ''));
  return {
    source: {
      shops: all,
      storeId: storeId === NO_SOURCE ? null : (meant?.id ?? storeId),
      channel: channel === NO_SOURCE ? null : channel,
    },
  };
}

/** What customers of a page are called, read at once. */
async function namesOf(
  { customers }: Pick<Store, 'customers'>,
  merchantId: string,
  of: readonly { customerId: string }[],
): Promise<(customerId: string) => string | null> {
  const found = await customers.some(merchantId, [...new Set(of.map(({ customerId }) => customerId))]);
  return (customerId) => found.get(customerId)?.name ?? null;
}
