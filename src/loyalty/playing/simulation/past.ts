import type { Instant, Zone, SaleContent } from '../../basis';
import type { BenefitType, Redemption } from '../../ledger';
/** What became of a sale after it was first completed; `returnedCents` is what came back at that instant, goods value. */
export type PastChange =
  { at: Instant; to: 'completed' | 'cancelled' | 'open' } | { at: Instant; returnedCents: number };

/** A sale that was completed at some time: its content as it is now, and what happened to it since. */
export interface PastSale {
  id: string;
  content: SaleContent;
  zone: Zone;
  /** What redemptions may call it. */
  refs: readonly string[];
  customerId: string | null;
  /** When it first counted as completed. */
  completedAt: Instant;
  claimedAt: Instant | null;
  /** In order of time. */
  changes: readonly PastChange[];
}

/** A use of balance or of a voucher that was confirmed, whether or not it was undone later. */
export type PastUse = Pick<
  Redemption,
  | 'id'
  | 'customerId'
  | 'type'
  | 'amount'
  | 'draws'
  | 'state'
  | 'reservedAt'
  | 'closedAt'
  | 'saleTotalCents'
  | 'freightCents'
  | 'saleRef'
  | 'saleId'
  | 'storeId'
> & {
  /** Its place among all that were undone; null: it was not. One millisecond is no order. */
  undoneAs: number | null;
};

/** A credit or debit by hand; `amount` is signed. */
export interface PastAdjustment {
  customerId: string;
  type: BenefitType;
  amount: number;
  at: Instant;
  /** Its place in the customer's ledger: one millisecond is no order. */
  seq: number;
}
