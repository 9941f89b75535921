import type { z } from 'zod';
import { reasoning } from '../../loyalty';
import type { Sale, SaleContent, SaleItem } from '../../loyalty';
import type { saleSchema } from './sale-schema';

/*
 * The parts that a sale in full and an order that is only looked at (the reference sale) are answered with alike.
 */

type SaleView = z.output<typeof saleSchema>;
type Amounts = 'totalCents' | 'freightCents' | 'otherExpensesCents' | 'discountCents';

/** What the customer owes for a sale, and the parts of it that are no goods; integer cents. */
export function amountsView(sold: Pick<SaleContent, Amounts>): Pick<SaleView, Amounts> {
  const { totalCents, freightCents, otherExpensesCents, discountCents } = sold;
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

/** The reasoning behind a recorded sale's benefit, rule by rule, with what returns have left of it. */
export function explanationView(sale: Sale): SaleView['explanation'] {
  return reasoning(sale).map(({ ruleId, type, outcome, amount, lines }) => ({
    ruleId,
    type,
    outcome,
    amount,
    lines,
  }));
}
