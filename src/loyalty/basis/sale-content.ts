import type { Instant } from './instant';

/** Where a sale came from. */
export const CHANNELS = ['bling', 'ecommerce', 'pos', 'import', 'manual'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * One line of a sale. `totalCents` is the whole line's price after its own discount, before the order's; negative for what is
 * taken back in exchange (R53). `quantity` is at least 1; absent where the source does not tell.
 */
export interface SaleItem {
  sku: string;
  totalCents: number;
  quantity?: number;
  name?: string;
}

/**
 * What was sold, in the words of the rules: the part of a sale that decides what it earns.
 * `totalCents` is what the customer owes, after the order's discount, freight and other expenses included.
 */
export interface SaleContent {
  channel: Channel;
  storeId: string | null;
  soldAt: Instant;
  totalCents: number;
  freightCents: number;
  otherExpensesCents: number;
  discountCents: number;
  items: SaleItem[];
}

/** The goods value T′ of R20: what is left of the total without freight and other expenses, never negative. */
export function goodsCents(
  sale: Pick<SaleContent, 'totalCents' | 'freightCents' | 'otherExpensesCents'>,
): number {
  return Math.max(0, sale.totalCents - sale.freightCents - sale.otherExpensesCents);
}

/** The most that can come back of a sale, in goods value: between the goods and the total counts as everything (R21). */
export function mostReturnableCents(
  sale: Pick<SaleContent, 'totalCents' | 'freightCents' | 'otherExpensesCents'>,
): number {
  return Math.max(0, sale.totalCents, goodsCents(sale));
}

/** Whether something was taken back in exchange: then what is owed, and the goods, may be less than nothing (R53). */
export function hasExchange({ items }: { items: readonly Pick<SaleItem, 'totalCents'>[] }): boolean {
  return items.some(({ totalCents }) => totalCents < 0);
}
