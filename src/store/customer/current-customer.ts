import type { Mongo } from '../mongo';
import { customerModel } from './customer-model';
import type { CustomerDoc } from './customer-model';

/**
 * Customers by the ids asked for, each as whoever they have turned out to be: a record that was merged away is answered by
 * the one that remains. Ids of nobody are left out; the order is that of the ids.
 */
export async function currentCustomers(
  mongo: Mongo,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, CustomerDoc>> {
  if (ids.length === 0) return new Map();
  const docs = await mongo.find(customerModel, { _id: { $in: ids }, merchantId });
  const current = await asTheyAre(mongo, merchantId, docs);
  return new Map(ids.flatMap((id) => (current.has(id) ? [[id, current.get(id)!]] : [])));
}

/** The same of customers that have been read already. */
export async function asTheyAre(
  mongo: Mongo,
  merchantId: string,
  docs: readonly CustomerDoc[],
): Promise<Map<string, CustomerDoc>> {
  const merged = docs
    .map(({ mergedInto }) => mergedInto)
    .filter((into) => into !== null && into !== undefined);
  const remaining = await currentCustomers(mongo, merchantId, [...new Set(merged)]);
  return new Map(docs.map((doc) => [doc._id, doc.mergedInto ? (remaining.get(doc.mergedInto) ?? doc) : doc]));
}
