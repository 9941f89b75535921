import type { z } from 'zod';
import type { RuleExplanation, SaleContent, SaleItem } from '../../loyalty';
import type { saleSchema } from './sale-schema';

type SaleView = z.output<typeof saleSchema>;

/*
 * What a sale that has been recorded and an order that is only looked at are answered with alike.
 */

/** What the customer owes for a sale, and the parts of it that are no goods. */
export function amountsView({
  totalCents,
  freightCents,
  otherExpensesCents,
  discountCents,
}: Pick<SaleContent, 'totalCents' | 'freightCents' | 'otherExpensesCents' | 'discountCents'>): Pick<
  SaleView,
  'totalCents' | 'freightCents' | 'otherExpensesCents' | 'discountCents'
> {
  return { totalCents, freightCents, otherExpensesCents, discountCents };
}

/** The lines of a sale; what their source leaves out is absent. */
export function itemsView(items: readonly SaleItem[]): SaleView['items'] {
  return items.map(({ sku, totalCents, quantity, name }) => ({
    sku,
    totalCents,
    ...(quantity == null ? {} : { quantity }),
    ...(name == null ? {} : { name }),
  }));
}

/** The reasoning behind a benefit, rule by rule. */
export function explanationView(rules: readonly RuleExplanation[]): SaleView['explanation'] {
  return rules.map(({ ruleId, type, outcome, amount, lines }) => ({ ruleId, type, outcome, amount, lines }));
}
