import type { z } from 'zod';
import { saleInputOf } from '../../runs';
import { claimIdOf, returnIdOf } from '../../ids';
import type { Sale } from '../../loyalty';
import type { ActedBy, ReturnRequest } from '../../workflows';
import type { Crowd } from '../../runs';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { Problem } from '../http/problem';
import { recognisable } from './posting';
import { claimSchema, returnGoodsSchema } from './sale-change-schema';
import { saleExample } from './sale-example';
import { saleSchema } from './sale-schema';
import { inFull } from './sale-routes';

const tag = 'Sales';

/** What staff tell of a sale after it was made: goods that came back, and whose it is. */
export function saleChangeRoutes(deps: AppDeps, crowd: Crowd): Route[] {
  return [returns(deps, crowd), claim(deps, crowd)];
}

function returns(deps: AppDeps, crowd: Crowd): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/sales/{id}/returns',
    tag,
    summary: 'Goods of a sale came back: so much goods value, or these lines',
    description:
      'What was earned shrinks in proportion, by the version that paid it, over all returns together. Once everything is back, what benefit had paid goes back too.',
    body: { schema: returnGoodsSchema, example: { amountCents: 5_000, reason: 'Tamanho errado' } },
    reply: {
      status: 201,
      description: 'The sale as it is now',
      schema: saleSchema,
      example: { ...saleExample, returnedCents: 5_000 },
    },
    refusals: ['sale_not_found'],
    movesValue: true,
    async answer({ merchantId, id, body, key }) {
      const sale = await counting(deps, merchantId, id);
      const callId = returnIdOf(merchantId, sale.id, key);
      const input = saleInputOf(sale, deps.config.saleSettleMs);
      await crowd.absorb(sale.id, () => deps.temporal.returnGoods(input, returnOf(body), callId));
      return inFull(deps, await deps.store.sales.get(merchantId, sale.id), deps.now());
    },
  });
}

function claim(deps: AppDeps, crowd: Crowd): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/sales/{id}/customer',
    tag,
    summary: 'A customer takes over a sale without one',
    description:
      'Within 90 days. By the customer’s id, or by CPF/CNPJ, phone or e-mail, which find a customer or make one. The benefit is available from the end of holding, at the earliest from now.',
    body: { schema: claimSchema, example: { document: '529.982.247-25', name: 'Maria Exemplo' } },
    reply: { description: 'The sale as it is now', schema: saleSchema, example: saleExample },
    refusals: ['sale_not_found', 'customer_not_found', 'claim_window_closed'],
    movesValue: true,
    async answer({ merchantId, id, body, key }) {
      const sale = await counting(deps, merchantId, id);
      const callId = claimIdOf(merchantId, sale.id, key);
      // Before anybody is written down: a sale that has a customer makes no new one.
      if (sale.owner.customerId !== null && sale.owner.claimCall !== callId)
        throw new Problem('invalid_request', { facts: { saleOwner: 'known' } });
      const request = { customerId: await customerOf(deps, merchantId, body), ...actorOf(body) };
      await crowd.absorb(sale.id, () =>
        deps.temporal.claimSale(saleInputOf(sale, deps.config.saleSettleMs), request, callId),
      );
      return inFull(deps, await deps.store.sales.get(merchantId, sale.id), deps.now());
    },
  });
}

/** The sale, or for a purchase told by two sources the account that counts: goods come back there, and it belongs to somebody. */
async function counting(deps: AppDeps, merchantId: string, saleId: string): Promise<Sale> {
  const sale = await known(deps, merchantId, saleId);
  return sale.purchase.duplicateOf === null ? sale : known(deps, merchantId, sale.purchase.duplicateOf);
}

async function known({ store }: AppDeps, merchantId: string, saleId: string): Promise<Sale> {
  const sale = await store.sales.get(merchantId, saleId);
  if (!sale) throw new Problem('sale_not_found');
  return sale;
}

/** The customer named, or found or made by what identifies them. Only the id goes further than here. */
async function customerOf(
  { store, now }: AppDeps,
  merchantId: string,
  body: z.output<typeof claimSchema>,
): Promise<string> {
  const { customerId, name = null, document = null, phone, email } = body;
  if (customerId !== undefined) {
    if (!(await store.customers.get(merchantId, customerId))) throw new Problem('customer_not_found');
    return customerId;
  }
  const contact = recognisable({
    externalKey: null,
    name,
    document,
    phones: phone === undefined ? [] : [phone],
    emails: email === undefined ? [] : [email],
    birthDate: null,
  });
  if (!contact) throw new Problem('invalid_request', { errors: [NOBODY] });
  return (await store.customers.identify(merchantId, contact, new Date(now()))).customerId;
}

const NOBODY = {
  field: 'document',
  message:
    'Estes dados não identificam ninguém. Confira o CPF ou CNPJ, ou informe um telefone ou e-mail válido.',
};

function returnOf(body: z.output<typeof returnGoodsSchema>): ReturnRequest {
  const items = (body.items ?? []).map(({ sku, quantity = null }) => ({ sku, quantity }));
  return { amountCents: body.amountCents ?? null, items, reason: body.reason ?? null, ...actorOf(body) };
}

function actorOf({ operator, storeId }: { operator?: string; storeId?: string }): ActedBy {
  return { operator: operator ?? null, storeId: storeId ?? null };
}
