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
  const docs = await mongo
    .of(customerModel)
    .find({ _id: { $in: ids }, merchantId })
    .lean();
  const merged = docs
    .map(({ mergedInto }) => mergedInto)
    .filter((into) => into !== null && into !== undefined);
  const remaining = await currentCustomers(mongo, merchantId, [...new Set(merged)]);
  const byId = new Map(
    docs.map((doc) => [doc._id, doc.mergedInto ? (remaining.get(doc.mergedInto) ?? doc) : doc]),
  );
  return new Map(ids.flatMap((id) => (byId.has(id) ? [[id, byId.get(id)!]] : [])));
}
