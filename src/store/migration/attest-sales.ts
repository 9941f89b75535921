import { attestRecords, digestOfWrite, lockOwnWallet } from '../ledger';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { saleModel, sealState } from '../sale';
import type { AttestableSale, SaleDoc, SealState } from '../sale';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Customers whose sales are attested at once. */
const AT_ONCE = 10;

/**
 * Sales that versions before have brought up to date, or have changed since they were attested, are attested as they stand. That
 * they were right until then, nothing can prove.
 */
export const attestSales: Migration = {
  id: '2026-11-zz-attested-sales',
  again: true,
  about: 'Attests sales as they stand, so that the proof sees every later change of them',
  size: (mongo) => mongo.of(saleModel).estimatedDocumentCount(),
  async step(mongo, { cursor, limit, dryRun }) {
    const sales = await documentsAfter(mongo, saleModel, { cursor, limit }).select(LOOKED_AT).lean();
    const chains = byChain(sales.filter(isWanting));
    let changed = 0;
    for (let from = 0; from < chains.length; from += AT_ONCE) {
      const some = chains.slice(from, from + AT_ONCE);
      const done = await Promise.all(some.map((chain) => attest(mongo, chain, dryRun)));
      changed += done.reduce((sum, one) => sum + one, 0);
    }
    return {
      looked: sales.length,
      changed,
      cursor: cursorAfter(sales, limit),
    };
  },
};

const LOOKED_AT = {
  ...{ merchantId: 1, customerId: 1, programVersion: 1 },
  ...{ version: 1, attestingVersion: 1, attested: 1 },
} as const;

type LookedAt = Pick<SaleDoc, '_id' | keyof typeof LOOKED_AT>;

/** Sales that are to be attested in one customer's chain. */
interface Chain {
  merchantId: string;
  customerId: string;
  ids: string[];
}

/** Whether it was brought up to date, or attested, by a version that has left it without a digest of what it is now. */
function isWanting({ customerId, programVersion, version, attestingVersion, attested }: LookedAt): boolean {
  if (attested) return version !== attestingVersion;
  return customerId !== null && programVersion !== null;
}

/** Each sale in the chain where it was, or in that of the customer whose it is. */
function byChain(sales: readonly LookedAt[]): Chain[] {
  const chains = new Map<string, Chain>();
  for (const { _id, merchantId, customerId, attested } of sales) {
    const chain = { merchantId, customerId: attested?.in ?? customerId!, ids: [] };
    const key = `${merchantId}/${chain.customerId}`;
    chains.set(key, chains.get(key) ?? chain);
    chains.get(key)!.ids.push(_id);
  }
  return [...chains.values()];
}

/** Answers how many were attested, or would be. */
async function attest(
  mongo: Mongo,
  { merchantId, customerId, ids }: Chain,
  dryRun: boolean,
): Promise<number> {
  if (dryRun) return ids.length;
  return inTransaction(mongo, async (session) => {
    // One whose customer has no wallet was never brought up to date in it.
    if (!(await lockOwnWallet(mongo, session, merchantId, customerId))) return 0;
    const read = await mongo
      .of(saleModel)
      .find({ _id: { $in: ids }, merchantId })
      .session(session)
      .lean();
    const wanting = read.filter(
      (sale) => isWanting(sale) && (sale.attested?.in ?? customerId) === customerId,
    );
    if (wanting.length === 0) return 0;
    const attested = wanting.map((sale) => ({
      ...sale,
      attested: { n: (sale.attested?.n ?? 0) + 1, in: customerId },
    }));
    await mongo.of(saleModel).bulkWrite(
      attested.map((sale) => ({
        updateOne: {
          filter: { _id: sale._id, merchantId, version: sale.version },
          update: { $set: { attested: sale.attested, attestingVersion: sale.version }, $unset: { seal: 1 } },
        },
      })),
      { session, ordered: false },
    );
    const digests = wanting.map((before, index) =>
      digestOfWrite({ before, after: attested[index]!, sealed: sealed(mongo, before) }),
    );
    await attestRecords(mongo, session, { merchantId, customerId }, { sales: digests });
    return attested.length;
  });
}

/** That it has no seal of its own proves nothing: whoever brought it up to date may have sealed nothing. One that does not hold stays said. */
function sealed(mongo: Mongo, sale: AttestableSale): SealState {
  const state = sealState(mongo, sale);
  return state === 'unsealed' ? 'whole' : state;
}
