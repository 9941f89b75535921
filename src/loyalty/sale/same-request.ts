import { Refusal } from '../basis';
import type { Sale, SaleReturn } from './sale';

/** A call for a return: its id, the digest of its request, and what it says (`amountCents` null: it named lines). */
export interface ReturnCall extends Omit<SaleReturn, 'at' | 'amountCents' | 'request'> {
  digest: string;
  amountCents: number | null;
}

/**
 * The return this call has already made.
 * @throws Refusal `idempotency_key_reused` where its key has made another
 */
export function returnMadeBy({ purchase }: Sale, call: ReturnCall): SaleReturn | undefined {
  const made = purchase.returns.find(({ id }) => id === call.id);
  if (made && !isReturnOf(call, made)) throw new Refusal('idempotency_key_reused');
  return made;
}

/** One that is older than the digests is compared by what it says. */
function isReturnOf(call: ReturnCall, made: SaleReturn): boolean {
  if (made.request !== undefined) return made.request === call.digest;
  const said = call.amountCents === null ? call.items : [];
  return (
    (call.amountCents ?? made.amountCents) === made.amountCents &&
    said.length === made.items.length &&
    said.every(({ sku, quantity }, n) => made.items[n]?.sku === sku && made.items[n].quantity === quantity) &&
    call.operator === made.operator &&
    call.storeId === made.storeId &&
    call.reason === made.reason
  );
}

/**
 * Whether this call has already taken the sale over.
 * @param call `digest` of its request; `customerId`: who the customer it names is by now
 * @throws Refusal `idempotency_key_reused` where its key has done so for another
 */
export function isClaimedBy(
  { owner }: Sale,
  call: { id: string; digest: string; customerId: string },
): boolean {
  if (owner.claimCall !== call.id) return false;
  const same =
    owner.claimRequest === null ? owner.customerId === call.customerId : owner.claimRequest === call.digest;
  if (!same) throw new Refusal('idempotency_key_reused');
  return true;
}
