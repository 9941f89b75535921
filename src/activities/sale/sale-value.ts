import { isBalance } from '../../loyalty';
import type { Grant, Lot, LotType, Redemption, Sale, SaleBenefit, SaleStatus, Wallet } from '../../loyalty';

/** The value a sale's outcome is read from: the customer's lots and grants of this sale, and its vouchers' open reservations. */
export interface SaleValue {
  lots: readonly Lot[];
  grants: readonly Grant[];
  redemptions: readonly Redemption[];
}

/** What a wallet holds of one sale. */
export function valueOf(wallet: Wallet, saleId: string): SaleValue {
  const lots = wallet.lots.filter((lot) => lot.saleId === saleId);
  const codes = lots.flatMap(({ voucher }) => (voucher ? [voucher.code] : []));
  return {
    lots,
    grants: wallet.grants.filter((grant) => grant.saleId === saleId),
    redemptions: wallet.redemptions.filter(
      ({ voucherCode, state }) => state === 'reserved' && voucherCode !== null && codes.includes(voucherCode),
    ),
  };
}

type StatusFields = Pick<
  SaleBenefit,
  'status' | 'earnedCents' | 'earnedPoints' | 'earnedVouchers' | 'activatesAt' | 'expiresAt'
>;

/** The sale's state as its value has it, for storing with it. */
export function statusFields(sale: Sale, value: SaleValue): StatusFields {
  const own = value.grants.filter(({ customerId }) => customerId === sale.owner.customerId);
  return {
    status: statusOf(sale, value.lots),
    earnedCents: heldOf(own, 'cashback'),
    earnedPoints: heldOf(own, 'points'),
    earnedVouchers: own.filter((grant) => !isBalance(grant.type) && grant.granted > grant.taken).length,
    ...datesOf(value.lots),
  };
}

function heldOf(grants: readonly Grant[], type: LotType): number {
  return grants
    .filter((grant) => grant.type === type)
    .reduce((sum, grant) => sum + grant.granted - grant.taken, 0);
}

/** The first activation and the last end of what was not taken back. */
function datesOf(lots: readonly Lot[]): Pick<SaleBenefit, 'activatesAt' | 'expiresAt'> {
  const kept = lots.filter((lot) => lot.amount > lot.buckets.reversed);
  if (kept.length === 0) return { activatesAt: null, expiresAt: null };
  const ends = kept.map(({ expiresAt }) => expiresAt);
  return {
    activatesAt: Math.min(...kept.map(({ activatesAt }) => activatesAt)),
    expiresAt: ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0)),
  };
}

function statusOf(sale: Sale, lots: readonly Lot[]): SaleStatus {
  if (sale.source.status === 'refused') return 'refused';
  if (sale.source.status === 'cancelled' || sale.source.status === 'missing') return 'cancelled';
  if (sale.source.status === 'open') return 'waiting';
  if (sale.purchase.duplicateOf !== null) return 'duplicate';
  if (sale.purchase.reviewId !== null) return 'in_review';
  if (sale.purchase.tellings.some(({ cancelled }) => cancelled)) return 'cancelled';
  if (sale.owner.customerId === null) return 'unidentified';
  const holds = (bucket: keyof Lot['buckets']): boolean => lots.some((lot) => lot.buckets[bucket] > 0);
  if (holds('active') || holds('reserved')) return 'active';
  if (holds('pending')) return 'pending';
  if (holds('spent')) return 'used';
  if (holds('expired')) return 'expired';
  return holds('reversed') ? 'used' : 'no_benefit';
}
