import { examineContact } from '../../loyalty';
import { postedHint } from '../../runs';
import type { AppDeps, Route } from '../http';
import { endpoint, readInput } from '../http';
import { merchantZone } from '../program';
import { recognise } from '../customer';
import { readPostedSale } from './read-posted-sale';
import { postedSaleAt, postedSaleExample, postedSaleSchema } from './posted-sale-schema';
import { saleExample } from './sale-example';
import { saleSchema } from './sale-schema';
import { inFull } from './sale-routes';

/** Sales that a channel sends by itself: e-commerce, point of sale, manual entry. */
export function postedSaleRoutes(deps: AppDeps): Route[] {
  const { store, runs } = deps;
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/sales',
      tag: 'Sales',
      summary: 'A sale from e-commerce, point of sale, import or manual entry',
      description:
        'Identity is channel and externalId: told again it is the same sale, settled by what it now says. The benefit follows within seconds; read the sale to see it.',
      body: {
        schema: postedSaleSchema,
        example: postedSaleExample,
        read: (json) => readInput(postedSaleAt(deps.now()), json),
      },
      reply: {
        status: 201,
        description: 'The sale as it is known now',
        schema: saleSchema,
        example: { ...saleExample, channel: 'pos' },
      },
      movesValue: true,
      async answer({ merchantId, body, now }) {
        const { sale, contact } = readPostedSale(body);
        const at = new Date(now);
        const buyer = contact && examineContact(contact, await store.merchants.standIns(merchantId)).contact;
        const customerId = buyer && (await recognise(deps, merchantId, buyer, at));
        const zone = await merchantZone(store, merchantId);
        const silent = body.silent ?? null;
        const recorded = await store.sales.record(merchantId, { ...sale, customerId, silent }, zone, at);
        // Always, also for what is known already: a repetition heals a call that died before this.
        await runs.saleChanged(recorded, postedHint(recorded));
        return inFull(deps, recorded, now);
      },
    }),
  ];
}
