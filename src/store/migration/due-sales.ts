import type { AnyBulkWriteOperation } from 'mongoose';
import { lotModel } from '../ledger';
import type { LotDoc } from '../ledger';
import { saleModel } from '../sale';
import type { Mongo } from '../mongo';
import type { SaleDoc } from '../sale';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

const OPEN = ['pending', 'active'] as const;

/**
 * Sales that an older version has worked on do not say when something is next due of them; their lots do. Nor do those that a newer one
 * had begun, with nothing due, before an older one gave them value.
 */
export const dueSales: Migration = {
  id: '2026-11-due-sales',
  about: 'Sales say when something of them is due next, so that lost runs are found',
  size: (mongo) => mongo.of(saleModel).estimatedDocumentCount(),
  async step(mongo, { cursor, limit, dryRun }) {
    const sales = await documentsAfter(mongo, saleModel, { cursor, limit })
      .select({ merchantId: 1, status: 1, nextAt: 1 })
      .lean();
    const unsaid = sales.filter(({ status, nextAt }) => (nextAt ?? null) === null && isOpen(status));
    const lots = await openLotsOf(mongo, unsaid);
    const writes = unsaid.flatMap(({ _id, merchantId }): AnyBulkWriteOperation<SaleDoc>[] => {
      const nextAt = earliest(lots.filter(({ saleId }) => saleId === _id));
      const filter = { _id, merchantId, nextAt: null };
      return nextAt === null ? [] : [{ updateOne: { filter, update: { $set: { nextAt } } } }];
    });
    if (!dryRun && writes.length > 0) await mongo.of(saleModel).bulkWrite(writes, { ordered: false });
    return {
      looked: sales.length,
      changed: writes.length,
      cursor: cursorAfter(sales, limit),
    };
  },
};

/** Asked by the merchants too: by the sale alone there is no index. */
async function openLotsOf(
  mongo: Mongo,
  sales: readonly Pick<SaleDoc, '_id' | 'merchantId'>[],
): Promise<LotDoc[]> {
  if (sales.length === 0) return [];
  const merchantId = { $in: [...new Set(sales.map((sale) => sale.merchantId))] };
  const saleId = { $in: sales.map(({ _id }) => _id) };
  return mongo.of(lotModel).find({ merchantId, saleId, open: true }).lean();
}

function isOpen(status: string): boolean {
  return (OPEN as readonly string[]).includes(status);
}

/** The first thing that time will do to these lots. */
function earliest(lots: readonly Pick<LotDoc, 'buckets' | 'activatesAt' | 'expiresAt'>[]): Date | null {
  const dates = lots.flatMap(({ buckets, activatesAt, expiresAt }) => [
    ...(buckets.pending > 0 ? [activatesAt] : []),
    ...(buckets.active > 0 && expiresAt !== null ? [expiresAt] : []),
  ]);
  return dates.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
