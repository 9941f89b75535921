import { ConcurrentChangeError } from '../mongo';
import type { Mongo } from '../mongo';
import { saleModel, sealOf, sealState, WITHOUT_TELLING } from '../sale';
import type { AttestableSale, SealState } from '../sale';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** How often sales are sealed that a version which seals nothing keeps changing meanwhile. */
const ATTEMPTS = 20;

const BARE: readonly SealState[] = ['unsealed', 'unread'];

/**
 * Sales that are in nobody's ledger yet, and that a version has opened or changed last which could not seal them, are sealed as they
 * stand. That they were right until then, nothing can prove. A seal that is broken stays so, and so does one that only a newer version
 * can check.
 */
export const sealedSales: Migration = {
  id: '2026-11-zzzz-sealed-sales',
  again: true,
  about:
    'Seals sales that have earned nothing yet as they stand, so that the proof sees every later change of them',
  size: (mongo) => mongo.of(saleModel).estimatedDocumentCount(),
  async step(mongo, { cursor, limit, dryRun }) {
    const docs = await documentsAfter(mongo, saleModel, { cursor, limit }).select(WITHOUT_TELLING).lean();
    let bare: AttestableSale[] = docs.filter((sale) => isBare(mongo, sale));
    const changed = bare.length;
    for (let attempt = 1; !dryRun && bare.length > 0; attempt += 1) {
      if (attempt > ATTEMPTS)
        throw new ConcurrentChangeError(
          `Sale ${bare[0]!._id} kept being changed while it was being sealed. Run the migration again.`,
        );
      bare = await sealSome(mongo, bare);
    }
    return { looked: docs.length, changed, cursor: cursorAfter(docs, limit) };
  },
};

function isBare(mongo: Mongo, sale: AttestableSale): boolean {
  return !sale.attested && BARE.includes(sealState(mongo, sale));
}

/** Answers those that somebody has changed meanwhile, as they are now: a version that seals leaves a sale without a seal as it is. */
async function sealSome(mongo: Mongo, sales: readonly AttestableSale[]): Promise<AttestableSale[]> {
  await mongo.of(saleModel).bulkWrite(
    sales.map((sale) => ({
      updateOne: {
        filter: {
          _id: sale._id,
          merchantId: sale.merchantId,
          version: sale.version,
          attested: null,
        },
        update: { $set: { seal: sealOf(mongo, sale) } },
      },
    })),
    { ordered: false },
  );
  const again = await mongo
    .of(saleModel)
    .find({ _id: { $in: sales.map(({ _id }) => _id) } }, WITHOUT_TELLING)
    .lean();
  return again.filter((sale) => isBare(mongo, sale));
}
