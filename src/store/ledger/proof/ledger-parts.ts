import { walletModel } from '..';
import type { Mongo } from '../../mongo';

/** Some of a merchant's customers: those after one and up to another, by id; `upTo` null: to the end. */
export interface LedgerPart {
  after: string;
  upTo: string | null;
}

/** Customers in a part: some minutes of work, so that little is done again after a worker's death. */
const PART = 25_000;

/** Parts at most, whatever the number of customers: each is a step in a run's history. */
const PARTS = 1_000;

/** Divides a merchant's customers into parts of about the same size, in order; those who come meanwhile are in the last. */
export async function ledgerParts(mongo: Mongo, merchantId: string, part = PART): Promise<LedgerPart[]> {
  const wallets = mongo.of(walletModel);
  const size = Math.max(part, Math.ceil((await wallets.countDocuments({ merchantId })) / PARTS));
  const parts: LedgerPart[] = [];
  for (let after = ''; ;) {
    const last = await wallets
      .findOne({ merchantId, _id: { $gt: after } })
      .sort({ _id: 1 })
      .skip(size - 1)
      .select({ _id: 1 })
      .lean();
    parts.push({ after, upTo: last?._id ?? null });
    if (!last) return parts;
    after = last._id;
  }
}
