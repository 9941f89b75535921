import type { CalculatedSale, CalculationBasis } from '../../entitlement';
import type { HistoryObserver } from '../history';
import { isBalance } from '../../ledger';
import type { BenefitType, Entry } from '../../ledger';
import type { Program } from '../../program';
import { cuttable, measureCuts } from './cuts';
import type { Cuts } from './cuts';
import { Liability } from './liability';
import type { Month } from './liability';

/** What a rule came to on one sale to which it applied. */
export interface RuleNote extends Cuts {
  ruleId: string;
  /** The face value of the voucher it gives (R16); 0 for other benefits. */
  faceCents: number;
}

/** Follows a history as it is played, and keeps what its final state no longer shows: liabilities by month, cuts, adjustments. */
export class Tally implements HistoryObserver {
  readonly liability: Liability;
  readonly adjusted: Record<BenefitType, number> = { cashback: 0, points: 0 };
  /** By sale id, as last calculated. */
  readonly notes = new Map<string, RuleNote[]>();
  private readonly cuttable: ReturnType<typeof cuttable>;

  constructor(program: Program, months: readonly Month[]) {
    this.liability = new Liability(months);
    this.cuttable = cuttable(program);
  }

  posted(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.liability.add(entry);
      if (!isBalance(entry.benefit)) continue;
      const amount = entry.moves.reduce((sum, move) => sum + move.amount, 0);
      if (entry.type === 'ADJUST_CREDIT') this.adjusted[entry.benefit] += amount;
      if (entry.type === 'ADJUST_DEBIT') this.adjusted[entry.benefit] -= amount;
    }
  }

  /** Of the reasoning only this is kept: its words would take more memory than everything else. */
  calculated(sale: CalculatedSale, basis: CalculationBasis): void {
    const { evaluated } = sale;
    this.notes.set(
      sale.id,
      evaluated.explanation.flatMap(({ ruleId, type, outcome, amount }): RuleNote[] => {
        if (ruleId === null || outcome === 'not_matched') return [];
        const limited = outcome === 'passed_over' ? undefined : this.cuttable.get(ruleId);
        const cuts = limited ? measureCuts(limited, amount, sale, basis) : { byCaps: 0, byBudget: 0 };
        return [{ ruleId, ...cuts, faceCents: type === 'voucher' ? amount : 0 }];
      }),
    );
    evaluated.explanation = [];
  }
}
