import type { Instant, Zone } from '../instant';
import type { BenefitType } from './lot';

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

/** A use of balance: reserve, then confirm or release, then perhaps roll back. Amount in the benefit's unit. */
export interface Redemption {
  id: string;
  customerId: string;
  type: BenefitType;
  amount: number;
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
  saleRef: string | null;
  operator: string | null;
  storeId: string | null;
}

/** What a redemption is worth in money: cashback at its cents, points at their value when they were reserved. */
export function redemptionCents(redemption: Pick<Redemption, 'type' | 'amount' | 'terms'>): number {
  return redemption.type === 'cashback'
    ? redemption.amount
    : redemption.amount * redemption.terms.pointValueCents;
}
