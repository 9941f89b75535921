import type { ClientSession } from 'mongoose';
import type { LotType } from '../../loyalty';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { budgetModel } from './budget-model';
import { grantModel } from './grant-model';

/** A budget's counter: the rule it is of, and what that gives. */
export interface Counter {
  merchantId: string;
  type: LotType;
  ruleId: string;
}

/**
 * A counter is not seen by changes that began before it was there. Longer than any transaction lives (60 s by default, and
 * as long again until the server notices), and than processes of a former version remembered that there was none.
 */
const UNSEEN_MS = 5 * 60_000;

/** The `_id` of a counter. */
export function counterId({ merchantId, type, ruleId }: Counter): string {
  return `${merchantId}/${type}/${ruleId}`;
}

/** It was counted after every change that had not seen the counter was over: from then on it misses nothing. */
const FOR_GOOD = { $gte: ['$countedAt', '$recountedUntil'] };

/** The counters that miss nothing. */
export const COUNTED_FOR_GOOD = { $expr: FOR_GOOD };

/**
 * The counters that can be used: those that miss nothing, and those that miss at most changes which began before there was a
 * budget to be kept; the latter only until these are over, and then they are counted again.
 */
export const COUNTED = {
  $expr: {
    $or: [FOR_GOOD, { $and: [{ $gt: ['$countedAt', null] }, { $gt: ['$recountedUntil', '$$NOW'] }] }],
  },
};

/**
 * Makes the counter if it is not there, and counts it from the grants, in one transaction: a crash leaves it as it was. Whatever
 * moves the rule's grants meanwhile and has seen the counter waits for it, or is waited for.
 */
export async function recount(mongo: Mongo, counter: Counter): Promise<void> {
  const filter = { _id: counterId(counter), merchantId: counter.merchantId };
  const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: UNSEEN_MS } };
  const taken = {
    ruleId: counter.ruleId,
    type: counter.type,
    used: { $ifNull: ['$used', 0] },
    version: { $add: [{ $ifNull: ['$version', 0] }, 1] },
    recountedUntil: { $ifNull: ['$recountedUntil', until] },
    countedAt: '$$NOW',
  };
  await inTransaction(mongo, async (session) => {
    await mongo
      .of(budgetModel)
      .updateOne(filter, [{ $set: taken }], { session, upsert: true, updatePipeline: true });
    const used = await deservedSum(mongo, session, { ...counter });
    await mongo.of(budgetModel).updateOne(filter, { $set: { used } }, { session });
  });
}

/** What the sales of these grants deserve together; summed by the server, however many there are. */
export async function deservedSum(
  mongo: Mongo,
  session: ClientSession | null,
  grants: Counter & { saleId?: string },
): Promise<number> {
  const off = { $add: ['$taken', '$letOff', '$lapsed'] };
  const [sum] = await mongo
    .of(grantModel)
    .aggregate<{ deserved: number }>([
      { $match: grants },
      { $group: { _id: null, deserved: { $sum: { $subtract: ['$granted', off] } } } },
    ])
    .session(session);
  return sum?.deserved ?? 0;
}
