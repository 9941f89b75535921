import { requestDigest } from '../../ids';
import { CLAIM_WINDOW_MS, isClaimedBy, Refusal } from '../../loyalty';
import type { MovedBy } from '../../loyalty';
import type { ClaimRequest, SaleInput } from '../../workflows';
import type { WaitedCall } from '../../store';
import { currentInstant, spoken, waitedCall } from '../runtime';
import type { ActivityDeps } from '../runtime';
import type { ChangeSale } from './return-goods';
import { createSettleBenefit } from './settle-benefit';

/** Gives a sale without a customer to one, within a window, and settles: the benefit is available from the claim on (R28). */
export function createClaimSale(deps: ActivityDeps): ChangeSale<ClaimRequest> {
  const { store } = deps;
  const settle = createSettleBenefit(deps);

  async function claim(
    { merchantId, saleId }: SaleInput,
    request: ClaimRequest,
    { operator, keyId }: MovedBy,
    waited: WaitedCall,
  ): Promise<number> {
    const callId = waited.id;
    const sale = await store.sales.get(merchantId, saleId);
    if (!sale) throw new Refusal('sale_not_found');
    const { customerId } = request;
    const claimant = await store.customers.current(merchantId, customerId);
    const digest = requestDigest(request);
    if (isClaimedBy(sale, { id: callId, digest, customerId: claimant?.id ?? customerId }))
      return sale.purchase.returnedCents;
    if (sale.owner.customerId !== null) throw new Refusal('invalid_request', { saleOwner: 'known' });
    if (sale.source.status === 'cancelled' || sale.source.status === 'missing')
      throw new Refusal('invalid_request', { saleStatus: sale.source.status });
    const now = currentInstant();
    if (now >= (sale.source.completedAt ?? sale.createdAt) + CLAIM_WINDOW_MS)
      throw new Refusal('claim_window_closed');
    const patch = {
      owner: { customerId, claimedAt: now, claimCall: callId, claimRequest: digest },
      benefit: { nextAt: now },
    };
    const by = { operator: operator ?? null, keyId: keyId ?? null };
    const event = { at: now, event: 'claimed', text: 'Venda assumida por um cliente', by };
    await store.sales.change({ sale, patch, event }, waited);
    return sale.purchase.returnedCents;
  }

  return async (input, request, callId, validUntil) => {
    const { customerId } = request;
    if (!(await store.customers.get(input.merchantId, customerId))) throw new Refusal('customer_not_found');
    const { by } = await spoken(store, input.merchantId, callId, request);
    const returnedCents = await claim(input, request, by, waitedCall(callId, validUntil));
    const outcome = await settle(input, by);
    const receipt = { saleId: input.saleId, customerId, amountCents: 0, returnedCents };
    return { receipt, outcome, wake: [] };
  };
}
