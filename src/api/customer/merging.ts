import type { Instant } from '../../loyalty';
import type { Merge, MergeOrder, UndoOrder } from '../../store';
import type { AppDeps } from '../http';

/**
 * Makes two customers one, and lets the sales that changed hands look again. A repetition heals what broke off.
 * @throws Refusal as `store.merges.merge`
 */
export async function mergeCustomers(
  { store, runs }: AppDeps,
  order: MergeOrder,
  now: Instant,
): Promise<Merge> {
  const merge = await store.merges.merge(order, now);
  await seeThrough(runs, merge);
  return merge;
}

/** Makes them two again; null: there is no such merge. @throws Refusal as `store.merges.undo` */
export async function undoMerge(
  { store, runs }: AppDeps,
  merchantId: string,
  id: string,
  by: UndoOrder,
  now: Instant,
): Promise<Merge | null> {
  const merge = await store.merges.undo(merchantId, id, by, now);
  if (merge) await seeThrough(runs, merge);
  return merge;
}

/** The sales that changed hands are woken by a run: there may be thousands. */
function seeThrough(runs: AppDeps['runs'], { merchantId, id, undoneAt }: Merge): Promise<void> {
  return runs.mergeCustomers({ merchantId, mergeId: id, undone: undoneAt !== null, proven: null });
}
