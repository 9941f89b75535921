import type { z } from 'zod';
import { hasTurned, moveDate, startOfDate, statusAt } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import { otherSaleOf, saleOrder } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, placeAfter, readPlace } from '../http';
import { Problem } from '../http/problem';
import { merchantZone } from '../program';
import { saleExample, saleSummaryExample } from './sale-example';
import { saleListSchema, saleQuerySchema, saleSchema } from './sale-schema';
import type { saleSummarySchema } from './sale-schema';
import { saleSummaryView, saleView } from './sale-view';

const tag = 'Sales';

/** Sales with their benefit, the reasoning behind it, and their history. */
export function saleRoutes(deps: AppDeps): Route[] {
  return [one(deps), list(deps)];
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/sales/{id}',
    permission: 'sale.read',
    tag,
    summary: 'A sale, its benefit, the reasoning and the history',
    reply: { description: 'The sale', schema: saleSchema, example: saleExample },
    refusals: ['sale_not_found'],
    answer: async ({ merchantId, id, now }) => inFull(deps, await deps.store.sales.get(merchantId, id), now),
  });
}

function list(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/sales',
    permission: 'sale.read',
    tag,
    summary: 'Sales, newest first; with channel and externalId that one sale in full',
    query: saleQuerySchema,
    reply: {
      description: 'A page of sales, or the one asked for',
      schema: saleListSchema,
      example: { data: [saleSummaryExample], next: null },
    },
    refusals: ['sale_not_found'],
    async answer({ merchantId, query, now }) {
      const { channel, externalId, limit, before, from, until, ...filter } = query;
      if (channel !== undefined && externalId !== undefined) {
        const sale = await deps.store.sales.find({ merchantId, channel, externalId });
        return { data: [await inFull(deps, sale, now)], next: null };
      }
      const page = before === undefined ? { limit } : { limit, ...readPlace(before) };
      const days = await soldBetween(deps, merchantId, from, until);
      const asked = { ...filter, ...days, channel, asOf: new Date(now) };
      const sales = await deps.store.sales.list(merchantId, { ...page, ...asked });
      return {
        data: await Promise.all(sales.map((sale) => summary(deps, sale, now))),
        next: placeAfter(sales, limit, instantIn(saleOrder({ ...filter, ...days }))),
      };
    },
  });
}

/** A sale in a list, with its status as the clock has it: few have turned and not been written down yet. */
async function summary(
  { store }: AppDeps,
  sale: Sale,
  now: Instant,
): Promise<z.output<typeof saleSummarySchema>> {
  const { customerId } = sale.owner;
  if (customerId === null || !hasTurned(sale, now)) return saleSummaryView(sale);
  const wallet = await store.wallets.read(sale.merchantId, customerId, { saleId: sale.id });
  return saleSummaryView(sale, statusAt(sale, wallet, now));
}

/** By which instant of a sale a list is read on. */
function instantIn(order: ReturnType<typeof saleOrder>): (sale: Sale) => Instant {
  return ({ content: { soldAt }, createdAt }) => (order === 'soldAt' ? (soldAt ?? createdAt) : createdAt);
}

/** The instants at which the days begin and end, in the zone of the merchant's program. */
async function soldBetween(
  { store }: AppDeps,
  merchantId: string,
  from: string | undefined,
  until: string | undefined,
): Promise<{ soldFrom?: Date; soldBefore?: Date }> {
  if (from === undefined && until === undefined) return {};
  const zone = await merchantZone(store, merchantId);
  return {
    ...(from === undefined ? {} : { soldFrom: new Date(startOfDate(from, zone)) }),
    ...(until === undefined
      ? {}
      : { soldBefore: new Date(startOfDate(moveDate(until, { months: 0, days: 1 }), zone)) }),
  };
}

/** A sale with all that belongs to it. @throws Problem `sale_not_found` for no sale */
export async function inFull(
  { store }: AppDeps,
  sale: Sale | null,
  now: Instant,
): Promise<z.output<typeof saleSchema>> {
  if (!sale) throw new Problem('sale_not_found');
  const { id, merchantId } = sale;
  const { customerId } = sale.owner;
  const [entries, messages, wallet, other] = await Promise.all([
    store.ledger.entriesOfSale(merchantId, id),
    store.messages.ofSale(merchantId, id),
    customerId === null ? null : store.wallets.read(merchantId, customerId, { saleId: id }),
    otherSaleOf(store, sale),
  ]);
  return saleView(sale, { entries, messages, wallet, other }, now);
}
