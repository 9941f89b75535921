import type { z } from 'zod';
import { adjustmentIdOf, requestDigest } from '../../ids';
import { adjust, adjustmentKeys, expiryEnd, isEntryOf, walletView } from '../../loyalty';
import type { Adjustment, Instant } from '../../loyalty';
import { lateRefusal } from '../../store';
import type { Caller, ProgramVersion } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, keyIdOf, operatorOf } from '../http';
import { Problem } from '../http/problem';
import { DEFAULT_ZONE } from '../program';
import { adjustmentSchema } from './adjustment-schema';
import { walletExample, walletSchema } from './wallet-schema';

/** Manual credit and debit: written to the ledger at once, once for each key, with the reason. */
export function adjustmentRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/customers/{id}/adjustments',
      permission: 'adjustment',
      act: 'adjustment.make',
      tag: 'Customers',
      summary: 'Credit or debit by hand, with a reason',
      description:
        'A credit is usable at once, with the validity of the current program, and pays debt first. A debit never goes below zero.',
      body: {
        schema: adjustmentSchema,
        example: { type: 'cashback', cents: 500, reason: 'Brinde de aniversário' },
      },
      reply: {
        status: 201,
        description: 'The wallet after it',
        schema: walletSchema,
        example: walletExample,
      },
      refusals: ['customer_not_found', 'insufficient_balance', 'request_expired'],
      movesValue: true,
      async answer({ merchantId, caller, id, body, key, now, tell }) {
        const version = await deps.store.programs.current(merchantId);
        const adjustment = newAdjustment(adjustmentIdOf(merchantId, id, key), caller, body, version, now);
        const done = await isDone(deps, merchantId, adjustment);
        const validUntil = now + deps.config.callDeadlineMs;
        const wallet = await deps.store.wallets.change(
          merchantId,
          id,
          { vouchers: true },
          now,
          (book, at) => {
            // Others may have held the wallet for long, and the caller has gone by then.
            if (!done && deps.now() >= validUntil) throw lateRefusal({ validUntil });
            if (!done) adjust(book, adjustment, at);
            return { result: walletView(book.wallet, at) };
          },
        );
        // A balance of which nobody knew may be told of.
        await deps.store.followUpPlans.changed(merchantId, id);
        const { type, amount } = adjustment;
        tell({ subject: { kind: 'customer', id }, after: { adjustmentId: adjustment.id, type, amount } });
        return wallet;
      },
    }),
  ];
}

/**
 * Whether the movement was made before: after a crash, or long after its answer was forgotten, a repetition changes nothing.
 * @throws Problem `idempotency_key_reused` where its key has made another
 */
async function isDone({ store }: AppDeps, merchantId: string, adjustment: Adjustment): Promise<boolean> {
  const { credit, debit } = adjustmentKeys(adjustment.id);
  const [made] = await store.ledger.entries(merchantId, [credit, debit]);
  if (made && !isEntryOf(adjustment, made)) throw new Problem('idempotency_key_reused');
  return made !== undefined;
}

function newAdjustment(
  id: string,
  caller: Caller,
  body: z.output<typeof adjustmentSchema>,
  version: ProgramVersion | null,
  now: Instant,
): Adjustment {
  const zone = version?.program.timezone ?? DEFAULT_ZONE;
  const operator = operatorOf(caller, body);
  const keyId = keyIdOf(caller);
  return {
    id,
    type: body.type,
    amount: body.type === 'cashback' ? body.cents : body.points,
    ...(operator === null ? {} : { operator }),
    ...(keyId === null ? {} : { keyId }),
    reason: body.reason,
    zone,
    programVersion: version?.version ?? null,
    expiresAt: expiryEnd(now, version?.program.expiry, zone),
    request: requestDigest(body),
  };
}
