import type { Sale } from './sale';

/** The ids under which the purchase is stored: the sale's own, and those of other sources' tellings that count by it. */
export function purchaseIds({ id, purchase }: Pick<Sale, 'id' | 'purchase'>): string[] {
  return [...new Set([id, ...purchase.tellings.map(({ saleId }) => saleId)])];
}

/** What names the purchase, each name once: the sale's own names, and those other sources have for it. */
export function purchaseRefs({ source, purchase }: Pick<Sale, 'source' | 'purchase'>): string[] {
  return [...new Set([...source.refs, ...purchase.tellings.flatMap(({ refs }) => refs)])];
}
