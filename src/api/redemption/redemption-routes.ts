import type { z } from 'zod';
import { redemptionIdOf, requestDigest } from '../../ids';
import { balanceCall } from '../../loyalty';
import type { Redemption } from '../../loyalty';
import { earlierReservation } from '../../store';
import type { Caller } from '../../store';
import type { ReserveRequest } from '../../workflows';
import type { Acting, AppDeps, Route } from '../http';
import { actedBy, keyIdOf, ownStores, requireOwnStore, sha256, endpoint } from '../http';
import { Problem } from '../http/problem';
import type { ProblemCode } from '../http/problem';
import { keepBalanceAttempt } from './keep-balance-attempt';
import { actedBySchema, redemptionExample, redemptionSchema, reserveSchema } from './redemption-schema';
import { receiptView, redemptionView } from './redemption-view';

const tag = 'Redemptions';

/** Use of balance: reserve, then confirm or release, then perhaps roll back. */
export function redemptionRoutes(deps: AppDeps): Route[] {
  return [
    reserve(deps),
    one(deps),
    act(deps, 'confirm', 'Use what was reserved', ['reservation_expired']),
    act(deps, 'release', 'Let a reservation go', []),
    act(deps, 'rollback', 'Undo a use', ['already_rolled_back', 'rollback_window_closed']),
  ];
}

function reserve(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/redemptions',
    permission: 'counter',
    tag,
    summary: 'Reserve balance for a sale; with confirm use it at once',
    description:
      'The balance that expires soonest is used first. An unconfirmed reservation lets go by itself.',
    body: {
      schema: reserveSchema,
      example: {
        customerId: redemptionExample.customerId,
        type: 'cashback',
        amountCents: 950,
        saleTotalCents: 12900,
        saleRef: '10231',
      },
    },
    reply: {
      status: 201,
      description: 'Reserved, or used',
      schema: redemptionSchema,
      example: { ...redemptionExample, leftCents: 0 },
    },
    refusals: [
      'customer_not_found',
      'below_min_sale',
      'above_max_share',
      'insufficient_balance',
      'request_expired',
    ],
    movesValue: true,
    async answer({ merchantId, caller, body, key }) {
      if (!(await deps.store.customers.get(merchantId, body.customerId)))
        throw new Problem('customer_not_found');
      const input = { merchantId, redemptionId: redemptionIdOf(merchantId, key) };
      const request = reserveRequest(await actedBy(deps.store, caller, body), body);
      const call = balanceCall(input.redemptionId, requestDigest(request), request);
      await earlierReservation(deps.store, merchantId, call, body.customerId);
      return receiptView(await deps.runs.reserve(input, { ...request, keyId: keyIdOf(caller) }));
    },
    witness: (attempt, outcome) => keepBalanceAttempt(deps.store, 'reserve', attempt, outcome),
  });
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/redemptions/{id}',
    permission: 'customer.look',
    tag,
    summary: 'A redemption',
    reply: { description: 'The redemption', schema: redemptionSchema, example: redemptionExample },
    refusals: ['redemption_not_found'],
    async answer({ merchantId, caller, id, now }) {
      const redemption = await deps.store.redemptions.get(merchantId, id);
      if (!redemption || !(await isShown(deps, caller, redemption)))
        throw new Problem('redemption_not_found');
      return redemptionView(redemption, now);
    },
  });
}

function act(
  deps: AppDeps,
  action: 'confirm' | 'release' | 'rollback',
  summary: string,
  refusals: ProblemCode[],
): Route {
  return endpoint(deps, {
    method: 'post',
    path: `/v1/redemptions/{id}/${action}`,
    permission: 'counter',
    tag,
    summary,
    body: { schema: actedBySchema, example: { operator: 'caixa 1' }, optional: true },
    reply: {
      description: 'The redemption as it is now',
      schema: redemptionSchema,
      example: redemptionExample,
    },
    refusals: ['redemption_not_found', ...refusals, 'request_expired'],
    movesValue: true,
    async answer({ merchantId, caller, id, body, key }) {
      const known = await deps.store.redemptions.get(merchantId, id);
      // A voucher is used, let go and undone by its code, on the run of its sale.
      if (!known || known.type === 'voucher') throw new Problem('redemption_not_found');
      await requireOwnStore(deps.store, caller, known);
      const callId = sha256(JSON.stringify([merchantId, id, key]));
      const acting = { ...(await actedBy(deps.store, caller, body)), keyId: keyIdOf(caller) };
      return receiptView(
        await deps.runs[action](
          { merchantId, redemptionId: id, customerId: known.customerId },
          acting,
          callId,
        ),
      );
    },
    witness: (attempt, outcome) => keepBalanceAttempt(deps.store, action, attempt, outcome),
  });
}

/** Whoever is bound to stores is shown what was done in these, or in none. */
async function isShown(
  { store }: AppDeps,
  caller: Caller,
  { storeId }: Pick<Redemption, 'storeId'>,
): Promise<boolean> {
  if (storeId === null) return true;
  const stores = await ownStores(store, caller);
  return stores === null || stores.includes(storeId);
}

function reserveRequest(acting: Acting, body: z.output<typeof reserveSchema>): ReserveRequest {
  return {
    customerId: body.customerId,
    type: body.type,
    amount: body.type === 'cashback' ? body.amountCents : body.points,
    saleTotalCents: body.saleTotalCents,
    freightCents: body.freightCents ?? 0,
    saleRef: body.saleRef ?? null,
    ...acting,
    confirm: body.confirm ?? false,
  };
}
