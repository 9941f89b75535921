import { standingOf } from '../../loyalty';
import type { LeftOfSale, StandingFacts } from '../../loyalty';
import type { SaleDoc } from './sale-model';

/** The stored fields by which a sale is live or not, to be selected. */
export const LEFT_OF_SALE = {
  sourceStatus: 1,
  duplicateOf: 1,
  heldFor: 1,
  evidence: 1,
  returnedCents: 1,
  totalCents: 1,
  freightCents: 1,
  otherExpensesCents: 1,
} as const;

/** What of a stored sale says where it stands. One stored before sources were compared has nothing to say of them. */
function standingFacts({
  sourceStatus,
  duplicateOf = null,
  heldFor = null,
  evidence = [],
}: Pick<SaleDoc, 'sourceStatus'> &
  Partial<Pick<SaleDoc, 'duplicateOf' | 'heldFor' | 'evidence'>>): StandingFacts {
  return {
    source: { status: sourceStatus },
    purchase: { duplicateOf, reviewId: heldFor, tellings: evidence },
  };
}

/** A stored sale as far as it is live or over. */
export function leftOfSale(doc: Pick<SaleDoc, keyof typeof LEFT_OF_SALE>): LeftOfSale {
  const { totalCents, freightCents, otherExpensesCents, returnedCents } = doc;
  const standing = standingOf(standingFacts(doc));
  return { standing, totalCents, freightCents, otherExpensesCents, returnedCents };
}
