import { mergeIdOf } from '../../ids';
import type { Customer, Review } from '../../store';
import type { AppDeps } from '../http';
import { mergeCustomers } from '../customer';

/**
 * Two records that are of one person become one; distinct ones are left alone. Who has a document remains, else the elder.
 * The person who decided has seen both documents, where there are two.
 */
export async function mergeSameCustomers(
  deps: AppDeps,
  review: Review,
  { keyId, now }: { keyId: string | null; now: Date },
): Promise<void> {
  if (review.decision !== 'same') return;
  const { merchantId, subjects, id, operator, reason } = review;
  const mergeId = mergeIdOf(merchantId, id);
  const made = await deps.store.merges.get(merchantId, mergeId);
  const [into, from] = made
    ? [{ id: made.into }, { id: made.from }]
    : await currentPair(deps, merchantId, subjects);
  if (!into || !from) return;
  const order = { id: mergeId, merchantId, from: from.id, into: into.id, automatic: false, force: true };
  await mergeCustomers(deps, { ...order, operator, keyId, reason }, now.getTime());
}

/** Whom the subjects have turned out to be meanwhile, who remains first; one alone where they are the same by now. */
export async function currentPair(
  { store }: Pick<AppDeps, 'store'>,
  merchantId: string,
  subjects: readonly string[],
): Promise<Customer[]> {
  const found = await Promise.all(subjects.map((id) => store.customers.current(merchantId, id)));
  const customers = new Map(found.filter((one) => one !== null).map((one) => [one.id, one]));
  return [...customers.values()].sort(
    (a, b) =>
      Number(b.document !== null) - Number(a.document !== null) ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
}
