import type { Instant, Zone } from '../basis';
import type { ClawbackPolicy } from './clawback';
import type { MovedBy } from './entry';
import type { BenefitType } from './lot';
import type { VoucherFace } from './voucher-face';

/** When a sale's benefit can be used: the end of the holding period and of the validity. */
export interface BenefitDates {
  activatesAt: Instant;
  expiresAt: Instant | null;
  /** Of what its customer is to be reminded: see `Lot`. */
  fairUntil?: Instant;
}

/**
 * What a sale deserves of one rule, after returns (R20). A voucher's amount counts uses; its dates are its own, and its
 * code is used only where the voucher does not exist yet.
 */
export type Deserved =
  | { ruleId: string; type: BenefitType; amount: number }
  | { ruleId: string; type: 'voucher'; amount: number; face: VoucherFace };

/** The order to the ledger: what one customer should have of one sale as it now is. */
export interface SaleSettlement {
  saleId: string;
  programVersion: number;
  zone: Zone;
  /** Local month of the sale, `YYYY-MM`. */
  month: string;
  policy: ClawbackPolicy;
  /** Empty where the customer deserves nothing: sale not completed, cancelled, or somebody else's. */
  deserved: Deserved[];
  /** Who has just changed the sale by a call; absent: nobody. */
  by?: MovedBy;
  /** When what is granted can be used: by the sale's dates, or from now where those have lapsed (R22). */
  dates(deserved: Deserved, from: 'sale' | 'now'): BenefitDates;
}
