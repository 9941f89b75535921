import { lastUsableDate, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { LocalDate } from '../../loyalty';
import type { LotsAsked, Store } from '../../store';
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
    description: 'Their amounts come to the figure of the same flow, benefit and days.',
    query: movementQuerySchema,
    reply: { description: 'A page of movements', schema: movementListSchema, example: movementListExample },
    async answer({ merchantId, query: { flow, benefit, limit, before, ...days }, now }) {
      const { time } = pastPeriod(days, await merchantZone(store, merchantId), now);
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      const found = await store.reports.movements(merchantId, { flow, benefit, ...time, ...page });
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
    description: 'Their amounts come to the figure of the same month, benefit and state.',
    query: heldLotQuerySchema,
    reply: { description: 'A page of lots', schema: heldLotListSchema, example: heldLotListExample },
    async answer({ merchantId, query: { state, benefit, month, limit, before }, now }) {
      const zone = await merchantZone(store, merchantId);
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      const asked = { state, benefit, ends: endsIn(month, zone), now: new Date(now), ...page };
      const found = await store.reports.lots(merchantId, asked);
      const names = await namesOf(store, merchantId, found);
      return {
        data: found.map(({ id, customerId, saleId, expiresAt, amount }) => ({
          ...{ id, customerId, customerName: names(customerId), saleId },
          lastDay: expiresAt === null ? null : lastUsableDate(expiresAt.getTime(), zone),
          amount,
        })),
        next: placeAfter(found, limit, ({ expiresAt }) => expiresAt ?? 0),
      };
    },
  });
}

const ONE_MONTH = parseDuration('P1M');

function endsIn(month: string | undefined, zone: string): LotsAsked['ends'] {
  if (month === undefined) return null;
  if (month === 'never') return 'never';
  const first: LocalDate = `${month}-01`;
  const until = startOfDate(moveDate(first, ONE_MONTH), zone);
  return { from: new Date(startOfDate(first, zone)), until: new Date(until) };
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
