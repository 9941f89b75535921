import type { Sale } from '../../loyalty';
import type { Reviews } from '../review';
import type { Sales } from '../sale';

/** The sale that this one is, or may be, the same purchase as: where it counts, or the other of the pair in review; null: none. */
export async function otherSaleOf(
  store: { sales: Pick<Sales, 'get'>; reviews: Pick<Reviews, 'get'> },
  { id, merchantId, purchase }: Sale,
): Promise<Sale | null> {
  const { duplicateOf, reviewId } = purchase;
  if (duplicateOf !== null) return store.sales.get(merchantId, duplicateOf);
  const review = reviewId === null ? null : await store.reviews.get(merchantId, reviewId);
  const otherId = review?.subjects.find((subject) => subject !== id);
  return otherId === undefined ? null : store.sales.get(merchantId, otherId);
}
