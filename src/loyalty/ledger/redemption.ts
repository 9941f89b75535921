import type { Instant, Zone } from '../basis';
import type { Program } from '../program';
import { causeOf } from './entry';
import type { Cause } from './entry';
import type { LotType } from './lot';

/** `expired` is a reservation that time let go; `rolled_back` a use that was undone. */
export const REDEMPTION_STATES = ['reserved', 'confirmed', 'released', 'expired', 'rolled_back'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

/** The program's redemption settings as they were at the reservation (R33). Durations are ISO 8601. */
export interface RedemptionTerms {
  reservation: string;
  rollbackWindow: string;
  graceAfterRollback: string;
  pointValueCents: number;
}

/**
 * A use of balance or of a voucher: reserve, then confirm or release, then perhaps roll back. Amount in the benefit's
 * unit; of a voucher, one use.
 */
export interface Redemption {
  id: string;
  customerId: string;
  type: LotType;
  amount: number;
  /** What a voucher takes off the sale; 0 for a use of balance. Which voucher that is, its draw says. */
  discountCents: number;
  state: RedemptionState;
  draws: { lotId: string; amount: number }[];
  reservedAt: Instant;
  /** Exclusive end of the reservation. */
  reservedUntil: Instant;
  confirmedAt: Instant | null;
  closedAt: Instant | null;
  zone: Zone;
  terms: RedemptionTerms;
  saleTotalCents: number;
  freightCents: number;
  /** What staff call the sale that is paid: id, external id or number. */
  saleRef: string | null;
  /**
   * The id of the sale that `saleRef` names, kept once it is known (R46): from the confirmation on, or from when such a sale is
   * first completed. Null: it is not known.
   */
  saleId: string | null;
  /** Of a voucher's use: its place among that voucher's uses, from 1. Null: a use of balance, or older than the field. */
  useNumber: number | null;
  operator: string | null;
  storeId: string | null;
  /** The call that changed it last, so that the same call repeated finds its work done. */
  lastCall: string | null;
  /** Digests of the request that made it and of that of `lastCall`; absent in what is older than they are. */
  request?: string;
  lastRequest?: string;
  /** Those that changed it between the one that made it and `lastCall`, oldest first; absent: none. */
  formerCalls?: { id: string; request?: string }[];
}

/** Whether a redemption is a use of this voucher. */
export function isUseOf({ type, draws }: Pick<Redemption, 'type' | 'draws'>, lotId: string): boolean {
  return type === 'voucher' && draws.some((draw) => draw.lotId === lotId);
}

/** What a redemption is worth in money: cashback at its cents, points at their value when reserved, a voucher at its discount. */
export function redemptionCents(
  redemption: Pick<Redemption, 'type' | 'amount' | 'terms' | 'discountCents'>,
): number {
  switch (redemption.type) {
    case 'cashback':
      return redemption.amount;
    case 'points':
      return redemption.amount * redemption.terms.pointValueCents;
    case 'voucher':
      return redemption.discountCents;
  }
}

/** The cause of what a redemption moves: which, who, where, and by which key. */
export function redemptionCause(
  { id, operator, storeId }: Pick<Redemption, 'id' | 'operator' | 'storeId'>,
  { keyId }: Pick<Cause, 'keyId'>,
): Cause {
  return causeOf({ kind: 'redemption', redemptionId: id, operator, storeId, keyId });
}

/** The program's settings that a redemption keeps from its reservation on (R33). */
export function redemptionTerms({ redemption }: Pick<Program, 'redemption'>): RedemptionTerms {
  const { reservation, rollbackWindow, graceAfterRollback, pointValueCents } = redemption;
  return { reservation, rollbackWindow, graceAfterRollback, pointValueCents };
}
