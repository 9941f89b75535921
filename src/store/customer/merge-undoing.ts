import type { ClientSession } from 'mongoose';
import { catchUp, partsOfUnmerge, Refusal, unmerge } from '../../loyalty';
import type { Entry, Instant } from '../../loyalty';
import { entryModel, toEntry } from '../ledger';
import type { Mongo } from '../mongo';
import type { IdentityKeyNames } from './identity-key-names';
import { attestMerge } from './merge-digest';
import { mergeCause } from './merge-making';
import { mergeModel } from './merge-model';
import type { MergeDoc, Underway } from './merge-model';
import { bothParties, markMoving, saveBoth, saveParty } from './merge-parties';
import type { Party } from './merge-parties';
import { giveBack, handBelongings, handedBy } from './merge-records';
import { beginUnderway, entriesOfParts, isTooLarge, movingBy } from './underway';

/** Who undoes a merge, with which key, why, and by which call. */
export interface UndoOrder {
  operator: string | null;
  keyId?: string | null;
  reason: string | null;
  call: string;
}

/** What is said in the timeline of a sale that goes back. */
export const TOLD_APART = 'União de cadastros desfeita';

/** Undoes a merge that is whole, or, where that is too large for one transaction, begins it. */
export async function undoIn(
  mongo: Mongo,
  session: ClientSession,
  names: IdentityKeyNames,
  known: Pick<MergeDoc, 'merchantId' | 'from' | 'into'> & { id: string },
  by: UndoOrder,
  now: Instant,
): Promise<MergeDoc> {
  const { merchantId, id } = known;
  const [into, from] = await bothParties(mongo, session, merchantId, [known.into, known.from], null);
  // Read under both locks: sales may have been added to it, or it may have been undone.
  const doc = (await mongo.of(mergeModel).findOne({ _id: id, merchantId }).session(session).lean())!;
  if (doc.undoneAt !== null && doc.undoCall === by.call) {
    if (doc.undoneBy !== by.operator || doc.undoReason !== by.reason)
      throw new Refusal('idempotency_key_reused');
    return doc;
  }
  if (doc.undoneAt !== null) throw new Refusal('merge_already_undone');
  if (into.customer.mergedInto || from.customer.mergedInto !== doc.into)
    throw new Refusal('customers_not_mergeable');
  if (await isCovered(mongo, session, doc)) throw new Refusal('customers_not_mergeable');
  const at = Math.max(now, from.book.wallet.lastAt, into.book.wallet.lastAt);
  const undoing = { doc, into, from, by, at };
  if (!isTooLarge(doc.brought.lotIds, doc.saleIds)) return completeUndo(mongo, session, names, undoing, 0);
  return { ...doc, underway: await beginUndo(mongo, session, undoing) };
}

/** A merge that is being undone: whom into whom, by whom, and at which instant. */
interface Undoing {
  doc: MergeDoc;
  into: Party;
  from: Party;
  by: UndoOrder;
  at: Instant;
}

async function beginUndo(
  mongo: Mongo,
  session: ClientSession,
  { doc, into, from, by, at }: Undoing,
): Promise<Underway> {
  const { _id: id, merchantId, brought, saleIds } = doc;
  for (const { book } of [into, from]) catchUp(book, at);
  const since = await entriesSince(mongo, session, doc);
  const parts = partsOfUnmerge(into.book, { id, cause: mergeCause(id, by), saleIds, brought, since });
  for (const party of [into, from]) await saveParty(mongo, session, party);
  await markMoving(mongo, session, doc, movingBy(id, 0));
  const underway = { ...beginUnderway('undo', parts, at), by };
  await mongo.of(mergeModel).updateOne({ _id: id, merchantId }, { $set: { underway } }, { session });
  return underway;
}

/** The last part of undoing a merge: all that is left, what went from one to the other, and everything that was not value. */
export async function finishUndo(
  mongo: Mongo,
  session: ClientSession,
  names: IdentityKeyNames,
  doc: MergeDoc,
  underway: Underway,
): Promise<void> {
  const { _id: id, merchantId } = doc;
  const [into, from] = await bothParties(mongo, session, merchantId, [doc.into, doc.from], id);
  const at = Math.max(underway.at.getTime(), from.book.wallet.lastAt, into.book.wallet.lastAt);
  const undoing = { doc, into, from, by: underway.by!, at };
  await completeUndo(mongo, session, names, undoing, entriesOfParts(underway));
  await markMoving(mongo, session, doc, null);
}

async function completeUndo(
  mongo: Mongo,
  session: ClientSession,
  names: IdentityKeyNames,
  { doc, into, from, by, at }: Undoing,
  part: number,
): Promise<MergeDoc> {
  const { _id: id, merchantId, brought, saleIds } = doc;
  const since = await entriesSince(mongo, session, doc);
  const order = { id, cause: mergeCause(id, by), saleIds, brought, since, part };
  unmerge(into.book, from.book, order, at);
  await saveBoth(mongo, session, into, from, null);
  const back = { merchantId, from: doc.into, into: doc.from };
  const belongings = { saleIds, identityKeys: names.both(merchantId, doc.identityKeys) };
  const event = { at: new Date(at), text: TOLD_APART, ...handedBy(by) };
  await handBelongings(mongo, session, back, belongings, event);
  await giveBack(mongo, session, doc, into.customer, new Date(at));
  const set = {
    ...{ undoneAt: new Date(at), undoneBy: by.operator, undoReason: by.reason },
    ...{ undoCall: by.call, woken: false },
  };
  await mongo
    .of(mergeModel)
    .updateOne({ _id: id, merchantId, undoneAt: null }, { $set: set, $unset: { underway: 1 } }, { session });
  await attestMerge(mongo, session, { merchantId, id }, doc);
  const { underway: _done, ...whole } = doc;
  return { ...whole, ...set };
}

/** What says, of all that was written of the customer who remained since, whose value went where. */
const TELLING: readonly Entry['type'][] = [
  'MERGE_IN',
  'MERGE_OUT',
  'DEBT_OPEN',
  'DEBT_SETTLE',
  'CLAWBACK',
  'REINSTATE',
];

async function entriesSince(mongo: Mongo, session: ClientSession, doc: MergeDoc): Promise<Entry[]> {
  const { merchantId, into, at } = doc;
  const first = await firstSeqOf(mongo, session, doc);
  const after = first === null ? { at: { $gt: at } } : { seq: { $gte: first } };
  const told = { merchantId, customerId: into, type: { $in: TELLING }, ...after };
  return (await mongo.of(entryModel).find(told).sort({ seq: 1 }).session(session).lean()).map(toEntry);
}

/** The place of the merge's first entry in the ledger of whoever remains; null: it brought nothing, and has written nothing. */
async function firstSeqOf(
  mongo: Mongo,
  session: ClientSession,
  { _id: id, merchantId }: Pick<MergeDoc, '_id' | 'merchantId'>,
): Promise<number | null> {
  // Its parts too, of which the first can lack a kind of benefit. Zero is what comes after a slash.
  const own = { $gt: `${merchantId}/merge-in/${id}/`, $lt: `${merchantId}/merge-in/${id}0` };
  const written = await mongo
    .of(entryModel)
    .find({ _id: own, merchantId })
    .select({ seq: 1 })
    .session(session)
    .lean();
  return written.length === 0 ? null : Math.min(...written.map(({ seq }) => seq));
}

/**
 * Whether a later merge into the same customer concerns some of the same sales. Then that one has to be undone first: only
 * from the last merge backwards can be found out what each customer had of such a sale.
 */
async function isCovered(mongo: Mongo, session: ClientSession, doc: MergeDoc): Promise<boolean> {
  const { _id: id, merchantId, into, at } = doc;
  const concernedSales = ({ saleIds, brought }: MergeDoc): string[] => [
    ...saleIds,
    ...brought.accounts.map(({ saleId }) => saleId),
  ];
  const mine = new Set(concernedSales(doc));
  const others = await mongo
    .of(mergeModel)
    .find({ merchantId, into, undoneAt: null, at: { $gte: at }, _id: { $ne: id } })
    .session(session)
    .lean();
  for (const other of others)
    if (
      concernedSales(other).some((saleId) => mine.has(saleId)) &&
      (await isLater(mongo, session, other, doc))
    )
      return true;
  return false;
}

/** One millisecond is no order: of two merges of the same instant their entries tell. */
async function isLater(
  mongo: Mongo,
  session: ClientSession,
  one: MergeDoc,
  other: MergeDoc,
): Promise<boolean> {
  if (one.at > other.at) return true;
  const [first, second] = [await firstSeqOf(mongo, session, other), await firstSeqOf(mongo, session, one)];
  return first !== null && second !== null && second > first;
}
