import type { ClientSession } from 'mongoose';
import { broughtBy, catchUp, causeOf, merge, partsOfMerge, Refusal } from '../../loyalty';
import type { Cause, Instant } from '../../loyalty';
import type { Mongo } from '../mongo';
import { haveTwoDocuments } from './contact-data';
import type { IdentityKeyNames } from './identity-key-names';
import { attestMerge } from './merge-digest';
import { mergeModel } from './merge-model';
import type { MergeDoc, Underway } from './merge-model';
import { markMoving, bothParties, saveBoth, saveParty } from './merge-parties';
import type { Party } from './merge-parties';
import { belongingsOf, handBelongings, handedBy, MERGED, takeOver } from './merge-records';
import type { Belongings } from './merge-records';
import { beginUnderway, entriesOfParts, isTooLarge, movingBy } from './underway';

/** Who merges whom into whom. The id names the call: repeated, it finds the merge made. */
export type MergeOrder = Pick<
  MergeDoc,
  'merchantId' | 'from' | 'into' | 'automatic' | 'operator' | 'keyId' | 'reason'
> & {
  id: string;
  /** Also where both have a document, and not the same. */
  force: boolean;
};

const NOT_YET = { undoneAt: null, undoneBy: null, undoReason: null, undoCall: null };

/** Makes the merge, or, where it is too large for one transaction, begins it. */
export async function mergeIn(
  mongo: Mongo,
  session: ClientSession,
  names: IdentityKeyNames,
  order: MergeOrder,
  now: Instant,
): Promise<MergeDoc> {
  const { merchantId } = order;
  if (order.from === order.into) throw new Refusal('customers_not_mergeable');
  const [from, into] = await bothParties(mongo, session, merchantId, [order.from, order.into], null);
  if (from.customer.mergedInto || into.customer.mergedInto) throw new Refusal('customers_not_mergeable');
  if (!order.force && haveTwoDocuments(from.customer, into.customer))
    throw new Refusal('customers_in_conflict');
  const belongings = await belongingsOf(mongo, session, merchantId, order.from);
  const at = Math.max(now, from.book.wallet.lastAt, into.book.wallet.lastAt);
  const large = isTooLarge(from.book.wallet.lots, belongings.saleIds);
  const made = large
    ? await beginMerge(mongo, session, order, { from, into, belongings }, at)
    : await wholeMerge(mongo, session, order, { from, into, belongings }, at);
  const doc = { ...made, identityKeys: await names.toRecord(session, merchantId, made.identityKeys) };
  await mongo.of(mergeModel).insertMany([doc], { session, lean: true });
  await attestMerge(mongo, session, { merchantId, id: order.id }, null);
  return doc;
}

interface Merging {
  from: Party;
  into: Party;
  belongings: Belongings;
}

async function wholeMerge(
  mongo: Mongo,
  session: ClientSession,
  { id, force: _force, ...order }: MergeOrder,
  { from, into, belongings }: Merging,
  at: Instant,
): Promise<MergeDoc> {
  const cause = mergeCause(id, order);
  const brought = merge(from.book, into.book, { id, cause, saleIds: belongings.saleIds }, at);
  const takenOver = await handOver(mongo, session, order, { from, into, belongings }, at);
  return {
    ...{ _id: id, ...order, at: new Date(at), ...belongings, brought, takenOver },
    ...{ woken: false, ...NOT_YET },
  };
}

/**
 * Both wallets stand still from now on, so all that the merge will bring is known. Until the merge is whole nothing says yet that
 * the one was merged away.
 */
async function beginMerge(
  mongo: Mongo,
  session: ClientSession,
  { id, force: _force, ...order }: MergeOrder,
  { from, into, belongings }: Merging,
  at: Instant,
): Promise<MergeDoc> {
  for (const { book } of [from, into]) catchUp(book, at);
  const brought = broughtBy(from.book, into.book, belongings);
  const parts = partsOfMerge(from.book);
  for (const party of [from, into]) await saveParty(mongo, session, party);
  await markMoving(mongo, session, order, movingBy(id, 0));
  return {
    ...{ _id: id, ...order, at: new Date(at), ...belongings, brought },
    takenOver: { document: false, name: false, phoneKeys: [], emails: [] },
    ...{ woken: true, ...NOT_YET },
    underway: beginUnderway('merge', { ...parts, stayingIds: [] }, at),
  };
}

/** The last part of a merge: all that is left, and everything that was not value. */
export async function finishMerge(
  mongo: Mongo,
  session: ClientSession,
  names: IdentityKeyNames,
  doc: MergeDoc,
  underway: Underway,
): Promise<void> {
  const { _id: id, merchantId } = doc;
  const [from, into] = await bothParties(mongo, session, merchantId, [doc.from, doc.into], id);
  const left = await belongingsOf(mongo, session, merchantId, doc.from);
  const at = Math.max(underway.at.getTime(), from.book.wallet.lastAt, into.book.wallet.lastAt);
  const saleIds = [...new Set([...doc.saleIds, ...left.saleIds])];
  const order = { id, cause: mergeCause(id, doc), saleIds, part: entriesOfParts(underway) };
  const rest = merge(from.book, into.book, order, at);
  const takenOver = await handOver(mongo, session, doc, { from, into, belongings: left }, at);
  await markMoving(mongo, session, doc, null);
  const identityKeys = [...new Set([...doc.identityKeys, ...left.identityKeys])];
  const set = {
    ...{ saleIds, identityKeys: await names.toRecord(session, merchantId, identityKeys) },
    'brought.lotIds': [...new Set([...doc.brought.lotIds, ...rest.lotIds])],
    'brought.redemptionIds': [...new Set([...doc.brought.redemptionIds, ...rest.redemptionIds])],
    ...{ takenOver, woken: false },
  };
  await mongo
    .of(mergeModel)
    .updateOne({ _id: id, merchantId }, { $set: set, $unset: { underway: 1 } }, { session });
  await attestMerge(mongo, session, { merchantId, id }, doc);
}

/** Stores both wallets, and hands everything else over. Answers what was added to the contact data of the one who remains. */
async function handOver(
  mongo: Mongo,
  session: ClientSession,
  order: Pick<MergeDoc, 'merchantId' | 'from' | 'into' | 'operator' | 'keyId'>,
  { from, into, belongings }: Merging,
  at: Instant,
): Promise<MergeDoc['takenOver']> {
  await saveBoth(mongo, session, from, into, order.into);
  const event = { at: new Date(at), text: MERGED, ...handedBy(order) };
  await handBelongings(mongo, session, order, belongings, event);
  return takeOver(mongo, session, from.customer, into.customer, new Date(at));
}

/** Why the entries of a merge, or of its undoing, are there. */
export function mergeCause(
  mergeId: string,
  { operator, keyId, reason }: { operator: string | null; keyId?: string | null; reason: string | null },
): Cause {
  return causeOf({ kind: 'merge', mergeId, operator, keyId: keyId ?? null, reason });
}
