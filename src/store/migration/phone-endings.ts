import { customerModel, phoneEndings } from '../customer';
import type { CustomerDoc } from '../customer';
import type { Mongo } from '../mongo';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** The ends of phones, by which staff find who says no more of a number, stand with each customer. */
export const customerPhoneEndings: Migration = {
  id: '2026-11-phone-endings',
  about: 'Customers are found by the last digits of their phones',
  size: (mongo) => mongo.of(customerModel).estimatedDocumentCount(),
  async step(mongo, { cursor, limit, dryRun }) {
    const docs = await documentsAfter(mongo, customerModel, { cursor, limit })
      .select({ merchantId: 1, phones: 1, phoneEndings: 1 })
      .lean();
    const lacking = docs.filter(
      (doc) => String(doc.phoneEndings ?? 'none') !== String(phoneEndings(doc.phones)),
    );
    if (!dryRun) for (const doc of lacking) await keepEndings(mongo, doc);
    return { looked: docs.length, changed: lacking.length, cursor: cursorAfter(docs, limit) };
  },
};

async function keepEndings(
  mongo: Mongo,
  { _id, merchantId, phones }: Pick<CustomerDoc, '_id' | 'merchantId' | 'phones'>,
): Promise<void> {
  // Whoever has changed the numbers meanwhile has written their ends.
  await mongo
    .of(customerModel)
    .updateOne(
      { _id, merchantId, phones: { $eq: phones } },
      { $set: { phoneEndings: phoneEndings(phones) } },
    );
}
