import type { z } from 'zod';
import { redemptionCents } from '../../loyalty';
import type { Instant, Redemption } from '../../loyalty';
import type { RedemptionReceipt } from '../../workflows';
import { iso, isoOrNull } from '../http';
import type { redemptionSchema } from './redemption-schema';

type RedemptionView = z.output<typeof redemptionSchema>;

/** A redemption's receipt as the API answers it: the amount under the name of its unit. */
export function receiptView(receipt: RedemptionReceipt): RedemptionView {
  const { redemptionId, amount: _amount, discountCents: _discount, left, ...rest } = receipt;
  return { id: redemptionId, ...rest, ...amountFields(receipt), ...leftFields(receipt.type, left) };
}

/** A stored redemption as the clock has it: a reservation past its end has expired, whether or not the timer ran (R1). */
export function redemptionView(redemption: Redemption, now: Instant): RedemptionView {
  const { id, customerId, type, amount } = redemption;
  const { saleTotalCents, freightCents, saleRef, operator, storeId } = redemption;
  const lapsed = redemption.state === 'reserved' && redemption.reservedUntil <= now;
  return receiptView({
    redemptionId: id,
    customerId,
    type,
    amount,
    discountCents: type === 'cashback' ? 0 : redemptionCents(redemption),
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

function leftFields(
  type: RedemptionReceipt['type'],
  left: number | undefined,
): Pick<RedemptionView, 'leftCents' | 'leftPoints'> {
  if (left === undefined || type === 'voucher') return {};
  return type === 'points' ? { leftPoints: left } : { leftCents: left };
}

function amountFields({
  type,
  amount,
  discountCents,
}: RedemptionReceipt): Pick<RedemptionView, 'amountCents' | 'points' | 'discountCents'> {
  switch (type) {
    case 'cashback':
      return { amountCents: amount };
    case 'points':
      return { points: amount, ...(discountCents > 0 ? { discountCents } : {}) };
    case 'voucher':
      return { discountCents };
  }
}
