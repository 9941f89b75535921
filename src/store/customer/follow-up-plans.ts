import { dueAfter } from '../mongo';
import type { DuePlace, Mongo } from '../mongo';
import { customerModel } from './customer-model';
import type { CustomerDoc, FollowUpPlan } from './customer-model';

/** A customer of whom something is due, or might be. */
export interface PlannedCustomer {
  id: string;
  at: Date | null;
}

/** A place in the list of those who have to be looked at: after this customer, whose plan was made by this version. */
export interface OutdatedPlace {
  id: string;
  /** Null: there was none, or it had come to nothing. */
  version: number | null;
}

/** When there is next something to tell each customer by no sale. Written by whoever looks, and found by the daily sweep. */
export interface FollowUpPlans {
  /** Counts the looks and changes so far; whoever keeps what it has seen since names it. 0: there were none. */
  seen(merchantId: string, customerId: string): Promise<number>;
  /** Keeps what a look came to. False: something has changed since `n`, and it has to be looked at again. */
  keep(
    merchantId: string,
    customerId: string,
    n: number,
    plan: { at: Date | null; version: number },
  ): Promise<boolean>;
  /** Has the next sweep look at a customer, of whom something has changed. */
  changed(merchantId: string, customerId: string): Promise<void>;
  /** Some of the customers whose plan was not made by this version of the program, those without one first, from after the place on. */
  outdated(
    merchantId: string,
    version: number,
    place: OutdatedPlace,
    limit: number,
  ): Promise<OutdatedPlace[]>;
  /** Customers to whom something is to be told by `until`, soonest first, from after the place on. */
  due(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<PlannedCustomer[]>;
}

/** Makes a look that is under way come to nothing, and the next sweep look. */
export const TO_BE_LOOKED_AT = {
  $inc: { 'followUp.n': 1 },
  $unset: { 'followUp.version': 1 },
} as const;

export function createFollowUpPlans(mongo: Mongo): FollowUpPlans {
  const found = async (
    filter: Record<string, unknown>,
    sort: Record<string, 1>,
    limit: number,
  ): Promise<Planned[]> =>
    mongo.of(customerModel).find(filter).select({ followUp: 1 }).sort(sort).limit(limit).lean();

  return {
    async seen(merchantId, customerId) {
      const fields = { followUp: 1 } as const;
      const doc = await mongo.findOne(customerModel, { _id: customerId, merchantId }, { fields });
      return doc?.followUp?.n ?? 0;
    },
    async keep(merchantId, customerId, n, { at, version }) {
      const unchanged = { 'followUp.n': n === 0 ? null : n };
      const followUp: FollowUpPlan = { n: n + 1, at, version };
      const { matchedCount } = await mongo
        .of(customerModel)
        .updateOne({ _id: customerId, merchantId, ...unchanged }, { $set: { followUp } });
      return matchedCount === 1;
    },
    async changed(merchantId, customerId) {
      await mongo.of(customerModel).updateOne({ _id: customerId, merchantId }, TO_BE_LOOKED_AT);
    },
    async outdated(merchantId, version, place, limit) {
      const unseen =
        place.version === null
          ? await found({ merchantId, 'followUp.version': null, _id: { $gt: place.id } }, { _id: 1 }, limit)
          : [];
      if (unseen.length === limit) return unseen.map(asOutdated);
      const former = { merchantId, ...formerAfter(version, place) };
      const sort = { 'followUp.version': 1, _id: 1 } as const;
      return [...unseen, ...(await found(former, sort, limit - unseen.length))].map(asOutdated);
    },
    async due(merchantId, until, place, limit) {
      const filter = { merchantId, ...dueAfter('followUp.at', until, place) };
      const docs = await found(filter, { 'followUp.at': 1, _id: 1 }, limit);
      return docs.map(({ _id: id, followUp }) => ({ id, at: followUp?.at ?? null }));
    },
  };
}

type Planned = Pick<CustomerDoc, '_id' | 'followUp'>;

function asOutdated({ _id: id, followUp }: Planned): OutdatedPlace {
  return { id, version: followUp?.version ?? null };
}

/** Whose plan is of a version before this one, after the place. */
function formerAfter(version: number, { id, version: seen }: OutdatedPlace): Record<string, unknown> {
  const field = 'followUp.version';
  if (seen === null) return { [field]: { $lt: version } };
  return {
    [field]: { $gte: seen, $lt: version },
    $or: [{ [field]: { $gt: seen } }, { [field]: seen, _id: { $gt: id } }],
  };
}
