import type { ClientSession } from 'mongoose';
import { attestRecords, contentDigest, NOT_THERE } from '../ledger';
import type { RecordDigest } from '../ledger';
import type { Mongo } from '../mongo';
import { canonicalJson } from '../../text';
import { IDENTITY_KEYS, keyNamer } from './identity-key-names';
import { mergeModel } from './merge-model';
import type { MergeDoc } from './merge-model';

/** How a field of a merge is proved: by its digest, or by one under the database's key, as it names a person. */
type ProvedBy = 'digest' | 'keyed digest' | null;

/** What of a merge is attested: all that value depends on, why value went over, and who is to be whom again where it is undone. */
const ATTESTED: Record<keyof MergeDoc, ProvedBy> = {
  _id: 'digest',
  merchantId: 'digest',
  from: 'digest',
  into: 'digest',
  at: 'digest',
  automatic: 'digest',
  operator: 'digest',
  // Its entries say so, which versions before hash as they are.
  keyId: null,
  reason: 'digest',
  saleIds: 'digest',
  identityKeys: 'keyed digest',
  brought: 'digest',
  takenOver: 'keyed digest',
  woken: null,
  undoneAt: 'digest',
  undoneBy: 'digest',
  undoReason: 'digest',
  undoCall: 'digest',
  underway: null,
};

/** What is attested of a merge. */
export function mergeRecord(mongo: Keyed, merge: MergeDoc): RecordDigest {
  return { of: 'merge', id: merge._id, digest: mergeDigest(merge), who: whoDigest(mongo, merge) };
}

type Keyed = Pick<Mongo, 'keyedDigest'>;

/** The digest of a merge as it is stored. */
function mergeDigest(merge: MergeDoc): string {
  return contentDigest(provedBy('digest', merge));
}

/** The digest of the persons it names. Keys in clear text and those they have got since are the same. */
function whoDigest(mongo: Keyed, merge: MergeDoc): string {
  const { merchantId, identityKeys } = merge;
  const hashed = keyNamer((text) => mongo.keyedDigest(IDENTITY_KEYS, text));
  // Whatever somebody has made of it.
  const keys = [identityKeys as unknown].flat().map((key) => hashed(merchantId, String(key)));
  const content = { ...provedBy('keyed digest', merge), identityKeys: [...new Set(keys)].sort() };
  return mongo.keyedDigest('persons of merges', canonicalJson({ merge: merge._id, ...content }));
}

function provedBy(by: ProvedBy, merge: MergeDoc): Partial<MergeDoc> {
  return Object.fromEntries(
    Object.entries(ATTESTED)
      .filter(([, proved]) => proved === by)
      .map(([name]) => [name, merge[name as keyof MergeDoc]]),
  );
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
  const was = before ? { was: mergeDigest(before), whoWas: whoDigest(mongo, before) } : { was: NOT_THERE };
  await attestRecords(
    mongo,
    session,
    { merchantId, customerId: merge.from },
    { records: [{ ...mergeRecord(mongo, merge), ...was }] },
  );
}
