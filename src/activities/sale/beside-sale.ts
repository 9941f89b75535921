import type { Sale } from '../../loyalty';
import type { Message, Store } from '../../store';

/** What is shown with a sale and is not part of it. */
export interface BesideSale {
  /** What was sent about it, oldest first. */
  messages: readonly Message[];
  /** The sale it may be or is the same purchase as; null: none. */
  other: Sale | null;
}

/** Reads what is shown beside a sale. One that nobody was told of and that stands alone costs no read. */
export async function readBeside(store: Store, sale: Sale): Promise<BesideSale> {
  const { merchantId, id, notices, purchase } = sale;
  const told = notices.given.length + notices.postponed.length > 0;
  const messages = told ? await store.messages.ofSale(merchantId, id) : [];
  const otherId = purchase.duplicateOf ?? (await subjectBeside(store, sale));
  return { messages, other: otherId === null ? null : await store.sales.get(merchantId, otherId) };
}

/** The other sale of the pair that a person has to decide about. */
async function subjectBeside(store: Store, { merchantId, id, purchase }: Sale): Promise<string | null> {
  if (purchase.reviewId === null) return null;
  const review = await store.reviews.get(merchantId, purchase.reviewId);
  return review?.subjects.find((subject) => subject !== id) ?? null;
}
