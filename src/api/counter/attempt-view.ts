import type { z } from 'zod';
import { parseDuration, redemptionCents, usableThrough } from '../../loyalty';
import type { Instant, Lot, Redemption } from '../../loyalty';
import { isIdOfOurs, isPersonId } from '../../ids';
import { namesOfShop } from '../../store';
import type { CounterAttempt, Customer, Shop } from '../../store';
import { iso, maskedName } from '../http';
import { isProblemCode, Problem } from '../http/problem';
import type { Facts } from '../http/problem';
import { redemptionView } from '../redemption';
import type { counterAttemptSchema } from './attempt-schema';

type View = z.output<typeof counterAttemptSchema>;

/** What is known of the attempts of a page besides themselves, by id. */
export interface AttemptContext {
  redemptions: ReadonlyMap<string, Redemption>;
  /** Vouchers. */
  lots: ReadonlyMap<string, Lot>;
  customers: ReadonlyMap<string, Customer>;
  stores: readonly Shop[];
  /** Labels of the merchant's keys. */
  keys: ReadonlyMap<string, string>;
}

/** Refusals that say nothing of whether it was done. */
const OPEN = new Set(['internal_error', 'service_unavailable', 'outcome_unknown']);

/** An attempt with whose it was, what has become of it, and until when it can be undone. */
export function counterAttemptView(attempt: CounterAttempt, known: AttemptContext, now: Instant): View {
  const { id, at, action, type, codeEnding, saleTotalCents, saleRef, operator, storeId, caller } = attempt;
  const redemption = known.redemptions.get(attempt.redemptionId ?? '');
  const lot = known.lots.get(lotIdOf(attempt, redemption) ?? '');
  const refused = refusalCode(attempt);
  const kind = type ?? redemption?.type ?? null;
  const amount = redemption?.amount ?? attempt.amount;
  return {
    id,
    at: iso(at),
    action: action === 'redeem' ? 'use' : action,
    outcome: refused === null ? 'done' : OPEN.has(refused) ? 'unknown' : 'refused',
    refusal: refused === null ? null : refusalView(refused, attempt.facts),
    type: kind,
    amountCents: kind === 'cashback' ? amount : null,
    points: kind === 'points' ? amount : null,
    discountCents: kind !== 'cashback' && redemption ? redemptionCents(redemption) : null,
    codeEnding,
    customer: customerView(known.customers.get(customerIdOf(attempt, redemption, lot) ?? '')),
    saleTotalCents: redemption?.saleTotalCents ?? saleTotalCents,
    saleRef: redemption?.saleRef ?? saleRef,
    ...{ operator, storeId, storeName: storeName(storeId, known), caller },
    // A person is named by their id, and looked up with all others of an answer.
    callerName: isPersonId(caller) ? caller : (known.keys.get(caller) ?? null),
    redemption: redemption ? useView(redemption, lot, now) : null,
  };
}

/** The voucher that it was about; null: none that is known, or balance. */
export function lotIdOf(attempt: CounterAttempt, redemption: Redemption | undefined): string | null {
  if (attempt.lotId !== null) return attempt.lotId;
  return redemption?.type === 'voucher' ? (redemption.draws[0]?.lotId ?? null) : null;
}

/** Whose it was; null: that is not known. */
export function customerIdOf(
  attempt: CounterAttempt,
  redemption: Redemption | undefined,
  lot: Lot | undefined,
): string | null {
  return redemption?.customerId ?? lot?.customerId ?? attempt.customerId;
}

function customerView(customer: Customer | undefined): View['customer'] {
  return customer ? { id: customer.id, name: maskedName(customer.name) } : null;
}

function storeName(storeId: string | null, { stores }: AttemptContext): string | null {
  if (storeId === null) return null;
  const store =
    stores.find(({ id }) => id === storeId) ?? stores.find((one) => namesOfShop(one).includes(storeId));
  return store?.name ?? (isIdOfOurs(storeId) ? null : storeId);
}

/** Why it was not done, or could not have been; null: it was. */
function refusalCode({ outcome, facts }: CounterAttempt): string | null {
  if (outcome !== 'ok') return outcome;
  const { unusable } = facts;
  return typeof unusable === 'string' ? unusable : null;
}

function refusalView(code: string, facts: Record<string, unknown>): View['refusal'] {
  const known = isProblemCode(code) ? code : 'invalid_request';
  const { title, detail } = new Problem(known, { facts: facts as Facts }).toDocument();
  return { code, title, detail };
}

/** A use as it is now, and how it can still be undone or let go. */
function useView(redemption: Redemption, lot: Lot | undefined, now: Instant): View['redemption'] {
  const { state } = redemptionView(redemption, now);
  const until = state === 'confirmed' ? undoableUntil(redemption) : null;
  const undoable = until !== null && now < until;
  const open = undoable || state === 'reserved';
  return {
    id: redemption.id,
    state,
    undoableUntil: undoable ? iso(until) : null,
    voucherCode: open ? (lot?.voucher?.code ?? null) : null,
  };
}

/** Exclusive (R33). */
function undoableUntil({ confirmedAt, terms, zone }: Redemption): Instant | null {
  return confirmedAt === null ? null : usableThrough(confirmedAt, parseDuration(terms.rollbackWindow), zone);
}
