import { codeHasher, isHashedCodeId, voucherCodeModel } from '../ledger';
import type { VoucherCodeDoc } from '../ledger';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Names the move whose last pass ends that voucher codes are looked up in clear text. */
export const VOUCHER_CODES = '2026-11-zb-voucher-codes';

/** Moved in one transaction. */
const AT_ONCE = 100;

/**
 * By which code which voucher is found lies as an HMAC. Earlier versions find clear codes only, so that they stay until none runs;
 * each goes in the transaction that brings the other, so that a code is never given twice.
 */
export function voucherCodes(encryptionKey: Buffer): Migration {
  const hashed = codeHasher(encryptionKey);
  return {
    id: VOUCHER_CODES,
    about: 'Voucher codes are no longer looked up in clear text',
    onlyAtFinish: true,
    size: (mongo) => mongo.of(voucherCodeModel).estimatedDocumentCount(),
    async step(mongo, { cursor, limit, dryRun }) {
      const docs = await documentsAfter(mongo, voucherCodeModel, { cursor, limit }).lean();
      const clear = docs.filter(({ _id, merchantId }) => !isHashedCodeId(merchantId, _id));
      if (!dryRun)
        for (let from = 0; from < clear.length; from += AT_ONCE)
          await move(mongo, hashed, clear.slice(from, from + AT_ONCE));
      return { looked: docs.length, changed: clear.length, cursor: cursorAfter(docs, limit) };
    },
  };
}

/** Which voucher a code leads to never changes, and nobody takes it away: they are what they were when they were read. */
async function move(
  mongo: Mongo,
  hashed: ReturnType<typeof codeHasher>,
  docs: readonly VoucherCodeDoc[],
): Promise<void> {
  const moves = docs.flatMap(({ _id, merchantId, lotId }) => {
    const name = hashed(merchantId, _id.slice(`${merchantId}|`.length));
    return [
      { deleteOne: { filter: { _id, merchantId } } },
      {
        updateOne: { filter: { _id: name, merchantId }, update: { $setOnInsert: { lotId } }, upsert: true },
      },
    ];
  });
  await inTransaction(mongo, (session) =>
    mongo.of(voucherCodeModel).bulkWrite(moves, { session, ordered: true }),
  );
}
