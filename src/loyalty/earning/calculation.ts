import type { Zone, SaleContent } from '../basis';
import type { GrantType } from '../program';

/** Everything outside the program that decides what a sale earns. */
export interface EarningFacts {
  sale: SaleContent;
  /** The sale's zone (R6): its dates and weekdays are local. */
  zone: Zone;
  /** The part paid with benefit, as R9 counts it. */
  benefitPaidCents: number;
  /** Whether any benefit was spent on this sale (R10); it can be true with a part paid of 0. */
  benefitSpent: boolean;
  /** What was known of the customer when the sale was first calculated (R17). */
  pinned: { firstPurchase: boolean; segments: readonly string[] };
  /** By rule id: earned in the sale's month already, this sale itself left out (R14). Absent: nothing. */
  monthEarned: Readonly<Record<string, number>>;
  /** By rule id: what is left of its budget, as if this sale had earned nothing yet (R15). Absent: all of it. */
  budgetLeft: Readonly<Record<string, number>>;
}

/** What a rule gives: an amount (cents for cashback, points for points), or one voucher of a template (R19). */
export type EarnedGrant =
  | { ruleId: string; type: 'cashback' | 'points'; amount: number }
  | { ruleId: string; type: 'voucher'; template: string };

/**
 * Why a rule gave what it gave. `ruleId` and `type` are null for what concerns the whole sale.
 * - `paid`: it is one of the grants;
 * - `passed_over`: it would have paid `amount`, and `combine` chose another (R16);
 * - `nothing`: it applies and comes to 0 (R12);
 * - `not_matched`: a condition fails; each one that does has a line.
 * `amount` is in the unit of the type; for a voucher, its face value in cents.
 */
export interface RuleExplanation {
  ruleId: string | null;
  type: GrantType | null;
  outcome: 'paid' | 'not_matched' | 'passed_over' | 'nothing';
  amount: number;
  /** pt-BR, one step of the reasoning a line, with its numbers. */
  lines: string[];
}

/** What a sale earns before returns, and the whole reasoning, both in the order of the program's rules. */
export interface Calculation {
  /** The base of the sale as a whole (R8), never negative. */
  baseCents: number;
  grants: EarnedGrant[];
  explanation: RuleExplanation[];
}
