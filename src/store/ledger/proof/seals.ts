import { walletModel } from '..';
import type { Instant } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { inTransaction, isDuplicateKey } from '../../mongo';
import { headModel } from './head-model';
import type { SealDoc, SealedHead } from './seal-model';
import { headId, headsRoot, sealsGenesis, sealHash } from './seal-hash';
import { sealModel } from './seal-model';

/** A seal by its number and hash: whoever keeps it elsewhere can prove later what the ledger was then. */
export interface SealMark {
  n: number;
  hash: string;
  at: Instant;
}

/** What a sealing added. `last` is the newest seal of the merchant, whoever wrote it; null before the first. */
export interface Sealing {
  seals: number;
  heads: number;
  last: SealMark | null;
}

/** Where a long sealing is, for whoever waits for it. */
export interface SealOptions {
  onProgress?: (soFar: Pick<Sealing, 'seals' | 'heads'>) => void;
}

/** Heads under one seal: written in one transaction, and read together where one of them has to be proved. */
const HEADS = 1_000;

/**
 * Seals the ends of all chains that have grown since they were sealed last. It takes no lock: a wallet that changes
 * meanwhile keeps its mark, and goes into the next seal.
 * @param finished the migrations that are, by id
 */
export async function sealLedger(
  mongo: Mongo,
  merchantId: string,
  now: Instant,
  { onProgress }: SealOptions,
  finished: readonly string[],
): Promise<Sealing> {
  const sealing: Sealing = { seals: 0, heads: 0, last: null };
  for (let after = ''; ;) {
    const heads = await unsealedHeads(mongo, merchantId, after);
    if (heads.length > 0) {
      const seal = await appendSeal(mongo, merchantId, heads, now, finished);
      await markSealed(mongo, seal, heads);
      sealing.seals += 1;
      sealing.heads += heads.length;
      onProgress?.(sealing);
    }
    if (heads.length < HEADS) break;
    after = heads.at(-1)!.customerId;
  }
  const last = await lastSeal(mongo, merchantId);
  return { ...sealing, last: last && sealMark(last) };
}

/** A seal without its heads, as operators read it. */
export function sealMark({ n, hash, at }: Pick<SealDoc, 'n' | 'hash' | 'at'>): SealMark {
  return { n, hash, at: at.getTime() };
}

/** Writes the next seal, with its heads. Who loses the number to another sealer takes the one after: the chain never forks. */
export async function appendSeal(
  mongo: Mongo,
  merchantId: string,
  heads: readonly SealedHead[],
  now: Instant,
  finished: readonly string[] = [],
): Promise<SealDoc> {
  for (;;) {
    const last = await lastSeal(mongo, merchantId);
    const n = (last?.n ?? 0) + 1;
    const content = {
      ...{
        _id: `${merchantId}/${n}`,
        merchantId,
        n,
        at: new Date(now),
        prev: last?.hash ?? sealsGenesis(merchantId),
      },
      ...{ v: 2, root: headsRoot(heads), size: heads.length },
      ...(finished.length > 0 ? { finished: [...finished] } : {}),
    };
    const seal = { ...content, hash: sealHash(content) };
    const leaves = heads.map((head) => ({ _id: headId({ merchantId, n, ...head }), merchantId, n, ...head }));
    try {
      await inTransaction(mongo, async (session) => {
        await mongo.of(sealModel).insertMany([seal], { session, lean: true });
        await mongo.of(headModel).insertMany(leaves, { session, lean: true });
      });
      return seal;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

/** The merchant's newest seal; null before the first. */
export async function lastSeal(mongo: Mongo, merchantId: string): Promise<Omit<SealDoc, 'heads'> | null> {
  return mongo.of(sealModel).findOne({ merchantId }).sort({ n: -1 }).select({ heads: 0 }).lean();
}

async function unsealedHeads(mongo: Mongo, merchantId: string, after: string): Promise<SealedHead[]> {
  const wallets = await mongo
    .of(walletModel)
    .find({ merchantId, unsealed: true, _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(HEADS)
    .select({ entryCount: 1, lastHash: 1, attested: 1 })
    .lean();
  return wallets.map(({ _id, entryCount, lastHash, attested }) => ({
    ...{ customerId: _id, seq: entryCount, hash: lastHash ?? '' },
    ...(attested ? { attested } : {}),
  }));
}

/** Only over the ends that were sealed: a wallet that has grown since stays marked. */
async function markSealed(
  mongo: Mongo,
  { merchantId, n }: SealDoc,
  heads: readonly SealedHead[],
): Promise<void> {
  await mongo.of(walletModel).bulkWrite(
    heads.map(({ customerId, seq, hash, attested }) => ({
      updateOne: {
        filter: {
          ...{ _id: customerId, merchantId, entryCount: seq, 'attested.n': attested?.n ?? null },
          ...(hash === '' ? {} : { lastHash: hash }),
        },
        update: {
          $set: { sealed: { n, seq, ...(attested ? { attested: attested.n } : {}) } },
          $unset: { unsealed: 1 },
        },
      },
    })),
    { ordered: false },
  );
}
