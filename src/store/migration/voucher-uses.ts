import { redemptionModel } from '../ledger';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Names the move whose last pass ends that redemptions name vouchers by their codes. */
export const VOUCHER_USES = '2026-11-zc-voucher-uses';

/**
 * Which voucher was used, a redemption says by the lot it drew on. Earlier versions know it by the code, so that it stays until
 * none runs.
 */
export const voucherUses: Migration = {
  id: VOUCHER_USES,
  about: 'Uses no longer name their voucher by its code in clear text',
  onlyAtFinish: true,
  size: (mongo) => mongo.of(redemptionModel).estimatedDocumentCount(),
  async step(mongo, { cursor, limit, dryRun }) {
    const docs = await documentsAfter(mongo, redemptionModel, { cursor, limit })
      .select({ merchantId: 1, voucherCode: 1 })
      .lean();
    const clear = docs.filter(({ voucherCode }) => (voucherCode ?? null) !== null);
    if (!dryRun && clear.length > 0)
      await mongo.of(redemptionModel).bulkWrite(
        clear.map(({ _id, merchantId }) => ({
          updateOne: { filter: { _id, merchantId }, update: { $unset: { voucherCode: 1 } } },
        })),
        { ordered: false },
      );
    return { looked: docs.length, changed: clear.length, cursor: cursorAfter(docs, limit) };
  },
};
