import type { Review, ReviewKind } from '../../store';
import type { AppDeps } from '../http';
import { settleCustomers } from './same-customer';
import { settleSales } from './same-sale';

type Settle = (deps: AppDeps, review: Review, now: Date) => Promise<void>;

/** What follows from a decision, for each kind of pair. A repetition finds it done. */
const SETTLE: Record<ReviewKind, Settle> = {
  same_sale: settleSales,
  same_customer: settleCustomers,
};

export function settleReview(deps: AppDeps, review: Review, now: Date): Promise<void> {
  return SETTLE[review.kind](deps, review, now);
}
