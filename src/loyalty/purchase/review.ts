import type { Sale } from '../sale';
import { saleMark } from './mark';

/** What a person was asked, or has decided, about a pair of sales. Each pair is asked about once, whatever changes later. */
export interface PairReview {
  /** The id the pair's review has, or will have once it is opened. */
  id: string;
  state: 'unasked' | 'open' | 'resolved';
  decision: 'same' | 'distinct' | null;
}

/** A pair that a person has to be asked about. */
export interface PairQuestion {
  reviewId: string;
  /** Ids of the two sales. */
  subjects: readonly [string, string];
  /** What is shown to whoever decides: ids, numbers and amounts only. */
  facts: Record<string, unknown>;
}

/** The question whether `sale` tells of the purchase that counts as `root`. `reasons` in pt-BR. */
export function pairQuestion(
  sale: Sale,
  root: Sale,
  reasons: readonly string[],
  reviewId: string,
): PairQuestion {
  const facts = { reasons, sales: [shown(root), shown(sale)] };
  return { reviewId, subjects: [sale.id, root.id], facts };
}

function shown(sale: Sale): Record<string, unknown> {
  const { channel, externalId, number, marketplaceNumber, invoiceNumber } = sale.source;
  const { totalCents, date, customerId } = saleMark(sale);
  return {
    ...{ saleId: sale.id, channel, externalId, number, marketplaceNumber, invoiceNumber },
    ...{ totalCents, date, customerId },
  };
}
