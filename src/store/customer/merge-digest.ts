import type { ClientSession } from 'mongoose';
import { attestRecords, contentDigest, NOT_THERE } from '../ledger';
import type { RecordDigest } from '../ledger';
import type { Mongo } from '../mongo';
import { mergeModel } from './merge-model';
import type { MergeDoc } from './merge-model';

/** What of a merge is attested: all that value depends on, or why value went over; not whom it names, which is erased on request. */
const ATTESTED: Record<keyof MergeDoc, boolean> = {
  _id: true,
  merchantId: true,
  from: true,
  into: true,
  at: true,
  automatic: true,
  operator: true,
  // Its entries say so, which versions before hash as they are.
  keyId: false,
  reason: true,
  saleIds: true,
  identityKeys: false,
  brought: true,
  takenOver: false,
  woken: false,
  undoneAt: true,
  undoneBy: true,
  undoReason: true,
  undoCall: true,
  underway: false,
};

/** The digest of a merge as it is stored. */
export function mergeDigest(merge: MergeDoc): string {
  return contentDigest(
    Object.fromEntries(
      Object.entries(ATTESTED)
        .filter(([, attested]) => attested)
        .map(([name]) => [name, merge[name as keyof MergeDoc]]),
    ),
  );
}

/** What is attested of a merge. */
export function mergeRecord(merge: MergeDoc): RecordDigest {
  return { of: 'merge', id: merge._id, digest: mergeDigest(merge) };
}

/**
 * Attests a merge as this transaction leaves it, in the ledger of whoever was merged away; that wallet's lock is held.
 * @param before as this transaction has read it; null: it was not there
 */
export async function attestMerge(
  mongo: Mongo,
  session: ClientSession,
  of: Pick<MergeDoc, 'merchantId'> & { id: string },
  before: MergeDoc | null,
): Promise<void> {
  const { merchantId, id } = of;
  const merge = await mongo.of(mergeModel).findOne({ _id: id, merchantId }).session(session).lean();
  if (!merge) return;
  await attestRecords(
    mongo,
    session,
    { merchantId, customerId: merge.from },
    { records: [{ ...mergeRecord(merge), was: before ? mergeDigest(before) : NOT_THERE }] },
  );
}
