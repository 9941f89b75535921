import { budgetModel, COUNTED_FOR_GOOD, counterId, deservedSum, PUT_OFF } from '..';
import { budgetProblems } from '../../../loyalty';
import type { CountedBudget, LedgerProblem } from '../../../loyalty';
import { inSnapshot } from '../../mongo';
import type { Mongo } from '../../mongo';

/**
 * Compares a merchant's budgets with the grants they count, each as of one moment. A counter that will be counted anew
 * soon is left out: what it misses until then is put right by that. One that puts it off, or says that it is another merchant's, is not.
 */
export async function verifyBudgets(mongo: Mongo, merchantId: string): Promise<LedgerProblem[]> {
  const found = await mongo.of(budgetModel).find({ merchantId }).select({ _id: 1 }).lean();
  const ids = found.sort((one, other) => (one._id < other._id ? -1 : 1));
  const budgets: CountedBudget[] = [];
  const misplaced: LedgerProblem[] = [];
  for (const { _id } of ids) {
    const budget = await inSnapshot(mongo, async (session) => {
      const doc = await mongo
        .of(budgetModel)
        .findOne({ _id, merchantId, ...COUNTED_FOR_GOOD })
        .session(session)
        .lean();
      if (!doc) return null;
      const { ruleId, type, used } = doc;
      const own = counterId({ merchantId, type, ruleId });
      if (own !== _id) misplaced.push({ subject: _id, problem: `is the counter ${own}` });
      return {
        ruleId,
        type,
        counted: used,
        deserved: await deservedSum(mongo, session, { merchantId, type, ruleId }),
      };
    });
    if (budget) budgets.push(budget);
  }
  return [
    ...(await strays(mongo, merchantId)),
    ...(await putOff(mongo, merchantId)),
    ...misplaced,
    ...budgetProblems(budgets),
  ];
}

/** Counters that are this merchant's by their ids and say that they are another's: no change finds them. */
async function strays(mongo: Mongo, merchantId: string): Promise<LedgerProblem[]> {
  // Zero is what comes after a slash.
  const own = { $gt: `${merchantId}/`, $lt: `${merchantId}0` };
  const found = await mongo
    .of(budgetModel)
    .find({ merchantId: { $ne: merchantId }, _id: own })
    .select({ _id: 1 })
    .lean();
  return found.map(({ _id }) => ({ subject: _id, problem: 'says that it is another merchant’s' }));
}

/** Counters that would be believed and not compared for longer than any is. */
async function putOff(mongo: Mongo, merchantId: string): Promise<LedgerProblem[]> {
  const found = await mongo
    .of(budgetModel)
    .find({ merchantId, ...PUT_OFF })
    .select({ _id: 1 })
    .lean();
  return found.map(({ _id }) => ({ subject: _id, problem: 'is to be counted anew later than any is' }));
}
