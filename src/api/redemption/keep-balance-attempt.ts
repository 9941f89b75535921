import { isIdOfOurs } from '../../ids';
import { actorId } from '../../store';
import type { BalanceAction, Store } from '../../store';
import { triedBy } from '../http';
import type { Attempt, CallOutcome } from '../http';
import { outcomeOf, textIn } from './keep-attempt';

/** Writes down an attempt to use balance, whatever came of it: who, where, how much, and why not. */
export async function keepBalanceAttempt(
  store: Pick<Store, 'counterAttempts'>,
  action: Exclude<BalanceAction, 'use'>,
  { caller, id, body, now }: Attempt,
  outcome: CallOutcome,
): Promise<void> {
  const { merchantId, actor } = caller;
  const said = body as Record<string, unknown> | null;
  const made = (outcome.status < 400 ? outcome.body : {}) as Record<string, unknown>;
  const type = made['type'] ?? said?.['type'];
  await store.counterAttempts.recordBalance({
    merchantId,
    action: action === 'reserve' && said?.['confirm'] === true ? 'use' : action,
    ...outcomeOf(outcome),
    repeated: outcome.replayed,
    customerId: textIn(made, 'customerId') ?? idIn(said, 'customerId'),
    type: type === 'cashback' || type === 'points' ? type : null,
    amount: amountIn(made) ?? amountIn(said),
    saleTotalCents: numberIn(made, 'saleTotalCents') ?? numberIn(said, 'saleTotalCents'),
    saleRef: textIn(made, 'saleRef') ?? textIn(said, 'saleRef'),
    ...triedBy(caller, { operator: textIn(said, 'operator'), storeId: textIn(said, 'storeId') }),
    caller: actorId(actor),
    redemptionId: textIn(made, 'id') ?? (isIdOfOurs(id) ? id : null),
    at: new Date(now),
  });
}

/** What else a call gives as an id may be somebody's document. */
function idIn(from: Record<string, unknown> | null, name: string): string | null {
  const id = from?.[name];
  return typeof id === 'string' && isIdOfOurs(id) ? id : null;
}

function amountIn(from: Record<string, unknown> | null): number | null {
  return numberIn(from, 'amountCents') ?? numberIn(from, 'points');
}

function numberIn(from: Record<string, unknown> | null, name: string): number | null {
  const value = from?.[name];
  return Number.isSafeInteger(value) ? (value as number) : null;
}
