import type { Instant } from '../../loyalty';
import type { CustomerContact } from '../../store';
import { recognise } from '../customer';
import type { ActivityDeps } from '../runtime';

/** What one row came to; a row that said nothing new is `unchanged`. */
export type RowOutcome = 'created' | 'updated' | 'unchanged';

/** Somebody out of an import, and the groups they are to be in; null: those that they are in. */
export interface TakenCustomer {
  merchantId: string;
  contact: CustomerContact;
  segments: string[] | null;
}

/**
 * Finds or makes the customer that a contact of an import is.
 * @param at the row's own instant: repeated at the same one it is told by it that the work is done
 */
export async function takeCustomer(
  deps: ActivityDeps,
  { merchantId, contact, segments }: TakenCustomer,
  at: Date,
): Promise<RowOutcome> {
  const { store } = deps;
  const customerId = await recognise(deps, merchantId, contact, at);
  if (segments !== null) await store.customers.setSegments(merchantId, customerId, segments, at);
  const customer = await store.customers.get(merchantId, customerId);
  return outcomeAt(at, customer?.createdAt.getTime(), customer?.updatedAt.getTime());
}

/** What the work at an instant came to, by when something was made and changed. */
export function outcomeAt(at: Date, createdAt?: Instant, changedAt?: Instant | null): RowOutcome {
  if (createdAt === at.getTime()) return 'created';
  return changedAt === at.getTime() ? 'updated' : 'unchanged';
}
