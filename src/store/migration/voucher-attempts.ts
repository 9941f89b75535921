import { codeHasher } from '../ledger';
import type { VoucherCodeNames } from '../ledger';
import { namedCode, sealedTyped, voucherAttemptModel } from '../redemption';
import type { VoucherAttemptDoc } from '../redemption';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Names the move whose last pass ends that attempts hold codes in clear text. */
export const VOUCHER_ATTEMPTS = '2026-11-zd-voucher-attempts';

/** Attempts name the code they were made with, and keep its ending. Earlier versions list them by the code, until none runs. */
export function voucherAttempts(encryptionKey: Buffer): Migration {
  const hashed = codeHasher(encryptionKey);
  return {
    id: VOUCHER_ATTEMPTS,
    about: 'Attempts no longer keep the code, or whatever else was typed, so that it can be read',
    onlyAtFinish: true,
    size: (mongo) => mongo.of(voucherAttemptModel).estimatedDocumentCount(),
    async step(mongo, { cursor, limit, dryRun }) {
      const docs = await documentsAfter(mongo, voucherAttemptModel, { cursor, limit })
        .select({ merchantId: 1, code: 1, typed: 1 })
        .lean();
      const writes = docs.flatMap((doc) => {
        const update = { $set: concealed(hashed, doc) };
        const filter = { _id: doc._id, merchantId: doc.merchantId };
        return Object.keys(update.$set).length === 0 ? [] : [{ updateOne: { filter, update } }];
      });
      if (!dryRun && writes.length > 0)
        await mongo.of(voucherAttemptModel).bulkWrite(writes, { ordered: false });
      return { looked: docs.length, changed: writes.length, cursor: cursorAfter(docs, limit) };
    },
  };
}

/** What has to be written of an attempt, so that neither the code nor anything else that was typed can be read from it. */
function concealed(
  hashed: VoucherCodeNames['hashed'],
  { merchantId, code = null, typed = null }: Pick<VoucherAttemptDoc, 'merchantId' | 'code' | 'typed'>,
): Partial<VoucherAttemptDoc> {
  const sealed = sealedTyped(hashed, { merchantId, typed });
  return {
    ...(code === null ? {} : namedCode(hashed, merchantId, code)),
    ...(sealed === typed ? {} : { typed: sealed }),
  };
}
