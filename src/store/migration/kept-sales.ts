import { isDeepStrictEqual } from 'node:util';
import { saleNamed } from '../../loyalty';
import { adoptSale } from '../customer';
import { createWallets, redemptionModel, toRedemption } from '../ledger';
import type { RedemptionDoc } from '../ledger';
import { createUseNaming } from '../redemption';
import type { UseNaming } from '../redemption';
import { meantSales, refKeysOf, saleModel } from '../sale';
import type { SaleDoc } from '../sale';
import type { Mongo } from '../mongo';
import type { Migration, MigrationStep } from './migration';
import { cursorAfter } from './paging';
import { voucherCodeNames } from './voucher-code-names';

/** Where the migration stands: in the sales, and after them in the uses. */
const SALES = 'sales:';
const USES = 'uses:';

type Place = { after: string; limit: number; dryRun: boolean };

/**
 * Writes the keys of their names to sales, and then keeps with every use the sale that it names (R46). Sales come first, as uses
 * find them by these keys. A use is kept as in the product: by a change of its customer's wallet.
 */
export function keptSales(encryptionKey: Buffer): Migration {
  return {
    id: '2026-11-kept-sales',
    about: 'Each use keeps the sale that it names, and sales are found by numbers without leading zeros',
    async size(mongo) {
      const sales = await mongo.of(saleModel).estimatedDocumentCount();
      return sales + (await mongo.of(redemptionModel).estimatedDocumentCount());
    },
    async step(mongo, { cursor, limit, dryRun }) {
      if (cursor?.startsWith(USES)) {
        const place = { after: cursor.slice(USES.length), limit, dryRun };
        return nameUses(mongo, useNaming(mongo, encryptionKey), place);
      }
      const step = await keySales(mongo, { after: cursor?.slice(SALES.length) ?? '', limit, dryRun });
      return step.cursor === null ? { ...step, cursor: USES } : step;
    },
  };
}

function useNaming(mongo: Mongo, encryptionKey: Buffer): UseNaming {
  const wallets = createWallets(mongo, voucherCodeNames(mongo, encryptionKey), {
    adoptSale: (...sale) => adoptSale(mongo, ...sale),
    // Its use is looked at again when the migration is run again.
    carryOn: () => Promise.resolve(),
  });
  return createUseNaming(mongo, wallets);
}

async function keySales(mongo: Mongo, { after, limit, dryRun }: Place): Promise<MigrationStep> {
  const docs = await mongo
    .of(saleModel)
    .find({ _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(limit)
    .select({ merchantId: 1, refs: 1, refKeys: 1 })
    .lean();
  const old = docs.filter(lacksKeys);
  if (old.length > 0 && !dryRun)
    await mongo.of(saleModel).bulkWrite(
      old.map(({ _id, merchantId, refs }) => ({
        // Names that have changed meanwhile were written with their keys, or are found by the last pass.
        updateOne: {
          filter: { _id, merchantId, refs },
          update: { $set: { refKeys: refKeysOf(refs) } },
        },
      })),
      { ordered: false },
    );
  return { looked: docs.length, changed: old.length, cursor: nextAfter(SALES, docs, limit) };
}

/** Also where a version that knows no keys has changed the names since they were written. */
function lacksKeys({ refs, refKeys }: Pick<SaleDoc, 'refs' | 'refKeys'>): boolean {
  return refKeys === undefined || !isDeepStrictEqual(refKeys, refKeysOf(refs));
}

async function nameUses(
  mongo: Mongo,
  naming: UseNaming,
  { after, limit, dryRun }: Place,
): Promise<MigrationStep> {
  const docs = await mongo
    .of(redemptionModel)
    .find({ _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
  let changed = 0;
  for (const doc of docs) if (await nameUse(mongo, naming, doc, dryRun)) changed += 1;
  return { looked: docs.length, changed, cursor: nextAfter(USES, docs, limit) };
}

/** A use that is reserved is resolved when it is confirmed, as a new one is. Answers whether the use changes. */
async function nameUse(
  mongo: Mongo,
  naming: UseNaming,
  doc: RedemptionDoc,
  dryRun: boolean,
): Promise<boolean> {
  const { _id, merchantId, saleRef } = doc;
  if (saleRef === null || doc.saleId) return false;
  const use = toRedemption(doc);
  const used = use.state === 'confirmed' || use.state === 'rolled_back';
  const named = used ? saleNamed(use, await meantSales(mongo, merchantId, use)) : null;
  const lacksKey = doc.saleKey === undefined;
  if (!dryRun && lacksKey)
    await mongo
      .of(redemptionModel)
      .updateOne({ _id, merchantId }, { $set: { saleKey: refKeysOf([saleRef])[0]! } });
  if (!dryRun && named) await naming.keepSale(merchantId, use, named.id, Date.now());
  return lacksKey || named !== null;
}

function nextAfter(part: string, docs: readonly { _id: string }[], limit: number): string | null {
  const cursor = cursorAfter(docs, limit);
  return cursor === null ? null : part + cursor;
}
