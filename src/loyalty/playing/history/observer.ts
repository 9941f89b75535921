import type { CalculatedSale, CalculationBasis } from '../../entitlement';
import type { Entry } from '../../ledger';

/** Who follows a history while it is played, in place of reading everything at its end. */
export interface HistoryObserver {
  /** Entries, in the order they are posted. */
  posted(entries: readonly Entry[]): void;
  /** A sale has been calculated, or calculated again. */
  calculated(sale: CalculatedSale, basis: CalculationBasis): void;
}
