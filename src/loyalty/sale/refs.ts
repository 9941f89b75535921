import { buyerToldBy } from './consumer-invoice';
import type { Sale } from './sale';

/** Where a sale comes from, and what is known of whose it is. */
interface Told {
  source: Sale['source'];
  owner: Pick<Sale['owner'], 'customerId' | 'identifiedBy'>;
}

/** The ids under which the purchase is stored: the sale's own, and those of other sources' tellings that count by it. */
export function purchaseIds({ id, purchase }: Pick<Sale, 'id' | 'purchase'>): string[] {
  return [...new Set([id, ...purchase.tellings.map(({ saleId }) => saleId)])];
}

/**
 * By which uses may mean the purchase besides its ids (R46). None where its source says who bought, and nobody has looked that up: it is
 * not nobody's, and the one who uses may be a stranger to it.
 */
export function refsOfUses({ source, owner, purchase }: Told & Pick<Sale, 'purchase'>): string[] {
  return isBuyerUnasked({ source, owner }) ? [] : purchaseRefs({ source, purchase });
}

/** Whether the source says who bought, and nobody has looked that up so far. */
export function isBuyerUnasked({ source, owner }: Told): boolean {
  const told = buyerToldBy(source);
  return owner.customerId === null && told !== null && told !== owner.identifiedBy;
}

/** What names the purchase, each name once: the sale's own names, and those other sources have for it. */
export function purchaseRefs({ source, purchase }: Pick<Sale, 'source' | 'purchase'>): string[] {
  return [...new Set([...source.refs, ...purchase.tellings.flatMap(({ refs }) => refs)])];
}
