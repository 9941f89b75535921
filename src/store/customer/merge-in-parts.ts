import type { ClientSession } from 'mongoose';
import { mergePart, unmergePart } from '../../loyalty';
import { walletModel } from '../ledger';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import type { IdentityKeyNames } from './identity-key-names';
import { finishMerge, mergeCause } from './merge-making';
import { mergeModel } from './merge-model';
import type { MergeDoc, Underway } from './merge-model';
import { markMoving } from './merge-parties';
import { bothShares, saveShares } from './merge-shares';
import { handBelongings, handedBy, MERGED } from './merge-records';
import { finishUndo, TOLD_APART } from './merge-undoing';
import { AT_ONCE, movingBy } from './underway';

/*
 * A merge that is too large for one transaction. The first one marks both wallets, so that nothing else changes them, and writes
 * down what will go over. Then sales go over with all their lots, some at a time: after each transaction both ledgers hold, as two
 * customers'. The last one moves what is left and says who was merged away. Undoing goes the same way back.
 */

/** Carries a merge or its undoing over to its end, from where it stands. */
export async function carryThrough(
  mongo: Mongo,
  names: IdentityKeyNames,
  merchantId: string,
  id: string,
): Promise<MergeDoc> {
  for (;;) {
    const whole = await inTransaction(mongo, (session) => carryPart(mongo, session, names, merchantId, id));
    if (whole) return whole;
  }
}

/** The same for whoever finds it unfinished, unless somebody is at it. */
export async function carryOnMerge(
  mongo: Mongo,
  names: IdentityKeyNames,
  merchantId: string,
  id: string,
): Promise<void> {
  const of = { _id: id, merchantId };
  const found = await mongo.of(mergeModel).findOne(of).select({ from: 1 }).lean();
  const moved = { _id: found?.from, merchantId, 'moving.by': id, 'moving.until': { $lte: new Date() } };
  if (found && (await mongo.of(walletModel).exists(moved))) await carryThrough(mongo, names, merchantId, id);
}

/** The next part, or the rest. Answers the merge if nothing is left to do. */
export async function carryPart(
  mongo: Mongo,
  session: ClientSession,
  names: IdentityKeyNames,
  merchantId: string,
  id: string,
): Promise<MergeDoc | null> {
  const doc = (await mongo.of(mergeModel).findOne({ _id: id, merchantId }).session(session).lean())!;
  const { underway } = doc;
  if (!underway) return doc;
  const { ends, what } = underway;
  const done = await partsDone(mongo, session, doc);
  if (done < ends.length) await moveLots(mongo, session, doc, underway, done);
  else if ((done - ends.length) * AT_ONCE < doc.saleIds.length)
    await moveSales(mongo, session, doc, underway, done - ends.length);
  else {
    if (what === 'merge') await finishMerge(mongo, session, names, doc, underway);
    else await finishUndo(mongo, session, names, doc, underway);
    return null;
  }
  await markMoving(mongo, session, doc, movingBy(id, done + 1));
  return null;
}

/** Two who carry it over at once meet at the wallets' locks, and only one of them does the part. */
async function partsDone(
  mongo: Mongo,
  session: ClientSession,
  { _id: id, merchantId, from }: MergeDoc,
): Promise<number> {
  const wallet = await mongo.of(walletModel).findOne({ _id: from, merchantId }).session(session).lean();
  return wallet?.moving?.by === id ? wallet.moving.done : 0;
}

/** Whose it was, and whose it becomes. */
function direction({ from, into }: MergeDoc, what: Underway['what']): { from: string; into: string } {
  return what === 'merge' ? { from, into } : { from: into, into: from };
}

/** Some lots, with their sales, what is on account of these, and the uses that drew on them first. */
async function moveLots(
  mongo: Mongo,
  session: ClientSession,
  doc: MergeDoc,
  underway: Underway,
  part: number,
): Promise<void> {
  const { _id: id, merchantId, brought, saleIds } = doc;
  const { ends, lotIds, what, stayingIds } = underway;
  const parties = direction(doc, what);
  const some = lotIds.slice(ends[part - 1] ?? 0, ends[part]);
  const [from, into] = await bothShares(mongo, session, { merchantId, ...parties, by: id }, some, stayingIds);
  const at = Math.max(underway.at.getTime(), from.wallet.lastAt.getTime(), into.wallet.lastAt.getTime());
  if (what === 'merge')
    mergePart(from.book, into.book, { id, cause: mergeCause(id, doc), saleIds, part }, at);
  else {
    const cause = mergeCause(id, underway.by!);
    unmergePart(from.book, into.book, { id, cause, saleIds, brought, part }, at);
  }
  const own = new Set(saleIds);
  const sales = [...from.sales].filter((saleId) => own.has(saleId));
  await saveShares(mongo, session, from, into);
  await hand(mongo, session, doc, underway, sales);
}

/** Some of the sales that are not there yet: those that have no lots. */
async function moveSales(
  mongo: Mongo,
  session: ClientSession,
  doc: MergeDoc,
  underway: Underway,
  part: number,
): Promise<void> {
  const first = part * AT_ONCE;
  await hand(mongo, session, doc, underway, doc.saleIds.slice(first, first + AT_ONCE));
}

async function hand(
  mongo: Mongo,
  session: ClientSession,
  doc: MergeDoc,
  { what, at, by }: Underway,
  saleIds: string[],
): Promise<void> {
  const { merchantId } = doc;
  const event = { at, text: what === 'merge' ? MERGED : TOLD_APART, ...handedBy(by ?? doc) };
  const belongings = { saleIds, identityKeys: [] };
  await handBelongings(mongo, session, { merchantId, ...direction(doc, what) }, belongings, event);
}
