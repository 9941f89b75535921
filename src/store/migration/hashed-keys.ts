import { identityKeyModel, isHashedKeyId, keyHasher, mergeModel } from '../customer';
import type { MergeDoc } from '../customer';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Names the move whose last pass ends that keys are kept in clear text. */
export const HASHED_KEYS = '2026-11-hashed-keys';

/**
 * Documents, phones and e-mails by which people are recognised lie as HMACs. Earlier versions find clear ones only, so that they
 * stay until none runs; each is replaced in one transaction, which a merge or its undoing cannot come between.
 */
export function hashedKeys(encryptionKey: Buffer): Migration {
  const hashed = keyHasher(encryptionKey);
  return {
    id: HASHED_KEYS,
    about: 'Identity keys are no longer kept in clear text',
    onlyAtFinish: true,
    size: (mongo) => mongo.of(identityKeyModel).estimatedDocumentCount(),
    async step(mongo, { cursor, limit, dryRun }) {
      const docs = await documentsAfter(mongo, identityKeyModel, { cursor, limit }).lean();
      const clear = docs.filter(({ _id, merchantId }) => !isHashedKeyId(merchantId, _id));
      if (!dryRun)
        for (const { _id, merchantId } of clear)
          await inTransaction(mongo, async (session) => {
            const gone = await mongo
              .of(identityKeyModel)
              .findOneAndDelete({ _id, merchantId }, { session })
              .lean();
            if (gone)
              await mongo
                .of(identityKeyModel)
                .updateOne(
                  { _id: hashed(merchantId, _id), merchantId },
                  { $setOnInsert: { customerId: gone.customerId } },
                  { session, upsert: true },
                );
          });
      return {
        looked: docs.length,
        changed: clear.length,
        cursor: cursorAfter(docs, limit),
      };
    },
  };
}

/** Merges name the keys they brought, for the undoing: these names follow. */
export function hashedMergeKeys(encryptionKey: Buffer): Migration {
  const hashed = keyHasher(encryptionKey);
  return {
    id: '2026-11-hashed-merge-keys',
    about: 'Merges no longer name identity keys in clear text',
    onlyAtFinish: true,
    size: (mongo) => mongo.of(mergeModel).estimatedDocumentCount(),
    async step(mongo, { cursor, limit, dryRun }) {
      const docs = await documentsAfter(mongo, mergeModel, { cursor, limit })
        .select({ merchantId: 1, identityKeys: 1 })
        .lean();
      const clear = docs.filter(({ merchantId, identityKeys }) =>
        identityKeys.some((id) => !isHashedKeyId(merchantId, id)),
      );
      if (!dryRun) for (const merge of clear) await hashKeysOf(mongo, merge, hashed);
      return {
        looked: docs.length,
        changed: clear.length,
        cursor: cursorAfter(docs, limit),
      };
    },
  };
}

/** @param merge as it was read: one that somebody has changed since is read again */
async function hashKeysOf(
  mongo: Mongo,
  merge: Pick<MergeDoc, '_id' | 'merchantId' | 'identityKeys'>,
  hashed: (merchantId: string, id: string) => string,
): Promise<void> {
  const { _id, merchantId } = merge;
  const merges = mongo.of(mergeModel);
  for (
    let known: typeof merge | null = merge;
    known;
    known = await merges.findOne({ _id, merchantId }).lean()
  ) {
    const { identityKeys } = known;
    const names = [...new Set(identityKeys.map((id) => hashed(merchantId, id)))];
    const { matchedCount } = await merges.updateOne(
      { _id, merchantId, identityKeys },
      { $set: { identityKeys: names } },
    );
    if (matchedCount > 0) return;
  }
}
