import type { ClientSession } from 'mongoose';
import { LedgerError } from '../../loyalty';
import type { LotType } from '../../loyalty';
import { inTransaction, isDuplicateKey } from '../mongo';
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

/** By how much the clocks of two servers of MongoDB may differ: whichever is asked says what time it is. */
const CLOCKS_MS = 60_000;

/** No counter that the product has made is to be counted again later than this. */
const LATEST = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: UNSEEN_MS + CLOCKS_MS } };

/** The `_id` of a counter. */
export function counterId({ merchantId, type, ruleId }: Counter): string {
  return `${merchantId}/${type}/${ruleId}`;
}

/** It was counted after every change that had not seen the counter was over: from then on it misses nothing. */
const FOR_GOOD = { $gte: ['$countedAt', '$recountedUntil'] };

/** The counters that miss nothing. */
export const COUNTED_FOR_GOOD = { $expr: FOR_GOOD };

/** The counters that say of themselves to be counted again later than any is: somebody has put it off by hand. */
export const PUT_OFF = { $expr: { $gt: ['$recountedUntil', LATEST] } };

/**
 * The counters that can be used: those that miss nothing, and those that miss at most changes which began before there was a
 * budget to be kept; the latter only until these are over, and then they are counted again. None of those is believed for longer.
 */
export const COUNTED = {
  $expr: {
    $or: [
      FOR_GOOD,
      {
        $and: [
          { $gt: ['$countedAt', null] },
          { $gt: ['$recountedUntil', '$$NOW'] },
          { $lte: ['$recountedUntil', LATEST] },
        ],
      },
    ],
  },
};

/**
 * Makes the counter if it is not there, and counts it from the grants, in one transaction: a crash leaves it as it was. Whatever
 * moves the rule's grants meanwhile and has seen the counter waits for it, or is waited for.
 * @throws LedgerError where it is there as another merchant's: it can be neither used nor made
 */
export async function recount(mongo: Mongo, counter: Counter): Promise<void> {
  try {
    await countInto(mongo, counter);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Another process has made it at the same moment, and counts it; or it is there for good, and is found by no change.
    const there = await mongo
      .of(budgetModel)
      .findOne({ _id: counterId(counter) })
      .select({ merchantId: 1 })
      .lean();
    if (there && there.merchantId !== counter.merchantId)
      throw new LedgerError(`The budget's counter ${there._id} says that it is another merchant's.`);
  }
}

async function countInto(mongo: Mongo, counter: Counter): Promise<void> {
  const filter = { _id: counterId(counter), merchantId: counter.merchantId };
  const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: UNSEEN_MS } };
  const taken = {
    ruleId: counter.ruleId,
    type: counter.type,
    used: { $ifNull: ['$used', 0] },
    version: { $add: [{ $ifNull: ['$version', 0] }, 1] },
    // The earlier of the two, or the one there is.
    recountedUntil: { $min: ['$recountedUntil', until] },
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
