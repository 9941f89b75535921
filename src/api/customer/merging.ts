import { saleInputOf } from '../../runs';
import type { Instant } from '../../loyalty';
import { MergeError } from '../../store';
import type { Merge, MergeObstacle, MergeOrder, UndoOrder } from '../../store';
import type { AppDeps } from '../http';
import { Problem } from '../http/problem';
import type { ProblemCode } from '../http/problem';

const CODES: Record<MergeObstacle, ProblemCode> = {
  customer_not_found: 'customer_not_found',
  same_customer: 'customers_not_mergeable',
  already_merged: 'customers_not_mergeable',
  already_undone: 'merge_already_undone',
  two_documents: 'customers_in_conflict',
  later_merge: 'customers_not_mergeable',
};

/** Makes two customers one, and lets the sales that changed hands look again. A repetition heals what broke off. */
export async function mergeCustomers(deps: AppDeps, order: MergeOrder, now: Instant): Promise<Merge> {
  const merge = await deps.store.merges.merge(order, now).catch(asProblem);
  await wakeSales(deps, merge);
  return merge;
}

/** Makes them two again. */
export async function undoMerge(
  deps: AppDeps,
  merchantId: string,
  id: string,
  by: UndoOrder,
  now: Instant,
): Promise<Merge | null> {
  const merge = await deps.store.merges.undo(merchantId, id, by, now).catch(asProblem);
  if (merge) await wakeSales(deps, merge);
  return merge;
}

/** Lets the sales look again that a contact's recognition has brought to this customer. */
export async function wakeMerged(deps: AppDeps, merchantId: string, customerId: string): Promise<void> {
  for (const merge of await deps.store.merges.toWake(merchantId, customerId)) await wakeSales(deps, merge);
}

/** Sales whose runs are over have nothing that waits, and need not be woken. */
async function wakeSales(deps: AppDeps, { merchantId, saleIds, id }: Merge): Promise<void> {
  for (const saleId of saleIds) {
    const sale = await deps.store.sales.get(merchantId, saleId);
    if (!sale || !AWAKE.includes(sale.benefit.status)) continue;
    await deps.temporal.benefitMoved(saleInputOf(sale, deps.config.saleSettleMs), id);
  }
  await deps.store.merges.woken(merchantId, id);
}

const AWAKE: string[] = ['pending', 'active'];

function asProblem(error: unknown): never {
  throw error instanceof MergeError ? new Problem(CODES[error.obstacle]) : error;
}
