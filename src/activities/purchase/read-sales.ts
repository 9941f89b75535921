import { LONGEST_CHAIN } from '../../loyalty';
import type { KnownSales, PairReview, Sale } from '../../loyalty';
import { reviewIdOf } from '../../ids';
import type { Store } from '../../store';

/** The sales with these ids, and those that they count by in their turn, as far as chains are followed; and `sale` itself. */
export async function readSales(store: Store, sale: Sale, ids: readonly string[]): Promise<KnownSales> {
  const known = new Map([[sale.id, sale]]);
  let wanted = [...ids];
  for (let hops = 0; wanted.length > 0 && hops <= LONGEST_CHAIN; hops += 1) {
    const unread = [...new Set(wanted)].filter((id) => !known.has(id));
    const read = await Promise.all(unread.map((id) => store.sales.get(sale.merchantId, id)));
    const found = read.filter((one) => one !== null);
    for (const one of found) known.set(one.id, one);
    wanted = found.flatMap(({ purchase }) => purchase.duplicateOf ?? []);
  }
  return known;
}

/** What a person was asked, or has decided, about the two sales. */
export async function readReview(
  store: Store,
  { merchantId, id }: Sale,
  otherId: string,
): Promise<PairReview> {
  const subjects = [id, otherId] as const;
  const review = await store.reviews.of({ merchantId, kind: 'same_sale', subjects });
  return review ?? { id: reviewIdOf(merchantId, 'same_sale', subjects), state: 'unasked', decision: null };
}
