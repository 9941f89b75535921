import { countedForMonth } from '../ledger';
import type { Book, Grant } from '../ledger';
import type { Program, Rule } from '../program';
import { isLive } from '../sale';
import { monthOfSale } from './sale-record';
import type { SaleRecord } from './sale-record';

/** What a program's rules look at besides the sale itself: loading anything else would be waste. */
export interface FactsNeeded {
  firstPurchase: boolean;
  segments: boolean;
  /** Some rule has a cap per customer and month. */
  month: boolean;
  /** Rules with a budget. */
  budgets: Rule[];
}

/** What has to be known of other sales to calculate one; read under its customer's lock. */
export interface UsageRequest {
  /** The sale that is calculated, which does not count itself. */
  saleId: string;
  /** Local month `YYYY-MM` whose grants count for caps (R14); null: no rule has one. */
  month: string | null;
  budgets: readonly Pick<Rule, 'id' | 'grant'>[];
  firstPurchase: boolean;
}

/** What was found. `budget` by rule id, `month` the customer's other grants of that month. */
export interface Usage {
  month: readonly Grant[];
  budget: Readonly<Record<string, number>>;
  /** The customer has no other purchase (R17); true where it was not asked. */
  firstPurchase: boolean;
}

/** What is said of caps, budgets and earlier purchases where nobody has asked. */
export const NOTHING_USED: Usage = { month: [], budget: {}, firstPurchase: true };

/**
 * What the program's caps and budgets have been used for by other sales. By rule id; absent: nothing. A budget counts
 * what the sales deserve: net of returns, not of expiry (R15).
 */
export interface RuleUsage {
  month: Readonly<Record<string, number>>;
  budget: Readonly<Record<string, number>>;
}

/** What the rules of a program look at. */
export function factsNeeded({ earning: { rules } }: Program): FactsNeeded {
  return {
    firstPurchase: rules.some(({ when }) => when?.firstPurchase !== undefined),
    segments: rules.some(({ when }) => when?.segment !== undefined),
    month: rules.some(
      (rule) => (rule.capPerCustomerPerMonthCents ?? rule.capPerCustomerPerMonthPoints) !== undefined,
    ),
    budgets: rules.filter((rule) => (rule.budgetCents ?? rule.budgetPoints) !== undefined),
  };
}

/** What has to be known to calculate the sale by the program. A first purchase is asked for once: the answer is pinned (R17). */
export function usageRequest(sale: SaleRecord, program: Program): UsageRequest {
  const { month, budgets, firstPurchase } = factsNeeded(program);
  const pins = [sale.pinned, ...sale.formerPins];
  return {
    saleId: sale.id,
    month: month ? monthOfSale(sale) : null,
    budgets,
    firstPurchase: firstPurchase && !pins.some((pin) => pin?.customerId === sale.customerId),
  };
}

/** Whether the sale counts as a purchase of the customer: live, and calculated as theirs, or withheld, as history is (R17). */
export function isPurchaseOf(
  customerId: string,
  sale: Parameters<typeof isLive>[0] & Pick<SaleRecord, 'customerId' | 'pinned' | 'withheld'>,
): boolean {
  const counts = sale.withheld === true || sale.pinned?.customerId === customerId;
  return sale.customerId === customerId && counts && isLive(sale);
}

/**
 * Sums what a customer's other sales of the month count for the caps of the program's rules, in the rule's own benefit,
 * net of what was taken back (R14). By rule id.
 */
export function monthUsage(program: Program, grants: readonly Grant[]): Record<string, number> {
  const typeOf = new Map(program.earning.rules.map((rule) => [rule.id, rule.grant.type]));
  const byRule = new Map<string, number>();
  for (const grant of grants) {
    if (typeOf.get(grant.ruleId) !== grant.type) continue;
    byRule.set(grant.ruleId, (byRule.get(grant.ruleId) ?? 0) + countedForMonth(grant));
  }
  return Object.fromEntries(byRule);
}

/** The grants as the book has them, where it has them: catching up may have changed some. */
export function asInBook(grants: readonly Grant[], { wallet }: Book): Grant[] {
  const same = (a: Grant, b: Grant): boolean =>
    a.saleId === b.saleId && a.ruleId === b.ruleId && a.type === b.type;
  return grants.map((grant) => wallet.grants.find((other) => same(other, grant)) ?? grant);
}
