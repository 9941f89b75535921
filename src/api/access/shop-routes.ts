import type { z } from 'zod';
import { ShopTakenError } from '../../store';
import type { Shop } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { Problem } from '../http/problem';
import { newShopSchema, shopChangeSchema, shopExample, shopListSchema, shopSchema } from './shop-schema';

const tag = 'Stores';

/** The merchant's stores: what they are called, by which clock they live, and what of Bling means them. */
export function shopRoutes(deps: AppDeps): Route[] {
  return [list(deps), create(deps), change(deps)];
}

function list(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/stores',
    permission: 'store.look',
    tag,
    summary: 'The merchant’s stores; to whoever is bound to some, those',
    reply: { description: 'All stores', schema: shopListSchema, example: { data: [shopExample] } },
    async answer({ merchantId, caller: { actor } }) {
      const bound = actor.kind === 'person' ? actor.storeIds : null;
      const shops = await deps.store.shops.list(merchantId);
      return { data: shops.filter(({ id }) => bound === null || bound.includes(id)).map(shopView) };
    },
  });
}

function create(deps: AppDeps): Route {
  const { id: _id, ...example } = shopExample;
  return endpoint(deps, {
    method: 'post',
    path: '/v1/stores',
    permission: 'store',
    act: 'store.create',
    tag,
    summary: 'Add a store',
    description: 'No two stores of a merchant have one name, channel or document.',
    body: { schema: newShopSchema, example },
    reply: { status: 201, description: 'The store', schema: shopSchema, example: shopExample },
    refusals: ['store_taken', 'stores_full'],
    async answer({ merchantId, body, now, tell }) {
      const made = await freely(() => deps.store.shops.create(merchantId, body, new Date(now)));
      if (!made) throw new Problem('stores_full');
      tell({ subject: { kind: 'store', id: made.id }, after: fieldsOf(made) });
      return shopView(made);
    },
  });
}

function change(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'patch',
    path: '/v1/stores/{id}',
    permission: 'store',
    act: 'store.change',
    tag,
    summary: 'Change a store',
    body: { schema: shopChangeSchema, example: { name: 'Centro', channels: ['205371', '205372'] } },
    reply: { description: 'The store as it is now', schema: shopSchema, example: shopExample },
    refusals: ['store_not_found', 'store_taken'],
    async answer({ merchantId, id, body, tell }) {
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const changed = await freely(() => deps.store.shops.change(merchantId, id, given));
      if (!changed) throw new Problem('store_not_found');
      tell({
        subject: { kind: 'store', id },
        before: fieldsOf(changed.before),
        after: fieldsOf(changed.after),
      });
      return shopView(changed.after);
    },
  });
}

/** @throws Problem `store_taken` */
async function freely<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ShopTakenError)) throw error;
    throw new Problem('store_taken', { facts: { field: error.field, storeId: error.shopId } });
  }
}

function shopView({ id, name, zone, channels, documents }: Shop): z.output<typeof shopSchema> {
  return { id, name, zone, channels, documents };
}

/** What the audit keeps: nothing of a store tells a person. */
function fieldsOf({
  name,
  zone,
  channels,
  documents,
}: Shop): Pick<Shop, 'name' | 'zone' | 'channels' | 'documents'> {
  return { name, zone, channels, documents };
}
