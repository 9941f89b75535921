import { z } from 'zod';
import { claimIdOf, requestDigest, returnIdOf } from '../../ids';
import { examineContact, isClaimedBy, returnMadeBy } from '../../loyalty';
import type { Sale } from '../../loyalty';
import type { ReturnRequest } from '../../workflows';
import type { RunGate } from '../../runs';
import type { Caller } from '../../store';
import { may } from '../access/permission';
import type { Acting, AppDeps, Call, Route } from '../http';
import { actedBy, keyIdOf, endpoint, invalidField } from '../http';
import { Problem, problemOf } from '../http/problem';
import { recogniseAtCounter } from '../customer';
import { claimSchema, returnGoodsSchema } from './sale-change-schema';
import { saleExample } from './sale-example';
import { claimedSaleSchema, saleSchema } from './sale-schema';
import { claimedSaleView } from './sale-view';
import { ownSale } from './own-stores';
import { inFull } from './sale-routes';

const tag = 'Sales';

/** What staff add to a sale after it was made: goods that came back, and whose it is. */
export function saleChangeRoutes(deps: AppDeps, gate: RunGate): Route[] {
  return [returns(deps, gate), claim(deps, gate)];
}

function returns(deps: AppDeps, gate: RunGate): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/sales/{id}/returns',
    permission: 'sale.return',
    act: 'sale.return',
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
    refusals: ['sale_not_found', 'request_expired'],
    movesValue: true,
    async answer({ merchantId, caller, id, body, key, tell }) {
      const sale = await saleThatCounts(deps, caller, id);
      const callId = returnIdOf(merchantId, sale.id, key);
      const request = returnRequest(await actedBy(deps.store, caller, body), body);
      const { amountCents, items } = request;
      tell({
        subject: { kind: 'sale', id: sale.id },
        after: { returnId: callId, amountCents, lines: items.length },
      });
      // Here too, because a run that is alive answers a call it knows without looking at what it says.
      returnMadeBy(sale, { ...request, id: callId, digest: requestDigest(request) });
      await gate.pass(sale.id, () =>
        deps.runs.returnGoods(sale, { ...request, keyId: keyIdOf(caller) }, callId),
      );
      return inFull(deps, await deps.store.sales.get(merchantId, sale.id), deps.now());
    },
  });
}

function claim(deps: AppDeps, gate: RunGate): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/sales/{id}/customer',
    permission: 'counter',
    tag,
    summary: 'A customer takes over a sale without one',
    description:
      'Within 90 days. By the customer’s id, or by CPF/CNPJ, phone or e-mail, which find a customer or make one. The benefit is available from the end of holding, at the earliest from now. Whoever may not read sales, a till key, is told only which sale it is, whose, and what it gave.',
    body: { schema: claimSchema, example: { document: '529.982.247-25', name: 'Maria Exemplo' } },
    reply: {
      description: 'The sale as it is now',
      schema: z.union([saleSchema, claimedSaleSchema]),
      example: saleExample,
    },
    refusals: ['sale_not_found', 'customer_not_found', 'claim_window_closed', 'request_expired'],
    movesValue: true,
    async answer(call) {
      const { merchantId, caller, id, body, key } = call;
      const sale = await saleThatCounts(deps, caller, id);
      const callId = claimIdOf(merchantId, sale.id, key);
      // Before anybody is written down: a sale that has a customer makes no new one.
      if (sale.owner.customerId !== null && sale.owner.claimCall !== callId)
        throw new Problem('invalid_request', { facts: { saleOwner: 'known' } });
      await aloneAtClaim(deps, sale, callId, async () => {
        const acting = await actedBy(deps.store, caller, body);
        const request = { customerId: await claimant(deps, call), ...acting };
        const customer = await deps.store.customers.current(merchantId, request.customerId);
        const customerId = customer?.id ?? request.customerId;
        isClaimedBy(sale, { id: callId, digest: requestDigest(request), customerId });
        await gate.pass(sale.id, () =>
          deps.runs.claimSale(sale, { ...request, keyId: keyIdOf(caller) }, callId),
        );
      });
      const claimed = await knownSale(deps, merchantId, sale.id);
      return may(caller.actor, 'sale.read') ? inFull(deps, claimed, deps.now()) : claimedSaleView(claimed);
    },
  });
}

/**
 * Of calls that claim a sale at the same time one goes on; the others make nobody, and learn the outcome when they come back.
 * @throws Problem `request_in_progress`
 */
async function aloneAtClaim(
  { store, now }: AppDeps,
  { merchantId, id, owner }: Sale,
  callId: string,
  work: () => Promise<void>,
): Promise<void> {
  const again = owner.claimCall === callId;
  if (!again && !(await store.sales.takeClaim(merchantId, id, callId, new Date(now()))))
    throw new Problem('request_in_progress');
  try {
    await work();
  } catch (error) {
    const problem = problemOf(error);
    // What is not known to have come to nothing is left to end by itself.
    if (problem.final || problem.code === 'request_expired')
      await store.sales.dropClaim(merchantId, id, callId);
    throw error;
  }
}

/**
 * The sale; for a purchase of two sources the one that counts, because goods come back and a customer takes over there. Each has to be
 * of the caller's stores.
 */
async function saleThatCounts(deps: AppDeps, caller: Caller, saleId: string): Promise<Sale> {
  const { merchantId } = caller;
  const own = async (id: string): Promise<Sale> => {
    const sale = await ownSale(deps.store, caller, await knownSale(deps, merchantId, id));
    if (!sale) throw new Problem('sale_not_found');
    return sale;
  };
  const sale = await own(saleId);
  return sale.purchase.duplicateOf === null ? sale : own(sale.purchase.duplicateOf);
}

async function knownSale({ store }: AppDeps, merchantId: string, saleId: string): Promise<Sale> {
  const sale = await store.sales.get(merchantId, saleId);
  if (!sale) throw new Problem('sale_not_found');
  return sale;
}

/** The customer named, or found or made by what identifies them. Only the id goes further than here. */
async function claimant(deps: AppDeps, call: Call<unknown, z.output<typeof claimSchema>>): Promise<string> {
  const { merchantId } = call;
  const { customerId, name = null, document = null, phone, email } = call.body;
  if (customerId !== undefined) {
    if (!(await deps.store.customers.get(merchantId, customerId))) throw new Problem('customer_not_found');
    return customerId;
  }
  const said = {
    externalKey: null,
    name,
    document,
    phones: phone === undefined ? [] : [phone],
    emails: email === undefined ? [] : [email],
    birthDate: null,
  };
  const { contact } = examineContact(said, await deps.store.merchants.standIns(merchantId));
  if (!contact) throw invalidField('document', NOBODY);
  return (await recogniseAtCounter(deps, call, contact)).customerId;
}

const NOBODY =
  'Estes dados não identificam ninguém. Confira o CPF ou CNPJ, ou informe um telefone ou e-mail válido.';

function returnRequest(acting: Acting, body: z.output<typeof returnGoodsSchema>): ReturnRequest {
  const items = (body.items ?? []).map(({ sku, quantity = null }) => ({ sku, quantity }));
  return {
    amountCents: body.amountCents ?? null,
    items,
    reason: body.reason ?? null,
    ...acting,
  };
}
