import { patched } from '../../../src/loyalty';
import type { Sale, SalePatch } from '../../../src/loyalty';

/** What a test wants otherwise of a sale: fields of its parts, and what belongs to no part. */
export type SaleVariation = SalePatch & Partial<Omit<Sale, keyof SalePatch>>;

export function varied(sale: Sale, change: SaleVariation): Sale {
  const { source, content, owner, purchase, benefit, notices } = patched(sale, change);
  return { ...sale, ...change, source, content, owner, purchase, benefit, notices };
}
