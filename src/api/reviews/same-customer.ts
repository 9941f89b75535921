import { mergeIdOf } from '../../ids';
import type { Review } from '../../store';
import type { AppDeps } from '../deps';
import { mergeCustomers } from '../merging';

/** Two records that are of one person become one: the younger goes into the elder. Distinct ones are left alone. */
export async function settleCustomers(deps: AppDeps, review: Review, now: Date): Promise<void> {
  if (review.decision !== 'same') return;
  const { merchantId, subjects, id, operator, reason } = review;
  const customers = await Promise.all(
    subjects.map((customerId) => deps.store.customers.get(merchantId, customerId)),
  );
  const [into, from] = customers
    .filter((customer) => customer !== null)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  if (!into || !from || from.mergedInto !== null || into.mergedInto !== null) return;
  const order = { id: mergeIdOf(merchantId, id), merchantId, from: from.id, into: into.id };
  await mergeCustomers(deps, { ...order, automatic: false, operator, reason }, now.getTime());
}
