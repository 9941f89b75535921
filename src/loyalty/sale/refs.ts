import type { Sale } from './sale';

/** What names the purchase, each name once: the sale's own names, and those other sources have for it. */
export function purchaseRefs({ source, purchase }: Pick<Sale, 'source' | 'purchase'>): string[] {
  return [...new Set([...source.refs, ...purchase.tellings.flatMap(({ refs }) => refs)])];
}
