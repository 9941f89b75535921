import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { LotType } from '../../loyalty';

/** What the sales of a rule with a budget deserve. `_id` is `merchantId/type/ruleId`; the version is its lock. */
export interface BudgetDoc {
  _id: string;
  merchantId: string;
  ruleId: string;
  type: LotType;
  used: number;
  version: number;
  /** Changes that began before the counter was there, and do not count for it, are over by then; by MongoDB's clock. */
  recountedUntil: Date;
  /** As of when `used` was counted from the grants; absent: never, and `used` means nothing. By MongoDB's clock. */
  countedAt?: Date;
}

const budgetSchema = new Schema<BudgetDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true, index: true },
    ruleId: { type: String, required: true },
    type: { type: String, required: true },
    used: { type: Number, required: true },
    version: { type: Number, required: true },
    recountedUntil: { type: Date, required: true },
    countedAt: Date,
  },
  { collection: 'rule_budgets', versionKey: false },
);
export const budgetModel = modelDefinition('RuleBudget', budgetSchema);
