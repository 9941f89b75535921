import { isPersonId } from '../../ids';
import { localDate, moveDate, startOfDate } from '../../loyalty';
import { namesOfShop } from '../../store';
import type { CounterAttempt } from '../../store';
import type { AppDeps, Route } from '../http';
import { actedBy, endpoint, ownStores, placeAfter, readPlace } from '../http';
import { merchantZone } from '../program';
import { attemptQuerySchema, counterAttemptExample, counterAttemptListSchema } from './attempt-schema';
import { counterAttemptView, customerIdOf, lotIdOf } from './attempt-view';
import type { AttemptContext } from './attempt-view';

/** What was tried at the counters on a day. */
export function attemptRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/attempts',
      permission: 'attempt.read',
      tag: 'Counter',
      summary: 'What was tried at the counters on a day: done, refused and undone',
      description:
        'Uses of balance and of vouchers, newest first: by whom and where, why it was refused, and until when it can be undone. A call that is repeated under its key stands there once.',
      query: attemptQuerySchema,
      reply: {
        description: 'A page of the day',
        schema: counterAttemptListSchema,
        example: {
          day: '2026-11-20',
          timezone: 'America/Sao_Paulo',
          data: [counterAttemptExample],
          next: null,
        },
      },
      async answer({ merchantId, caller, query, now }) {
        const { day, storeId: asked, everywhere, limit, before } = query;
        const { storeId } = await actedBy(deps.store, caller, { storeId: asked ?? null });
        const shop = storeId === null ? null : await deps.store.shops.meant(merchantId, storeId);
        const timezone = shop?.zone ?? (await merchantZone(deps.store, merchantId));
        const date = day ?? localDate(now, timezone);
        const there = storeId === null ? null : shop ? namesOfShop(shop) : [storeId];
        const stores = everywhere === 'true' ? await ownStores(deps.store, caller) : there;
        const filter = {
          from: new Date(startOfDate(date, timezone)),
          until: new Date(startOfDate(moveDate(date, { months: 0, days: 1 }), timezone)),
          ...(stores === null ? {} : { stores }),
        };
        const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
        const attempts = await deps.store.counterAttempts.list(merchantId, filter, page);
        const known = await contextOf(deps, merchantId, attempts);
        return {
          day: date,
          timezone,
          data: attempts.map((attempt) => counterAttemptView(attempt, known, now)),
          next: placeAfter(attempts, limit, ({ at }) => at),
        };
      },
    }),
  ];
}

/** Everything that the attempts of a page name, each kind read at once. */
async function contextOf(
  { store }: AppDeps,
  merchantId: string,
  attempts: readonly CounterAttempt[],
): Promise<AttemptContext> {
  const hasStores = attempts.some(({ storeId }) => storeId !== null);
  const hasKeys = attempts.some(({ caller }) => !isPersonId(caller));
  const [used, stores, keys] = await Promise.all([
    store.redemptions.some(merchantId, each(attempts.map(({ redemptionId }) => redemptionId))),
    hasStores ? store.shops.list(merchantId) : [],
    hasKeys ? store.merchants.keys(merchantId) : [],
  ]);
  const redemptions = byId(used);
  const useOf = ({ redemptionId }: CounterAttempt) => redemptions.get(redemptionId ?? '');
  const lotIds = attempts.map((one) => lotIdOf(one, useOf(one)));
  const lots = byId(await store.wallets.vouchers(merchantId, each(lotIds)));
  const customerIds = attempts.map((one, at) => customerIdOf(one, useOf(one), lots.get(lotIds[at] ?? '')));
  const customers = await store.customers.some(merchantId, each(customerIds));
  const labels = new Map(keys.map(({ id, label }) => [id, label]));
  return { redemptions, lots, customers, stores, keys: labels };
}

function byId<Some extends { id: string }>(all: readonly Some[]): Map<string, Some> {
  return new Map(all.map((one) => [one.id, one]));
}

/** Ids that are there, each once. */
function each(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
