import type { z } from 'zod';
import { walletView } from '../../loyalty';
import type { Sale } from '../../loyalty';
import type { StatementLine } from '../../store';
import { forbiddenTo, may } from '../access/permission';
import type { AppDeps, Route } from '../http';
import { endpoint, keysNamed } from '../http';
import { Problem } from '../http/problem';
import {
  statementLineExample,
  statementPageSchema,
  statementSchema,
  walletExample,
  walletSchema,
  statementLineView,
} from '../ledger';
import {
  customerChangeSchema,
  customerExample,
  customerListSchema,
  customerSchema,
  customerSearchSchema,
} from './customer-schema';
import { customerView } from './customer-view';
import { maskedFor } from './masking';
import { readSearchPlace, writeSearchPlace } from './search-place';

const tag = 'Customers';

/** Who buys, what they have, and how it came to be. */
export function customerRoutes(deps: AppDeps): Route[] {
  return [search(deps), one(deps), change(deps), wallet(deps), statement(deps)];
}

function search(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/customers',
    permission: 'customer.look',
    tag,
    summary: 'Find customers by CPF/CNPJ, phone, e-mail or name',
    description:
      'The surest first: whom a document or an id names, then a phone, an e-mail, the end of a phone, whole words of the name, the beginning of words; among these the newest data first. ' +
      'Whose data changes while somebody reads on stands at the beginning again, and is not on later pages; whoever has several records may be found by each. A page may hold fewer than `limit`. ' +
      'Without a `query` there is no list. Staff and keys `till` see the first page alone, and find whoever is not on it by saying more: nobody at a counter reads all customers off a search.',
    query: customerSearchSchema,
    reply: {
      description: 'A page of them, the surest first',
      schema: customerListSchema,
      example: { data: [customerExample], more: false, next: null },
    },
    async answer({ merchantId, caller, query: { query, limit, before } }) {
      const readsOn = may(caller.actor, 'customer.list');
      if (before !== undefined && !readsOn) throw forbiddenTo(caller.actor, 'customer.list');
      const after = before === undefined ? undefined : readSearchPlace(before);
      const { customers, next } = await deps.store.customers.search(merchantId, query, { limit, after });
      return {
        data: customers.map((one) => customerView(maskedFor(caller.actor, one))),
        more: next !== null,
        next: readsOn && next ? writeSearchPlace(next) : null,
      };
    },
  });
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/customers/{id}',
    permission: 'customer.look',
    tag,
    summary: 'A customer',
    reply: { description: 'The customer', schema: customerSchema, example: customerExample },
    refusals: ['customer_not_found'],
    async answer({ merchantId, caller, id }) {
      const customer = await deps.store.customers.get(merchantId, id);
      if (!customer) throw new Problem('customer_not_found');
      return customerView(maskedFor(caller.actor, customer));
    },
  });
}

function change(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'patch',
    path: '/v1/customers/{id}',
    permission: 'segment',
    act: 'customer.segment',
    tag,
    summary: 'Put a customer into segments',
    description: 'Rules that ask for a segment look at it when a sale is calculated first.',
    body: { schema: customerChangeSchema, example: { segments: ['vip-ouro'] } },
    reply: { description: 'The customer as it is now', schema: customerSchema, example: customerExample },
    refusals: ['customer_not_found'],
    async answer({ merchantId, caller, id, body: { segments = [] }, now, tell }) {
      const known = await deps.store.customers.setSegments(merchantId, id, segments, new Date(now));
      const customer = known ? await deps.store.customers.get(merchantId, id) : null;
      if (!customer) throw new Problem('customer_not_found');
      tell({ subject: { kind: 'customer', id: customer.id }, after: { segments } });
      return customerView(maskedFor(caller.actor, customer));
    },
  });
}

function wallet(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/customers/{id}/wallet',
    permission: 'customer.look',
    tag,
    summary: 'What the customer has, owes, and when it expires',
    reply: { description: 'The wallet as the clock has it', schema: walletSchema, example: walletExample },
    refusals: ['customer_not_found'],
    async answer({ merchantId, id, now }) {
      const found = await deps.store.wallets.read(merchantId, id, { vouchers: true });
      if (!found) throw new Problem('customer_not_found');
      return walletView(found, now);
    },
  });
}

function statement(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/customers/{id}/statement',
    permission: 'sale.read',
    tag,
    summary: 'The customer’s movements, newest first',
    description:
      'Movements are as recorded: what the clock has decided since the last one is in the wallet already.',
    query: statementPageSchema,
    reply: {
      description: 'A page of movements',
      schema: statementSchema,
      example: { data: [statementLineExample], next: null },
    },
    refusals: ['customer_not_found'],
    async answer({ merchantId, id, query: { limit, before } }) {
      if (!(await deps.store.customers.get(merchantId, id))) throw new Problem('customer_not_found');
      return statementOf(deps, merchantId, id, before === undefined ? { limit } : { limit, before });
    },
  });
}

/** A page of a customer's movements, newest first. */
export async function statementOf(
  deps: AppDeps,
  merchantId: string,
  customerId: string,
  page: { limit: number; before?: number },
): Promise<z.output<typeof statementSchema>> {
  const lines = await deps.store.ledger.statement(merchantId, customerId, page);
  const last = lines.length < page.limit ? undefined : lines.at(-1);
  const sales = await salesOf(deps, merchantId, lines);
  const keyNamed = await keysNamed(deps.store, merchantId, [
    ...lines.map(({ cause: { keyId } }) => keyId),
    ...[...sales.values()].flatMap(({ timeline }) => timeline.map(({ by }) => by?.keyId)),
  ]);
  const context = { keyNamed, saleOf: (saleId: string) => sales.get(saleId) ?? null };
  return {
    data: lines.map((line) => statementLineView(line, context)),
    next: last && last.seq > 1 ? last.seq : null,
  };
}

/** The sales of these movements, by their ids. */
async function salesOf(
  { store }: AppDeps,
  merchantId: string,
  lines: readonly StatementLine[],
): Promise<Map<string, Sale>> {
  const ids = [...new Set(lines.flatMap(({ cause: { saleId } }) => saleId ?? []))];
  const sales = await Promise.all(ids.map((id) => store.sales.get(merchantId, id)));
  return new Map(sales.flatMap((sale) => (sale ? [[sale.id, sale] as const] : [])));
}
