import type { Cause, Redemption } from '../../loyalty';
import type { ActedBy, RedemptionReceipt } from '../../workflows';

/** A redemption as it leaves the engine: ids, amounts and instants only. */
export function receiptOf(redemption: Redemption): RedemptionReceipt {
  const {
    id,
    draws: _draws,
    terms: _terms,
    zone: _zone,
    voucherCode: _code,
    lastCall: _call,
    reservedAt,
    reservedUntil,
    confirmedAt,
    closedAt,
    ...rest
  } = redemption;
  return {
    redemptionId: id,
    ...rest,
    reservedAt: iso(reservedAt),
    reservedUntil: iso(reservedUntil),
    confirmedAt: confirmedAt === null ? null : iso(confirmedAt),
    closedAt: closedAt === null ? null : iso(closedAt),
  };
}

/** Who moved a redemption, for its entries. */
export function causeOf(redemptionId: string, { operator, storeId }: ActedBy): Cause {
  return {
    kind: 'redemption',
    redemptionId,
    ...(operator === null ? {} : { operator }),
    ...(storeId === null ? {} : { storeId }),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
