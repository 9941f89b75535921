import { budgetModel, COUNTED_FOR_GOOD, counterId, deservedSum } from '..';
import { budgetProblems } from '../../../loyalty';
import type { CountedBudget, LedgerProblem } from '../../../loyalty';
import { inSnapshot } from '../../mongo';
import type { Mongo } from '../../mongo';

/**
 * Compares a merchant's budgets with the grants they count, each as of one moment. A counter that will be counted anew
 * is left out: what it misses until then is put right by that.
 */
export async function verifyBudgets(mongo: Mongo, merchantId: string): Promise<LedgerProblem[]> {
  const ids = await mongo.of(budgetModel).find({ merchantId }).select({ _id: 1 }).sort({ _id: 1 }).lean();
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
  return [...misplaced, ...budgetProblems(budgets)];
}
