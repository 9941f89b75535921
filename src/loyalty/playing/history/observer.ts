import type { Entry, Redemption } from '../../ledger';
import type { Program } from '../../program';
import type { EvaluatedSale, PinnedFacts } from '../../sale';
import type { RuleUsage, SaleRecord } from '../../entitlement';

/** Everything besides the sale that it was calculated from. */
export interface EvaluatedFrom {
  program: Program;
  naming: readonly Redemption[];
  facts: Pick<PinnedFacts, 'firstPurchase' | 'segments'>;
  usage: RuleUsage;
}

/** Who follows a history while it is played, in place of reading everything at its end. */
export interface HistoryObserver {
  /** Entries, in the order they are posted. */
  posted(entries: readonly Entry[]): void;
  /** A sale has been calculated, or calculated again. */
  evaluated(sale: SaleRecord, result: EvaluatedSale, from: EvaluatedFrom): void;
}
