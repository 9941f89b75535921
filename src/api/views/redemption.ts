import type { z } from 'zod';
import type { Instant, Redemption } from '../../loyalty';
import type { RedemptionReceipt } from '../../workflows';
import type { redemptionSchema } from '../schemas';
import { iso, isoOrNull } from './instants';

type RedemptionView = z.output<typeof redemptionSchema>;

/** A redemption's receipt as the API answers it: the amount under the name of its unit. */
export function receiptView({ redemptionId, amount, ...receipt }: RedemptionReceipt): RedemptionView {
  return {
    id: redemptionId,
    ...receipt,
    ...(receipt.type === 'cashback' ? { amountCents: amount } : { points: amount }),
  };
}

/** A stored redemption as the clock has it: a reservation past its end has expired, whether or not the timer ran (R1). */
export function redemptionView(redemption: Redemption, now: Instant): RedemptionView {
  const { id, customerId, type, amount, saleTotalCents, freightCents, saleRef, operator, storeId } =
    redemption;
  const lapsed = redemption.state === 'reserved' && redemption.reservedUntil <= now;
  return receiptView({
    redemptionId: id,
    customerId,
    type,
    amount,
    state: lapsed ? 'expired' : redemption.state,
    reservedAt: iso(redemption.reservedAt),
    reservedUntil: iso(redemption.reservedUntil),
    confirmedAt: isoOrNull(redemption.confirmedAt),
    closedAt: isoOrNull(lapsed ? redemption.reservedUntil : redemption.closedAt),
    saleTotalCents,
    freightCents,
    saleRef,
    operator,
    storeId,
  });
}
