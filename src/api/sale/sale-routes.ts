import type { z } from 'zod';
import { moveDate, startOfDate } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import { ForgedProgramError, otherSaleOf, saleOrder } from '../../store';
import type { Caller, ProgramVersion } from '../../store';
import { saleWorkflowId } from '../../workflows';
import type { AppDeps, Route } from '../http';
import { endpoint, keysNamed, ownStores, placeAfter, readPlace } from '../http';
import { Problem } from '../http/problem';
import { merchantZone } from '../program';
import { ownSale, storesAsked } from './own-stores';
import { saleExample, saleSummaryExample } from './sale-example';
import { saleRunExample, saleRunSchema } from './sale-course-schema';
import { saleRunView } from './sale-course-view';
import {
  purchaseListSchema,
  purchaseQuerySchema,
  saleListSchema,
  saleQuerySchema,
  saleSchema,
} from './sale-schema';
import { saleSummaries } from './sale-summaries';
import { saleView } from './sale-view';

const tag = 'Sales';

/** Sales with their benefit, the reasoning behind it, and their history. */
export function saleRoutes(deps: AppDeps): Route[] {
  return [one(deps), run(deps), list(deps), purchases(deps)];
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
    async answer({ merchantId, caller, id, now }) {
      const sale = await deps.store.sales.get(merchantId, id);
      return inFull(deps, await ownSale(deps.store, caller, sale), now);
    },
  });
}

function run(deps: AppDeps): Route {
  const { store, runs } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/sales/{id}/run',
    permission: 'sale.read',
    tag,
    summary: 'What is being tried for a sale at this moment: attempts, the last error, the next try',
    description:
      'Asked of Temporal, within two seconds: what the sale is and has is in `GET /v1/sales/{id}`, which needs no engine.',
    reply: { description: 'Its latest run', schema: saleRunSchema, example: saleRunExample },
    refusals: ['sale_not_found'],
    async answer({ merchantId, caller, id }) {
      const sale = await ownSale(store, caller, await store.sales.get(merchantId, id));
      if (!sale) throw new Problem('sale_not_found');
      const url = runs.linkTo(saleWorkflowId({ merchantId, ...sale.source }));
      return saleRunView(await runs.lookAtSale(sale), url);
    },
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
    async answer({ merchantId, caller, query, now }) {
      const { channel, externalId, storeId, status, limit, before, from, until, ...filter } = query;
      if (channel !== undefined && externalId !== undefined) {
        const sale = await deps.store.sales.find({ merchantId, channel, externalId });
        return { data: [await inFull(deps, await ownSale(deps.store, caller, sale), now)], next: null };
      }
      const page = before === undefined ? { limit } : { limit, ...readPlace(before) };
      const days = await soldBetween(deps, merchantId, from, until);
      const stores = await storesAsked(deps.store, caller, storeId);
      const asked = { ...filter, ...days, channel, stores, statuses: status, asOf: new Date(now) };
      const sales = await deps.store.sales.list(merchantId, { ...page, ...asked });
      return {
        data: await saleSummaries(deps, merchantId, sales, now),
        next: placeAfter(sales, limit, instantIn(saleOrder({ ...filter, ...days }))),
      };
    },
  });
}

function purchases(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/customers/{id}/purchases',
    permission: 'sale.read',
    tag: 'Customers',
    summary: 'What the customer has bought, newest first by when it was sold',
    description: 'Also what was bought by records that were merged into this one.',
    query: purchaseQuerySchema,
    reply: {
      description: 'A page of sales',
      schema: purchaseListSchema,
      example: { data: [saleSummaryExample], next: null },
    },
    refusals: ['customer_not_found'],
    async answer({ merchantId, caller, id, query: { limit, before }, now }) {
      const customer = await store.customers.current(merchantId, id);
      if (!customer) throw new Problem('customer_not_found');
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      return purchasesOf(deps, caller, customer.id, page, now);
    },
  });
}

/** A page of what a customer has bought, newest first by when it was sold: of it what the caller may see. */
export async function purchasesOf(
  deps: AppDeps,
  caller: Caller,
  customerId: string,
  page: { limit: number } & Partial<ReturnType<typeof readPlace>>,
  now: Instant,
): Promise<z.output<typeof purchaseListSchema>> {
  const { merchantId } = caller;
  const stores = (await ownStores(deps.store, caller)) ?? undefined;
  const filter = { customerId, stores, soldFrom: new Date(0) };
  const sales = await deps.store.sales.list(merchantId, { ...page, ...filter, asOf: new Date(now) });
  return {
    data: await saleSummaries(deps, merchantId, sales, now),
    next: placeAfter(sales, page.limit, instantIn(saleOrder(filter))),
  };
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
  deps: AppDeps,
  sale: Sale | null,
  now: Instant,
): Promise<z.output<typeof saleSchema>> {
  const { store, runs } = deps;
  if (!sale) throw new Problem('sale_not_found');
  const { id, merchantId } = sale;
  const { customerId } = sale.owner;
  const [entries, messages, wallet, customer, other, paidBy] = await Promise.all([
    store.ledger.entriesOfSale(merchantId, id),
    store.messages.ofSale(merchantId, id),
    customerId === null ? null : store.wallets.read(merchantId, customerId, { saleId: id }),
    customerId === null ? null : store.customers.current(merchantId, customerId),
    otherSaleOf(store, sale),
    paidByOf(deps, sale),
  ]);
  const keyNamed = await keysNamed(store, merchantId, [
    ...sale.timeline.map(({ by }) => by?.keyId),
    ...sale.purchase.returns.map(({ keyId }) => keyId),
    ...entries.map(({ cause: { keyId } }) => keyId),
  ]);
  const customerName = customer?.name ?? null;
  const context = { entries, messages, wallet, customerName, keyNamed, other, paidBy };
  return saleView(sale, context, runs, now);
}

/** The version that pays a sale. Of one that somebody has changed by hand nothing is said: the sale can be looked at all the same. */
async function paidByOf(
  { store }: AppDeps,
  { merchantId, benefit: { programVersion } }: Sale,
): Promise<ProgramVersion | null> {
  if (programVersion === null) return null;
  try {
    return await store.programs.version(merchantId, programVersion);
  } catch (error) {
    if (error instanceof ForgedProgramError) return null;
    throw error;
  }
}
