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
  if (!(await isWanting(mongo, null, owner))) return false;
  if (dryRun) return true;
  return inTransaction(mongo, async (session) => {
    const wallet = await lockOwnWallet(mongo, session, owner.merchantId, owner._id);
    if (!wallet || !(await isWanting(mongo, session, owner))) return false;
    const records = await recordsOf(mongo, session, owner);
    await appendAttestation(mongo, session, wallet, { records, whole: true });
    return true;
  });
}

/** Whether a version that attests less has written here since everything was attested. */
async function isWanting(
  mongo: Mongo,
  session: ClientSession | null,
  { _id: customerId, merchantId }: Owner,
): Promise<boolean> {
  const of = { merchantId, customerId };
  const whole = await mongo
    .of(attestationModel)
    .findOne({ ...of, whole: true })
    .sort({ n: -1 })
    .session(session)
    .lean();
  const since = { ...of, seq: { $gt: whole?.after ?? 0 }, v: null };
  if (await mongo.of(entryModel).exists(since).session(session)) return true;
  return (
    whole === null &&
    (await mongo.of(mergeModel).exists({ merchantId, from: customerId }).session(session)) !== null
  );
}

async function recordsOf(
  mongo: Mongo,
  session: ClientSession,
  { _id: customerId, merchantId }: Owner,
): Promise<RecordDigest[]> {
  const of = { merchantId, customerId };
  const grants = await mongo.of(grantModel).find(of).session(session).lean();
  const redemptions = await mongo.of(redemptionModel).find(of).session(session).lean();
  const merges = await mongo.of(mergeModel).find({ merchantId, from: customerId }).session(session).lean();
  return [
    ...grants.map((grant) => recordOfGrant(toGrant(grant))),
    ...redemptions.map((redemption) => recordOfRedemption(toRedemption(redemption))),
    ...merges.map(mergeRecord),
  ];
}
