import { customerModel, identityKeyId, identityKeyModel, mergeModel, rekeyed } from '../customer';
import type { CustomerDoc } from '../customer';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

type Kept = Pick<CustomerDoc, '_id' | 'merchantId' | 'phones'>;

/**
 * A mobile whose last eight digits begin with 0–5 had the key of the landline of those digits, so that two people met (R49).
 * Each customer's phones get the keys they have today, and the identity keys follow. Keys first, the customer last: broken
 * off, it is done again from the beginning.
 */
export const phoneKeys: Migration = {
  id: '2026-11-phone-keys',
  about: 'Landlines and mobiles no longer share an identity key',
  size: (mongo) => mongo.of(customerModel).estimatedDocumentCount(),
  async step(mongo, { cursor, limit, dryRun }) {
    const docs = await documentsAfter(mongo, customerModel, { cursor, limit })
      .select({ merchantId: 1, phones: 1 })
      .lean();
    const old = docs.filter(({ phones }) => rekeyed(phones).some(({ key }, at) => key !== phones[at]?.key));
    if (!dryRun) for (const doc of old) await moveKeys(mongo, doc);
    return {
      looked: docs.length,
      changed: old.length,
      cursor: cursorAfter(docs, limit),
    };
  },
};

async function moveKeys(mongo: Mongo, { _id, merchantId, phones: before }: Kept): Promise<void> {
  const phones = rekeyed(before);
  const used = new Set(phones.map(({ key }) => key));
  for (const [at, { key }] of phones.entries()) {
    const former = before[at]!.key;
    if (former === key) continue;
    const [from, to] = [former, key].map((one) => identityKeyId(merchantId, `phone:${one}`)) as [
      string,
      string,
    ];
    if (await mongo.of(identityKeyModel).exists({ _id: from, merchantId, customerId: _id }))
      await replaceKey(mongo, { merchantId, customerId: _id, from, to, keep: used.has(former) });
  }
  await mongo.of(customerModel).updateOne({ _id, merchantId, phones: { $eq: before } }, { $set: { phones } });
}

/** Gives the customer `to`, unless somebody has it, and takes `from`, unless a number of theirs still goes by it. */
async function replaceKey(
  mongo: Mongo,
  {
    merchantId,
    customerId,
    from,
    to,
    keep,
  }: Record<'merchantId' | 'customerId' | 'from' | 'to', string> & { keep: boolean },
): Promise<void> {
  try {
    await mongo.of(identityKeyModel).insertMany([{ _id: to, merchantId, customerId }], { lean: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  // An undone merge gives back the keys that it brought: they are named by what they are called now.
  for (const side of ['from', 'into'])
    await mongo
      .of(mergeModel)
      .updateMany(
        { merchantId, [side]: customerId, identityKeys: from },
        { $addToSet: { identityKeys: to } },
      );
  if (!keep) await mongo.of(identityKeyModel).deleteOne({ _id: from, merchantId, customerId });
}
