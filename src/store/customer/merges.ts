import { Refusal } from '../../loyalty';
import type { Instant } from '../../loyalty';
import { WalletMovingError } from '../ledger';
import { dueAfter, inTransaction, isDuplicateKey } from '../mongo';
import type { DuePlace, Mongo } from '../mongo';
import type { IdentityKeyNames } from './identity-key-names';
import { carryOnMerge, carryThrough } from './merge-in-parts';
import { mergeIn } from './merge-making';
import type { MergeOrder } from './merge-making';
import { mergeModel } from './merge-model';
import { undoIn } from './merge-undoing';
import type { UndoOrder } from './merge-undoing';
import type { MergeDoc } from './merge-model';

/** A merge as stored; `id` in place of `_id`. */
export type Merge = Omit<MergeDoc, '_id'> & { id: string };

/** A merge whose sales changed hands; `undone`: back again. */
export interface MovedSales {
  merchantId: string;
  id: string;
  undone: boolean;
}

/** A merge that was made and not seen through. */
export type UnfinishedMerge = MovedSales & Pick<MergeDoc, 'from' | 'into' | 'at'>;

/** Merges of two customers who are one person, and the undoing of merges. */
export interface Merges {
  /**
   * Both ledgers, sales, keys and contact data in one transaction; of more lots than that can take in parts, each of them whole,
   * during which nothing else changes the wallets of the two. Begun anew it goes on where it broke off.
   * @throws Refusal `customer_not_found`; `customers_not_mergeable` if it is one customer, or one was merged away already;
   * `customers_in_conflict` if both have a document, not the same, and nothing forces it
   */
  merge(order: MergeOrder, now: Instant): Promise<Merge>;
  /**
   * Gives back what the merge brought, with whatever it holds now.
   * @throws Refusal `merge_already_undone`; `merge_entangled` by a use since then; `customers_not_mergeable` if a later merge
   * has to be undone first; `idempotency_key_reused`
   */
  undo(merchantId: string, id: string, by: UndoOrder, now: Instant): Promise<Merge | null>;
  /** Merges into the customer after which, or after the undoing of which, the runs of the live sales have not been woken yet. */
  toWake(merchantId: string, customerId: string): Promise<MovedSales[]>;
  /** Merges made by `until` whose sales have not been woken since they were made or undone, oldest first, from after `place` on. */
  unfinished(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<UnfinishedMerge[]>;
  /** Merges, or undoings of merges, that were begun by `until` and are not whole, oldest first. */
  inParts(merchantId: string, until: Date, limit: number): Promise<UnfinishedMerge[]>;
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

  /** The same once all its parts, or those of its undoing, are done. */
  const whole = async (made: Merge): Promise<Merge> =>
    made.underway ? asMerge(await carryThrough(mongo, names, made.merchantId, made.id)) : made;

  /** What another merge moves in parts has to be moved first. */
  const unmoved = async <T>({ merchantId }: { merchantId: string }, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WalletMovingError) await carryOnMerge(mongo, names, merchantId, error.mergeId);
      throw error;
    }
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
      if (known) return whole(madeBy(order, known));
      try {
        return await whole(
          asMerge(
            await unmoved(order, () =>
              inTransaction(mongo, (session) => mergeIn(mongo, session, names, order, now)),
            ),
          ),
        );
      } catch (error) {
        const made = isDuplicateKey(error) ? await get(order.merchantId, order.id) : null;
        if (!made) throw error;
        return whole(madeBy(order, made));
      }
    },
    async undo(merchantId, id, by, now) {
      const known = await get(merchantId, id);
      if (!known) return null;
      const made = await whole(known);
      const undone = await unmoved(made, () =>
        inTransaction(mongo, (session) => undoIn(mongo, session, names, made, by, now)),
      );
      return whole(asMerge(undone));
    },
    async toWake(merchantId, customerId) {
      const asleep = { merchantId, into: customerId, woken: false };
      const docs = await mongo.find(mergeModel, asleep, { fields: { undoneAt: 1 } });
      return docs.map(({ _id, undoneAt }) => ({ merchantId, id: _id, undone: undoneAt !== null }));
    },
    async unfinished(merchantId, until, place, limit) {
      const asleep = await mongo
        .of(mergeModel)
        .find({ merchantId, woken: false, ...dueAfter('at', until, place) })
        .select(MEANT)
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .lean();
      return asleep.map(asUnfinished);
    },
    async inParts(merchantId, until, limit) {
      const large = await mongo
        .of(mergeModel)
        .find({ merchantId, 'underway.at': { $lte: until } })
        .select(MEANT)
        .sort({ 'underway.at': 1, _id: 1 })
        .limit(limit)
        .lean();
      return large.map(asUnfinished);
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

/** What is read of a merge that is not seen through: all the rest of a large one is some megabytes. */
const MEANT = { merchantId: 1, from: 1, into: 1, at: 1, undoneAt: 1, 'underway.what': 1 } as const;

function asUnfinished(doc: MergeDoc): UnfinishedMerge {
  const { _id: id, merchantId, from, into, at, undoneAt, underway } = doc;
  return { merchantId, id, from, into, at, undone: underway ? underway.what === 'undo' : undoneAt !== null };
}

function asMerge({ _id, ...doc }: MergeDoc): Merge {
  return { id: _id, ...doc };
}
