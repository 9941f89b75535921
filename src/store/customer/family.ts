import type { Mongo } from '../mongo';
import { mergeModel } from './merge-model';

/** A customer's record and those that were merged into it, also by way of another. */
export async function recordsOf(mongo: Mongo, merchantId: string, customerId: string): Promise<string[]> {
  const records = new Set([customerId]);
  for (let newest = [customerId]; newest.length > 0;) {
    const merged = await mongo.find(
      mergeModel,
      { merchantId, into: { $in: newest }, undoneAt: null },
      { fields: { from: 1 } },
    );
    newest = merged.map(({ from }) => from).filter((id) => !records.has(id));
    for (const id of newest) records.add(id);
  }
  return [...records];
}
