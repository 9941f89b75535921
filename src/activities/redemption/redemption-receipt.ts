import { redemptionCents } from '../../loyalty';
import type { Redemption } from '../../loyalty';
import type { RedemptionReceipt } from '../../workflows';

/**
 * A redemption as it leaves the engine: ids, amounts and instants only. What somebody typed stays in the store, where whoever
 * answers finds it.
 */
export function redemptionReceipt(redemption: Redemption): RedemptionReceipt {
  const {
    id,
    draws: _draws,
    terms: _terms,
    zone: _zone,
    lastCall: _call,
    saleId: _sale,
    useNumber: _number,
    request: _request,
    lastRequest: _lastRequest,
    formerCalls: _former,
    reservedAt,
    reservedUntil,
    confirmedAt,
    closedAt,
    ...rest
  } = redemption;
  return {
    redemptionId: id,
    ...rest,
    discountCents: redemption.type === 'cashback' ? 0 : redemptionCents(redemption),
    saleRef: null,
    operator: null,
    storeId: null,
    reservedAt: iso(reservedAt),
    reservedUntil: iso(reservedUntil),
    confirmedAt: confirmedAt === null ? null : iso(confirmedAt),
    closedAt: closedAt === null ? null : iso(closedAt),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
