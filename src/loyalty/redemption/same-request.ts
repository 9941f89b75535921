import type { Redemption } from '../ledger';
import { Refusal } from '../basis';
import type { UseOfBalance } from './reserve';

/** A call about a use: its id, the digest of its request, and what of the request a use keeps. */
export interface UseCall {
  id: string;
  digest: string;
  said: Partial<Pick<Redemption, 'customerId' | Exclude<keyof UseOfBalance, 'confirm'>>>;
}

/** The call of a reservation, whose id is that of what it makes. */
export function balanceCall(id: string, digest: string, asked: UseOfBalance): UseCall {
  const { type, amount, saleTotalCents, freightCents, saleRef, operator, storeId } = asked;
  return { id, digest, said: { type, amount, saleTotalCents, freightCents, saleRef, operator, storeId } };
}

/** A call about a use of a voucher. A reservation let go or undone names no total, and need not name the sale. */
export function voucherCall(
  id: string,
  digest: string,
  asked: { saleTotalCents: number | null; saleRef: string | null } & Pick<Redemption, 'operator' | 'storeId'>,
): UseCall {
  const { saleTotalCents, saleRef, operator, storeId } = asked;
  return { id, digest, said: saleTotalCents === null ? {} : { saleTotalCents, saleRef, operator, storeId } };
}

/** The use that a call has already made or moved, whatever has become of it since. */
export function usedBy(uses: readonly Redemption[], { id }: Pick<UseCall, 'id'>): Redemption | undefined {
  return uses.find((use) => keptCall(use, id));
}

/** Refuses a call whose key has made or moved this use by another request. @throws Refusal `idempotency_key_reused` */
export function refuseOtherRequest(use: Redemption, call: UseCall): void {
  const kept = keptCall(use, call.id)?.request;
  if (kept === undefined ? !saysTheSame(use, call) : kept !== call.digest)
    throw new Refusal('idempotency_key_reused');
}

/** What a use keeps of a call that has made or moved it. */
function keptCall({ id, request, lastCall, lastRequest, formerCalls = [] }: Redemption, callId: string) {
  const calls = [{ id, request }, ...formerCalls, { id: lastCall, request: lastRequest }];
  return calls.find((call) => call.id === callId);
}

/** A use older than the digests is compared by what it keeps; a later call may have changed its sale's total. */
function saysTheSame(use: Redemption, { id, said }: UseCall): boolean {
  const { saleTotalCents, saleRef, ...own } = said;
  const sale = {
    ...(saleRef === undefined ? {} : { saleRef }),
    ...(saleTotalCents === undefined || use.lastCall !== id ? {} : { saleTotalCents }),
  };
  const compared = use.id === id ? { ...own, ...sale } : sale;
  return Object.entries(compared).every(([field, value]) => use[field as keyof Redemption] === value);
}
