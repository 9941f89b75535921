import type { SaleRecord } from '../../entitlement';
import type { BenefitState, SalePurchase, SaleSource } from '../../sale';

/** A sale, and what has become of it besides. */
export interface WorldSale {
  record: SaleRecord;
  /** Where it comes from and what it is called there, and which purchase it tells of (R47). */
  source: SaleSource;
  purchase: SalePurchase;
  /** Its place among the sales, by which was told first. */
  told: number;
  /** What its customer had got of it when it was last settled: a sale that has been paid is not held. */
  earned: Pick<BenefitState, 'earnedCents' | 'earnedPoints' | 'earnedVouchers'>;
  /** A customer has taken it over, and its source has named nobody since (R28). */
  claimed: boolean;
  /** The customer the source named when that was last looked up: a claim stands until the source names another one. */
  named: string | null;
  /** Redemptions it has undone. */
  undone: readonly string[];
}
