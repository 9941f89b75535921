import { codeHasher } from '../ledger';
import { namedCode, voucherAttemptModel } from '../redemption';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Names the move whose last pass ends that attempts hold codes in clear text. */
export const VOUCHER_ATTEMPTS = '2026-11-zd-voucher-attempts';

/** Attempts name the code they were made with, and keep its ending. Earlier versions list them by the code, until none runs. */
export function voucherAttempts(encryptionKey: Buffer): Migration {
  const hashed = codeHasher(encryptionKey);
  return {
    id: VOUCHER_ATTEMPTS,
    about: 'Tentativas deixam de guardar o código do vale em texto claro.',
    onlyAtFinish: true,
    size: (mongo) => mongo.of(voucherAttemptModel).estimatedDocumentCount(),
    async step(mongo, { cursor, limit, dryRun }) {
      const docs = await documentsAfter(mongo, voucherAttemptModel, { cursor, limit })
        .select({ merchantId: 1, code: 1 })
        .lean();
      const clear = docs.flatMap(({ _id, merchantId, code }) =>
        (code ?? null) === null ? [] : [{ _id, merchantId, code: code! }],
      );
      if (!dryRun && clear.length > 0)
        await mongo.of(voucherAttemptModel).bulkWrite(
          clear.map(({ _id, merchantId, code }) => ({
            updateOne: {
              filter: { _id, merchantId },
              update: { $set: namedCode(hashed, merchantId, code) },
            },
          })),
          { ordered: false },
        );
      return { looked: docs.length, changed: clear.length, cursor: cursorAfter(docs, limit) };
    },
  };
}
