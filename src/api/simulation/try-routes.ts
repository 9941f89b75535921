import type { z } from 'zod';
import { goodsCents, programDiff, saleRecord } from '../../loyalty';
import type { Instant, Program, Redemption, Sale, SaleRecord } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint, iso, readInput } from '../http';
import { Problem } from '../http/problem';
import { readProgram } from '../program';
import { foreseeUnder, usesOf } from './foresee-under';
import type { ForeseenOwner, ForeseenUnder } from './foresee-under';
import { triedExample, triedSchema, tryExample, tryRequestSchema, trySchema } from './try-schema';
import type { typedSaleSchema } from './try-schema';
import { difference, outcomeView, tryAssumptions } from './try-view';

/** A sale to try programs on, and whose it is or would be. */
interface TriedSale {
  saleId: string | null;
  record: SaleRecord;
  owner: ForeseenOwner;
  redemptions: Redemption[];
}

/** A draft program on one sale, before anything depends on it. */
export function tryRoutes(deps: AppDeps): Route[] {
  const { store } = deps;
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/program/try',
      permission: 'simulation',
      tag: 'Program',
      summary: 'Try a draft on one sale: what it would come to, why, and what is different from now',
      description:
        'On a sale of the past, with its customer and returns, or on one that is typed. Nothing is written, granted or sent. Without `program` the current version is tried.',
      body: { schema: trySchema, example: tryExample, read: readTry },
      reply: { description: 'Both outcomes, side by side', schema: triedSchema, example: triedExample },
      refusals: ['sale_not_found', 'customer_not_found', 'program_not_found'],
      async answer({ merchantId, body: { program: draft, saleId, sale: typed }, now }) {
        const current = await store.programs.current(merchantId);
        const tried = draft ?? current?.program;
        if (!tried) throw new Problem('program_not_found');
        const zone = tried.timezone;
        const sale =
          typed === undefined
            ? await pastSale(deps, merchantId, saleId ?? '')
            : await typedSale(deps, merchantId, typed, zone, now);
        const under = (program: Program): Promise<ForeseenUnder> =>
          foreseeUnder(deps, merchantId, sale, program, now);
        const one = await under(tried);
        const other = current && (draft ? await under(current.program) : one);
        const outcome = outcomeView(one.foreseen, draft ? null : current!.version);
        const inForce = other && outcomeView(other.foreseen, current.version);
        const { record } = sale;
        return {
          sale: {
            ...{ saleId: sale.saleId, soldAt: iso(record.soldAt), storeId: record.storeId },
            ...{ totalCents: record.totalCents, goodsCents: goodsCents(record) },
            customerId: sale.owner.customerId,
          },
          tried: outcome,
          current: inForce,
          difference: inForce && difference(outcome.totals, inForce.totals),
          changes: draft && current ? programDiff(current.program, draft) : [],
          assumptions: tryAssumptions(sale, one.needs),
        };
      },
    }),
  ];
}

/** A sale that is known, as it would be calculated now for the first time. @throws Problem `sale_not_found` */
async function pastSale({ store }: AppDeps, merchantId: string, saleId: string): Promise<TriedSale> {
  const sale = await store.sales.get(merchantId, saleId);
  if (!sale) throw new Problem('sale_not_found');
  const record = freshRecord(sale);
  const { customerId } = sale.owner;
  const customer = customerId === null ? null : await store.customers.current(merchantId, customerId);
  const { pinned } = sale.benefit;
  return {
    saleId: sale.id,
    record,
    owner: {
      customerId,
      unidentified: customerId === null,
      segments: customer?.segments ?? [],
      pinned: pinned?.customerId === customerId ? pinned : null,
    },
    redemptions: await usesOf(store, merchantId, record),
  };
}

/** Stands for somebody who would become a customer by this sale. */
const NEWCOMER = 'new-customer';

function freshRecord(sale: Sale): SaleRecord {
  const record = saleRecord(sale);
  return {
    ...{ ...record, programVersion: null, pinned: null, evaluated: null, withheld: false },
    customerId: record.customerId ?? NEWCOMER,
  };
}

/** @throws Problem `customer_not_found` */
async function typedSale(
  { store }: AppDeps,
  merchantId: string,
  { customerId, soldAt, storeId, ...sold }: z.output<typeof typedSaleSchema>,
  zone: string,
  now: Instant,
): Promise<TriedSale> {
  const customer = customerId === undefined ? null : await store.customers.current(merchantId, customerId);
  if (customerId !== undefined && !customer) throw new Problem('customer_not_found');
  const at = soldAt === undefined ? now : Date.parse(soldAt);
  return {
    saleId: null,
    record: {
      ...{ ...sold, storeId: storeId ?? null, soldAt: at },
      ...{ id: 'typed', ids: [], refs: [], usesFoundBy: null, zone },
      ...{ standing: 'completed', customerId: customer?.id ?? NEWCOMER, completedAt: at, claimedAt: null },
      ...{ returnedCents: 0, refundedCents: 0, voided: false, programVersion: null },
      ...{ pinned: null, formerPins: [], evaluated: null },
    },
    owner: {
      customerId: customer?.id ?? null,
      unidentified: false,
      segments: customer?.segments ?? [],
      pinned: null,
    },
    redemptions: [],
  };
}

type Try = Omit<z.output<typeof tryRequestSchema>, 'program'> & { program?: Program };

/** @throws Problem `invalid_request`; a draft's fields are named as in `PUT /v1/program` */
function readTry(json: unknown): Try {
  const { program, ...request } = readInput(tryRequestSchema, json);
  return { ...request, ...(program === undefined ? {} : { program: readProgram(program) }) };
}
