import { after, dueAfter, isDuplicateKey } from '../mongo';
import type { DuePlace, Mongo, Place } from '../mongo';
import { connectionModel } from './connection-model';
import { reconciledOrderModel, reconciliationModel } from './reconciliation-model';
import type {
  FoundOrder,
  FoundWhy,
  ListedThen,
  ReconciledOrderDoc,
  ReconciliationDoc,
  ReconciliationEnd,
} from './reconciliation-model';

/** A reconciliation as stored; `id` in place of `_id`. */
export type Reconciliation = Omit<ReconciliationDoc, '_id'> & { id: string };

/** What is to be compared. */
export type NewReconciliation = Pick<
  Reconciliation,
  'id' | 'merchantId' | 'connectionId' | 'trigger' | 'from' | 'until' | 'soldFrom' | 'soldTo'
>;

/** An order that was looked at. `why` null: it is as it should be. */
export interface LookedAt {
  orderId: string;
  why: FoundWhy | null;
  listed: ListedThen | null;
}

/** One that was found, and what its row said then. */
export type Unrepaired = Pick<ReconciledOrderDoc, 'orderId' | 'why' | 'listed' | 'at'>;

/** Told of one reconciliation; the sums are of all. */
export const MOST_FOUND = 200;

/** Single orders are kept for so long; the report is kept for good. */
const KEPT_MS = 7 * 86_400_000;
/** And reports of the connection's own that found nothing. */
const NOTHING_KEPT_MS = 30 * 86_400_000;
/** Longer than it takes from the place to the report, unless whoever took it has died. */
const BEGINNING_MS = 60_000;

/** Comparisons of the lists of orders with the sales, one at a time for each connection. */
export interface Reconciliations {
  /**
   * Begins one; one that is there already stays as it is. Of two only one is under way: the connection's own gives way to one that a person
   * wants, and is made again after it. `busy`: another is under way that does not.
   */
  open(fresh: NewReconciliation, now: Date): Promise<Reconciliation | 'busy'>;
  get(merchantId: string, id: string): Promise<Reconciliation | null>;
  /** Of a connection, newest first, without the single orders, from after a place on. */
  list(
    merchantId: string,
    connectionId: string,
    page: { limit: number } & Place,
  ): Promise<Omit<Reconciliation, 'found'>[]>;
  /** Those that were begun by `until` and are not finished, in the order they were begun in, from after `place` on. */
  unfinished(
    merchantId: string,
    until: Date,
    place: DuePlace,
    limit: number,
  ): Promise<Omit<Reconciliation, 'found'>[]>;
  /** Notes what was looked at, each order once. Answers how many of them were not known. */
  look(merchantId: string, id: string, some: readonly LookedAt[], now: Date): Promise<number>;
  /** Notes of one that was as it should be by its row, that it is not as it was read by itself at `now`; once. */
  lookAgain(merchantId: string, id: string, found: LookedAt & { why: FoundWhy }, now: Date): Promise<void>;
  /** Which of these orders were looked at so far, and what was found of each. */
  seen(
    merchantId: string,
    id: string,
    orderIds: readonly string[],
  ): Promise<ReadonlyMap<string, FoundWhy | null>>;
  /** Which of these orders a list has. */
  listed(merchantId: string, id: string, orderIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What was found and does not agree yet, in the order of their ids, from after one on. */
  unrepaired(merchantId: string, id: string, after: string, limit: number): Promise<Unrepaired[]>;
  /** Notes that these agree by now. */
  repaired(merchantId: string, id: string, orderIds: readonly string[], now: Date): Promise<void>;
  /** Brings the sums up to date with the single orders. Null: there is no such reconciliation. */
  sum(merchantId: string, id: string): Promise<Reconciliation | null>;
  /**
   * Forgets what nobody looks for after a comparison of the connection's own: the orders of it that were as they should be, and reports of
   * long ago that found nothing.
   */
  tidy(merchantId: string, connectionId: string, id: string, now: Date): Promise<void>;
  /** Ends one that is running, another stays as it is, and lets the next begin. Null: there is none. */
  end(
    merchantId: string,
    id: string,
    how: 'finished' | ReconciliationEnd,
    now: Date,
    failure?: string | null,
  ): Promise<Reconciliation | null>;
}

/** The reconciliations of one database. */
export function createReconciliations(mongo: Mongo): Reconciliations {
  const reports = () => mongo.of(reconciliationModel);
  const orders = () => mongo.of(reconciledOrderModel);

  const get = async (merchantId: string, id: string): Promise<Reconciliation | null> => {
    const doc = await reports().findOne({ _id: id, merchantId }).lean();
    return doc && asReconciliation(doc);
  };

  /** Takes the one place there is; false: another has it. */
  async function take(fresh: NewReconciliation, now: Date): Promise<boolean> {
    const { id, merchantId, connectionId, trigger } = fresh;
    for (;;) {
      const free = { _id: connectionId, merchantId, reconciling: { $in: [null, id] } };
      const mark = { $set: { reconciling: id, reconcilingSince: now } };
      const { matchedCount } = await mongo.of(connectionModel).updateOne(free, mark);
      if (matchedCount === 1) return true;
      const taken = await mongo.of(connectionModel).findOne({ _id: connectionId, merchantId }).lean();
      const other = taken?.reconciling ?? null;
      if (other === null) return false;
      const running = await get(merchantId, other);
      const since = taken?.reconcilingSince?.getTime() ?? -Infinity;
      if (!running && now.getTime() - since < BEGINNING_MS) return false;
      const inTheWay = running?.state === 'running';
      if (inTheWay && (running.trigger !== 'scheduled' || trigger === 'scheduled')) return false;
      if (inTheWay) await end(merchantId, other, 'cancelled', now);
      // Else whoever had it died before it began, or after it had ended.
      else await release(merchantId, connectionId, other);
    }
  }

  async function release(merchantId: string, connectionId: string, id: string): Promise<void> {
    await mongo
      .of(connectionModel)
      .updateOne({ _id: connectionId, merchantId, reconciling: id }, { $set: { reconciling: null } });
  }

  async function sums(merchantId: string, id: string): Promise<Partial<ReconciliationDoc>> {
    const of = { merchantId, reconciliationId: id };
    const groups = await orders().aggregate<{ _id: { why: FoundWhy | null; repaired: boolean }; n: number }>([
      { $match: of },
      { $group: { _id: { why: '$why', repaired: { $ne: ['$repairedAt', null] } }, n: { $sum: 1 } } },
    ]);
    const count = (is: (group: { why: FoundWhy | null; repaired: boolean }) => boolean): number =>
      groups.filter(({ _id }) => is(_id)).reduce((sum, { n }) => sum + n, 0);
    const some = await orders()
      .find({ ...of, found: true })
      .sort({ _id: 1 })
      .limit(MOST_FOUND)
      .lean();
    return {
      lookedAt: count(({ why }) => why !== 'unlisted'),
      missing: count(({ why }) => why === 'missing'),
      differing: count(({ why }) => why !== null && why !== 'missing' && why !== 'unlisted'),
      deleted: count(({ why, repaired }) => why === 'unlisted' && repaired),
      repaired: count(({ why, repaired }) => why !== null && repaired),
      found: some.map(({ orderId, why, at, repairedAt }): FoundOrder => ({
        ...{ orderId, why: why!, foundAt: at, repairedAt },
      })),
    };
  }

  async function look(merchantId: string, id: string, some: readonly LookedAt[], now: Date): Promise<number> {
    if (some.length === 0) return 0;
    const docs = some.map((one) => newLook(merchantId, id, one, now));
    const known = await orders()
      .find({ merchantId, _id: { $in: docs.map(({ _id }) => _id) } })
      .select({ _id: 1 })
      .lean();
    const knownIds = new Set(known.map(({ _id }) => _id));
    const fresh = docs.filter(({ _id }) => !knownIds.has(_id));
    if (fresh.length === 0) return 0;
    try {
      await orders().insertMany(fresh, { lean: true, ordered: false });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const inList = fresh.filter(({ listed }) => listed !== null).length;
    if (inList > 0) await reports().updateOne({ _id: id, merchantId }, { $inc: { lookedAt: inList } });
    return fresh.length;
  }

  async function end(
    merchantId: string,
    id: string,
    state: 'finished' | ReconciliationEnd,
    now: Date,
    failure: string | null = null,
  ): Promise<Reconciliation | null> {
    const running = { _id: id, merchantId, state: 'running' as const };
    const change = { ...(await sums(merchantId, id)), state, failure, endedAt: now };
    await reports().updateOne(running, { $set: change });
    const ended = await get(merchantId, id);
    if (ended) await release(merchantId, ended.connectionId, id);
    return ended;
  }

  return {
    get,
    end,
    async open(fresh, now) {
      const known = await get(fresh.merchantId, fresh.id);
      if (known) return known;
      if (!(await take(fresh, now))) return 'busy';
      const doc = newReconciliation(fresh, now);
      try {
        await reports().insertMany([doc], { lean: true });
        return asReconciliation(doc);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return (await get(fresh.merchantId, fresh.id)) ?? 'busy';
      }
    },
    async list(merchantId, connectionId, { limit, ...place }) {
      const docs = await reports()
        .find({ merchantId, connectionId, ...after('beganAt', place) })
        .sort({ beganAt: -1, _id: -1 })
        .limit(limit)
        .select({ found: 0 })
        .lean();
      return docs.map(asReconciliation);
    },
    async unfinished(merchantId, until, place, limit) {
      const docs = await reports()
        .find({ merchantId, state: 'running', ...dueAfter('beganAt', until, place) })
        .sort({ beganAt: 1, _id: 1 })
        .limit(limit)
        .select({ found: 0 })
        .lean();
      return docs.map(asReconciliation);
    },
    look,
    async lookAgain(merchantId, id, found, now) {
      await look(merchantId, id, [found], now);
      const asItShouldBe = { _id: `${id}/${found.orderId}`, merchantId, why: null };
      await orders().updateOne(asItShouldBe, { $set: { found: true, why: found.why, at: now } });
    },
    async seen(merchantId, id, orderIds) {
      const docs = await orders()
        .find({ merchantId, _id: { $in: orderIds.map((orderId) => `${id}/${orderId}`) } })
        .lean();
      return new Map(docs.map(({ orderId, why }) => [orderId, why]));
    },
    async listed(merchantId, id, orderIds) {
      const docs = await orders()
        .find({ merchantId, _id: { $in: orderIds.map((orderId) => `${id}/${orderId}`) } })
        .lean();
      return new Set(docs.filter(({ listed }) => listed !== null).map(({ orderId }) => orderId));
    },
    async unrepaired(merchantId, id, place, limit) {
      const docs = await orders()
        .find({
          ...{ merchantId, reconciliationId: id, found: true },
          ...{ _id: { $gt: `${id}/${place}` }, repairedAt: null },
        })
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      return docs.map(({ orderId, why, listed, at }) => ({ orderId, why, listed, at }));
    },
    async repaired(merchantId, id, orderIds, now) {
      if (orderIds.length === 0) return;
      const which = { merchantId, _id: { $in: orderIds.map((orderId) => `${id}/${orderId}`) } };
      await orders().updateMany({ ...which, repairedAt: null }, { $set: { repairedAt: now } });
    },
    async tidy(merchantId, connectionId, id, now) {
      await orders().deleteMany({ merchantId, reconciliationId: id, found: false });
      await reports().deleteMany({
        ...{ merchantId, connectionId, beganAt: { $lt: new Date(now.getTime() - NOTHING_KEPT_MS) } },
        ...{ trigger: 'scheduled', state: 'finished', missing: 0, differing: 0, deleted: 0 },
      });
    },
    async sum(merchantId, id) {
      await reports().updateOne({ _id: id, merchantId }, { $set: await sums(merchantId, id) });
      return get(merchantId, id);
    },
  };
}

function newReconciliation({ id, ...fresh }: NewReconciliation, now: Date): ReconciliationDoc {
  return {
    _id: id,
    ...fresh,
    ...{ state: 'running', failure: null },
    ...{ lookedAt: 0, missing: 0, differing: 0, deleted: 0, repaired: 0, found: [] },
    ...{ beganAt: now, endedAt: null },
  };
}

function newLook(
  merchantId: string,
  id: string,
  { orderId, why, listed }: LookedAt,
  now: Date,
): ReconciledOrderDoc {
  return {
    _id: `${id}/${orderId}`,
    ...{ merchantId, reconciliationId: id, orderId },
    ...{ found: why !== null, why, listed },
    ...{ at: now, repairedAt: null, lapsesAt: new Date(now.getTime() + KEPT_MS) },
  };
}

function asReconciliation<Doc extends { _id: string }>({
  _id,
  ...doc
}: Doc): Omit<Doc, '_id'> & { id: string } {
  return { id: _id, ...doc };
}
