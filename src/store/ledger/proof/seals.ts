import { walletModel } from '..';
import type { Instant } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { isDuplicateKey } from '../../mongo';
import type { SealDoc, SealedHead } from './seal-model';
import { sealsGenesis, sealHash } from './seal-hash';
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

/** Chains whose ends go into one seal: about 130 bytes each, far below MongoDB's 16 MB for a document. */
const HEADS = 1_000;

/**
 * Seals the ends of all chains that have grown since they were sealed last. It takes no lock: a wallet that changes
 * meanwhile keeps its mark, and goes into the next seal.
 */
export async function sealLedger(mongo: Mongo, merchantId: string, now: Instant): Promise<Sealing> {
  const sealing: Sealing = { seals: 0, heads: 0, last: null };
  for (let after = ''; ;) {
    const heads = await unsealedHeads(mongo, merchantId, after);
    if (heads.length > 0) {
      const seal = await appendSeal(mongo, merchantId, heads, now);
      await markSealed(mongo, seal);
      sealing.seals += 1;
      sealing.heads += heads.length;
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

async function unsealedHeads(mongo: Mongo, merchantId: string, after: string): Promise<SealedHead[]> {
  const wallets = await mongo
    .of(walletModel)
    .find({ merchantId, unsealed: true, _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(HEADS)
    .select({ entryCount: 1, lastHash: 1 })
    .lean();
  return wallets.map(({ _id, entryCount, lastHash }) => ({
    customerId: _id,
    seq: entryCount,
    hash: lastHash ?? '',
  }));
}

/** Writes the next seal. Who loses the number to another sealer takes the one after: the chain never forks. */
async function appendSeal(
  mongo: Mongo,
  merchantId: string,
  heads: SealedHead[],
  now: Instant,
): Promise<SealDoc> {
  for (;;) {
    const last = await lastSeal(mongo, merchantId);
    const n = (last?.n ?? 0) + 1;
    const content = {
      _id: `${merchantId}/${n}`,
      merchantId,
      n,
      at: new Date(now),
      prev: last?.hash ?? sealsGenesis(merchantId),
      heads,
    };
    const seal = { ...content, hash: sealHash(content) };
    try {
      await mongo.of(sealModel).insertMany([seal], { lean: true });
      return seal;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

async function lastSeal(mongo: Mongo, merchantId: string): Promise<Omit<SealDoc, 'heads'> | null> {
  return mongo.of(sealModel).findOne({ merchantId }).sort({ n: -1 }).select({ heads: 0 }).lean();
}

/** Only over the end that was sealed: a wallet that has grown since stays marked. */
async function markSealed(mongo: Mongo, { merchantId, n, heads }: SealDoc): Promise<void> {
  await mongo.of(walletModel).bulkWrite(
    heads.map(({ customerId, seq, hash }) => ({
      updateOne: {
        filter: { _id: customerId, merchantId, entryCount: seq, lastHash: hash },
        update: { $set: { sealed: { n, seq } }, $unset: { unsealed: 1 } },
      },
    })),
    { ordered: false },
  );
}
