import type { ClientSession } from 'mongoose';
import { LOT_TYPES, merge, Refusal, unmerge } from '../../loyalty';
import type { Entry, Instant } from '../../loyalty';
import { entryModel, toEntry } from '../ledger';
import { inTransaction, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import type { IdentityKeyNames } from './identity-key-names';
import { attestMerge } from './merge-digest';
import { mergeModel } from './merge-model';
import { bothParties, saveBoth } from './merge-parties';
import { belongingsOf, giveBack, handBelongings, takeOver } from './merge-records';
import type { MergeDoc } from './merge-model';
import type { CustomerDoc } from './customer-model';

/** A merge as stored; `id` in place of `_id`. */
export type Merge = Omit<MergeDoc, '_id'> & { id: string };

/** Who merges whom into whom. The id names the call: repeated, it finds the merge made. */
export type MergeOrder = Pick<
  MergeDoc,
  'merchantId' | 'from' | 'into' | 'automatic' | 'operator' | 'reason'
> & {
  id: string;
  /** Also where both have a document, and not the same. */
  force: boolean;
};

/** Who undoes a merge, why, and by which call. */
export interface UndoOrder {
  operator: string | null;
  reason: string | null;
  call: string;
}

/** A merge whose sales changed hands; `undone`: back again. */
export interface MovedSales {
  merchantId: string;
  id: string;
  undone: boolean;
}

/** Merges of two customers who are one person, and the undoing of merges. */
export interface Merges {
  /**
   * Both ledgers, sales, keys and contact data in one transaction.
   * @throws Refusal `customer_not_found`; `customers_not_mergeable` if it is one customer, or one was merged away already;
   * `customers_in_conflict` if both have a document, not the same, and nothing forces it
   */
  merge(order: MergeOrder, now: Instant): Promise<Merge>;
  /**
   * Gives back what the merge brought, with whatever it holds now.
   * @throws Refusal `merge_already_undone`; `merge_entangled` by a use since then; `customers_not_mergeable` if a later merge
   * has to be undone first
   */
  undo(merchantId: string, id: string, by: UndoOrder, now: Instant): Promise<Merge | null>;
  /** Merges into the customer after which, or after the undoing of which, the runs of the live sales have not been woken yet. */
  toWake(merchantId: string, customerId: string): Promise<MovedSales[]>;
  /** Some of the sales that changed hands, in their order; fewer than `limit`: there are no more. */
  moved(merchantId: string, id: string, page: { skip: number; limit: number }): Promise<string[]>;
  /** Notes that they have been woken since the merge, or since it was undone. */
  woken(merged: MovedSales): Promise<void>;
  get(merchantId: string, id: string): Promise<Merge | null>;
  /** Every merge the customer was part of, newest first. */
  ofCustomer(merchantId: string, customerId: string): Promise<Merge[]>;
}

export function createMerges(mongo: Mongo, names: IdentityKeyNames): Merges {
  const get = async (merchantId: string, id: string): Promise<Merge | null> => {
    const doc = await mongo.of(mergeModel).findOne({ _id: id, merchantId }).lean();
    return doc ? asMerge(doc) : null;
  };

  return {
    get,
    async ofCustomer(merchantId, customerId) {
      const either = [
        { merchantId, from: customerId },
        { merchantId, into: customerId },
      ];
      const found = await mongo.of(mergeModel).find({ $or: either }).lean();
      return found.sort((one, other) => +other.at - +one.at || (one._id < other._id ? 1 : -1)).map(asMerge);
    },
    async merge(order, now) {
      const known = await get(order.merchantId, order.id);
      if (known) return madeBy(order, known);
      try {
        return await inTransaction(mongo, (session) => mergeIn(mongo, session, order, now));
      } catch (error) {
        const made = isDuplicateKey(error) ? await get(order.merchantId, order.id) : null;
        if (!made) throw error;
        return madeBy(order, made);
      }
    },
    async undo(merchantId, id, by, now) {
      const known = await get(merchantId, id);
      if (!known) return null;
      return inTransaction(mongo, (session) => undoIn(mongo, session, names, known, by, now));
    },
    async toWake(merchantId, customerId) {
      const asleep = { merchantId, into: customerId, woken: false };
      const docs = await mongo.of(mergeModel).find(asleep).select({ undoneAt: 1 }).lean();
      return docs.map(({ _id, undoneAt }) => ({ merchantId, id: _id, undone: undoneAt !== null }));
    },
    async moved(merchantId, id, { skip, limit }) {
      const [page] = await mongo
        .of(mergeModel)
        .aggregate<Pick<MergeDoc, 'saleIds'>>([
          { $match: { _id: id, merchantId } },
          { $project: { saleIds: { $slice: ['$saleIds', skip, limit] } } },
        ]);
      return page?.saleIds ?? [];
    },
    async woken({ merchantId, id, undone }) {
      const then = { _id: id, merchantId, undoneAt: undone ? { $ne: null } : null };
      await mongo.of(mergeModel).updateOne(then, { $set: { woken: true } });
    },
  };
}

/** The merge an earlier call made, if it is the one ordered. @throws Refusal `idempotency_key_reused` */
function madeBy({ from, into, automatic, operator, reason }: MergeOrder, made: Merge): Merge {
  if (automatic) return made;
  const same = from === made.from && into === made.into;
  if (!same || operator !== made.operator || reason !== made.reason)
    throw new Refusal('idempotency_key_reused');
  return made;
}

async function mergeIn(
  mongo: Mongo,
  session: ClientSession,
  { id, force, ...order }: MergeOrder,
  now: Instant,
): Promise<Merge> {
  const { merchantId } = order;
  if (order.from === order.into) throw new Refusal('customers_not_mergeable');
  const [from, into] = await bothParties(mongo, session, merchantId, order.from, order.into);
  if (from.customer.mergedInto || into.customer.mergedInto) throw new Refusal('customers_not_mergeable');
  if (!force && haveTwoDocuments(from.customer, into.customer)) throw new Refusal('customers_in_conflict');
  const belongings = await belongingsOf(mongo, session, merchantId, order.from);
  const at = Math.max(now, from.book.wallet.lastAt, into.book.wallet.lastAt);
  const cause = mergeCause(id, order);
  const brought = merge(from.book, into.book, { id, cause, saleIds: belongings.saleIds }, at);
  await saveBoth(mongo, session, from, into, order.into);
  const event = { at: new Date(at), text: 'Cadastro do cliente unido a outro' };
  await handBelongings(mongo, session, order, belongings, event);
  const takenOver = await takeOver(mongo, session, from.customer, into.customer, new Date(at));
  const doc: MergeDoc = {
    ...{ _id: id, ...order, at: new Date(at), ...belongings, brought, takenOver },
    ...{ woken: false, undoneAt: null, undoneBy: null, undoReason: null, undoCall: null },
  };
  await mongo.of(mergeModel).insertMany([doc], { session, lean: true });
  await attestMerge(mongo, session, { merchantId, id });
  return asMerge(doc);
}

async function undoIn(
  mongo: Mongo,
  session: ClientSession,
  names: IdentityKeyNames,
  known: Merge,
  by: UndoOrder,
  now: Instant,
): Promise<Merge> {
  const { merchantId, id } = known;
  const [into, from] = await bothParties(mongo, session, merchantId, known.into, known.from);
  // Read under both locks: sales may have been added to it, or it may have been undone.
  const doc = (await mongo.of(mergeModel).findOne({ _id: id, merchantId }).session(session).lean())!;
  if (doc.undoneAt !== null && doc.undoCall === by.call) {
    if (doc.undoneBy !== by.operator || doc.undoReason !== by.reason)
      throw new Refusal('idempotency_key_reused');
    return asMerge(doc);
  }
  if (doc.undoneAt !== null) throw new Refusal('merge_already_undone');
  const { brought, saleIds } = doc;
  if (into.customer.mergedInto || from.customer.mergedInto !== doc.into)
    throw new Refusal('customers_not_mergeable');
  if (await isCovered(mongo, session, doc)) throw new Refusal('customers_not_mergeable');
  const at = Math.max(now, from.book.wallet.lastAt, into.book.wallet.lastAt);
  const since = await entriesSince(mongo, session, doc);
  unmerge(into.book, from.book, { id, cause: mergeCause(id, by), saleIds, brought, since }, at);
  await saveBoth(mongo, session, into, from, null);
  const back = { merchantId, from: doc.into, into: doc.from };
  const belongings = { saleIds, identityKeys: names.both(merchantId, doc.identityKeys) };
  await handBelongings(mongo, session, back, belongings, {
    at: new Date(at),
    text: 'União de cadastros desfeita',
  });
  await giveBack(mongo, session, doc, into.customer, new Date(at));
  const set = {
    ...{ undoneAt: new Date(at), undoneBy: by.operator, undoReason: by.reason },
    ...{ undoCall: by.call, woken: false },
  };
  await mongo.of(mergeModel).updateOne({ _id: id, merchantId, undoneAt: null }, { $set: set }, { session });
  await attestMerge(mongo, session, { merchantId, id });
  return asMerge({ ...doc, ...set });
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

async function entriesSince(
  mongo: Mongo,
  session: ClientSession,
  { _id: id, merchantId, into, at }: MergeDoc,
): Promise<Entry[]> {
  const own = LOT_TYPES.map((type) => `${merchantId}/merge-in/${id}/${type}`);
  const written = await mongo
    .of(entryModel)
    .find({ _id: { $in: own }, merchantId })
    .select({ seq: 1 })
    .session(session)
    .lean();
  const first = Math.min(...written.map(({ seq }) => seq));
  // A merge that brought nothing has written nothing.
  const after = written.length > 0 ? { seq: { $gte: first } } : { at: { $gt: at } };
  const told = { merchantId, customerId: into, type: { $in: TELLING }, ...after };
  return (await mongo.of(entryModel).find(told).sort({ seq: 1 }).session(session).lean()).map(toEntry);
}

function haveTwoDocuments(a: CustomerDoc, b: CustomerDoc): boolean {
  return a.document !== null && b.document !== null && a.document.value !== b.document.value;
}

/**
 * Whether a later merge into the same customer concerns some of the same sales. Then that one has to be undone first: only
 * from the last merge backwards can be found out what each customer had of such a sale.
 */
async function isCovered(mongo: Mongo, session: ClientSession, doc: MergeDoc): Promise<boolean> {
  const { merchantId, into, at } = doc;
  const concernedSales = ({ saleIds, brought }: MergeDoc): string[] => [
    ...saleIds,
    ...brought.accounts.map(({ saleId }) => saleId),
  ];
  const mine = new Set(concernedSales(doc));
  const later = await mongo
    .of(mergeModel)
    .find({ merchantId, into, undoneAt: null, at: { $gt: at } })
    .session(session)
    .lean();
  return later.some((other) => concernedSales(other).some((saleId) => mine.has(saleId)));
}

function mergeCause(
  mergeId: string,
  { operator, reason }: { operator: string | null; reason: string | null },
): { kind: 'merge'; mergeId: string; operator?: string; reason?: string } {
  return {
    ...{ kind: 'merge', mergeId },
    ...(operator === null ? {} : { operator }),
    ...(reason === null ? {} : { reason }),
  };
}

function asMerge({ _id, ...doc }: MergeDoc): Merge {
  return { id: _id, ...doc };
}
