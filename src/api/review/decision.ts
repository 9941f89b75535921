import type { Review, ReviewKind } from '../../store';
import type { AppDeps } from '../http';
import { mergeSameCustomers } from './same-customer';
import { compareSalesAgain } from './same-sale';

type CarryOut = (deps: AppDeps, review: Review, by: Decider) => Promise<void>;

/** With which key it was decided, and when; a person's with none. */
export interface Decider {
  keyId: string | null;
  now: Date;
}

const CARRY_OUT: Record<ReviewKind, CarryOut> = {
  same_sale: compareSalesAgain,
  same_customer: mergeSameCustomers,
};

/** Does what follows from a decision, for each kind of pair. A repetition finds it done. */
export function carryOutDecision(deps: AppDeps, review: Review, by: Decider): Promise<void> {
  return CARRY_OUT[review.kind](deps, review, by);
}
