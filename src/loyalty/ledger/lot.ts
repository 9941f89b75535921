import type { Instant, Zone } from '../basis';
import type { VoucherFace } from './voucher-face';

/** What a balance is made of: cashback in cents, points as integers. */
export const BENEFIT_TYPES = ['cashback', 'points'] as const;
export type BenefitType = (typeof BENEFIT_TYPES)[number];

/** What a lot can hold: a balance, or the uses of one voucher. */
export const LOT_TYPES = [...BENEFIT_TYPES, 'voucher'] as const;
export type LotType = (typeof LOT_TYPES)[number];

/** Whether a type is counted in a balance, which a customer can also owe. */
export function isBalance(type: LotType): type is BenefitType {
  return type !== 'voucher';
}

/** Where a lot's amount can lie. Every unit of a lot is in exactly one bucket. */
export const BUCKETS = ['pending', 'active', 'reserved', 'spent', 'expired', 'reversed'] as const;
export type Bucket = (typeof BUCKETS)[number];

/**
 * An amount earned at once. `amount` is always the sum of its buckets; cents for cashback, points for points, uses for a
 * voucher.
 */
export interface Lot {
  id: string;
  customerId: string;
  type: LotType;
  /** The sale and rule that earned it; null for a manual credit. */
  saleId: string | null;
  ruleId: string | null;
  programVersion: number | null;
  /** Which lot of its sale and rule this is, from 1 (R22). */
  revision: number;
  zone: Zone;
  createdAt: Instant;
  activatesAt: Instant;
  /** Exclusive end of use; null: never. */
  expiresAt: Instant | null;
  /** Fair expiry: where its reminder is still owed when it would end, it goes on until then, once. Absent: none is owed, or no more. */
  fairUntil?: Instant;
  /** What a voucher is and is worth; null for a balance. */
  voucher: VoucherFace | null;
  amount: number;
  buckets: Record<Bucket, number>;
}

/** A lot that is to be made; its amount arrives with the entry that issues it. */
export type NewLot = Omit<Lot, 'amount' | 'buckets'>;

/** A lot that holds nothing yet. */
export function emptyLot(lot: NewLot): Lot {
  return {
    ...lot,
    amount: 0,
    buckets: { pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 },
  };
}

/** A lot is open while something of it can still change by time or use. */
export function isOpen(lot: Lot): boolean {
  return lot.buckets.pending + lot.buckets.active + lot.buckets.reserved > 0;
}

/** When a lot ends as things stand: later than it says, where its reminder is still owed. */
export function endAsThingsStand({ expiresAt, fairUntil = 0 }: Lot): Instant | null {
  return expiresAt === null ? null : Math.max(expiresAt, fairUntil);
}

/** Order of use: soonest expiry first (never last), then earliest activation, then lot id. */
export function byConsumption(a: Lot, b: Lot): number {
  const end = (lot: Lot): number => lot.expiresAt ?? Number.POSITIVE_INFINITY;
  if (end(a) !== end(b)) return end(a) < end(b) ? -1 : 1;
  if (a.activatesAt !== b.activatesAt) return a.activatesAt - b.activatesAt;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
