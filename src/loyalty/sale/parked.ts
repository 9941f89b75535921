import type { Instant } from '../basis';

/** Why a source is not asked any more until somebody puts that right, be it the connection or, `rejected`, the one thing asked for. */
export const PARKED_REASONS = ['unauthorized', 'forbidden', 'unknown_connection', 'rejected'] as const;
export type ParkedReason = (typeof PARKED_REASONS)[number];

/** A sale that is not read until that is put right. What was known of it goes on as it is. */
export interface ParkedSale {
  reason: ParkedReason;
  /** What was asked for and refused: the order, the NFC-e, or the contact of whoever bought. */
  asked: 'order' | 'invoice' | 'contact';
  connectionId: string;
  /** When it was refused along with its connection, for the first time since that answered others. */
  since: Instant;
}
