import type { ClientSession } from 'mongoose';
import { mergeModel, mergeRecord } from '../customer';
import {
  appendAttestation,
  attestationModel,
  entryModel,
  grantModel,
  lockOwnWallet,
  recordOfGrant,
  recordOfRedemption,
  redemptionModel,
  toGrant,
  toRedemption,
  walletModel,
} from '../ledger';
import type { RecordDigest, WalletDoc } from '../ledger';
import { attestedState } from '../ledger/proof';
import type { AttestedState } from '../ledger/proof';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Customers attested at once. */
const AT_ONCE = 10;

/**
 * What versions before did not attest is attested as it stands: accounts, redemptions, merges. From then on no change of it by
 * hand goes unseen; that it was right until then, nothing can prove.
 */
export const attestLedgers: Migration = {
  id: '2026-11-z-attested-ledgers',
  again: true,
  about:
    'Attests accounts, redemptions and merges as they stand, so that the proof sees every later change of them',
  size: (mongo) => mongo.of(walletModel).estimatedDocumentCount(),
  async step(mongo, { cursor, limit, dryRun }) {
    const wallets = await documentsAfter(mongo, walletModel, { cursor, limit })
      .select({ merchantId: 1 })
      .lean();
    let changed = 0;
    for (let from = 0; from < wallets.length; from += AT_ONCE) {
      const some = wallets.slice(from, from + AT_ONCE);
      const done = await Promise.all(some.map((wallet) => attestOne(mongo, wallet, dryRun)));
      changed += done.filter(Boolean).length;
    }
    return {
      looked: wallets.length,
      changed,
      cursor: cursorAfter(wallets, limit),
    };
  },
};

type Owner = Pick<WalletDoc, '_id' | 'merchantId'>;

/** Answers whether there was something to attest. */
async function attestOne(mongo: Mongo, owner: Owner, dryRun: boolean): Promise<boolean> {
  if (!isWanting(await readOne(mongo, null, owner))) return false;
  if (dryRun) return true;
  return inTransaction(mongo, async (session) => {
    const wallet = await lockOwnWallet(mongo, session, owner.merchantId, owner._id);
    if (!wallet) return false;
    const read = await readOne(mongo, session, owner);
    if (!isWanting(read)) return false;
    await appendAttestation(mongo, session, wallet, { records: read.stored, whole: true });
    return true;
  });
}

/** What a customer's chains attest, and what there is. */
interface Known {
  attested: AttestedState;
  stored: RecordDigest[];
}

/**
 * Whether a version that attests less has written here since everything was attested: entries in which it attests nothing of this, or,
 * where it wrote none, a record that is not what was attested last, or was not when this version wrote it again.
 */
function isWanting({ attested, stored }: Known): boolean {
  const { records, links, whole, declared } = attested;
  const there = new Set(stored.map(({ id }) => id));
  return (
    !whole ||
    links.records.length > 0 ||
    stored.some(({ of, id, digest, who }) => {
      const last = records[of].get(id);
      return last?.digest !== digest || last.who !== who;
    }) ||
    [...records.grant.keys(), ...records.merge.keys()].some((id) => !there.has(id)) ||
    (!declared && stored.some(({ of }) => of === 'merge'))
  );
}

async function readOne(mongo: Mongo, session: ClientSession | null, owner: Owner): Promise<Known> {
  const of = { merchantId: owner.merchantId, customerId: owner._id };
  const entries = mongo.of(entryModel).find(of).sort({ seq: 1 }).select({ moves: 0, saleIds: 0 });
  const attestations = mongo.of(attestationModel).find(of).sort({ n: 1 }).select({ sales: 0 });
  return {
    attested: attestedState(
      await entries.session(session).lean(),
      await attestations.session(session).lean(),
    ),
    stored: await recordsOf(mongo, session, owner),
  };
}

async function recordsOf(
  mongo: Mongo,
  session: ClientSession | null,
  { _id: customerId, merchantId }: Owner,
): Promise<RecordDigest[]> {
  const of = { merchantId, customerId };
  const grants = await mongo.of(grantModel).find(of).session(session).lean();
  const redemptions = await mongo.of(redemptionModel).find(of).session(session).lean();
  const merges = await mongo.of(mergeModel).find({ merchantId, from: customerId }).session(session).lean();
  return [
    ...grants.map((grant) => recordOfGrant(toGrant(grant))),
    ...redemptions.map((redemption) => recordOfRedemption(toRedemption(redemption))),
    ...merges.map((merge) => mergeRecord(mongo, merge)),
  ];
}
