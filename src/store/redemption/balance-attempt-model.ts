import { Schema } from 'mongoose';
import type { LotType } from '../../loyalty';
import { modelDefinition } from '../mongo';

/** What staff can try with a customer's balance; `use` reserves and confirms at once. */
export const BALANCE_ACTIONS = ['reserve', 'use', 'confirm', 'release', 'rollback'] as const;
export type BalanceAction = (typeof BALANCE_ACTIONS)[number];

/** One attempt to use balance, whatever came of it. Kept for good. */
export interface BalanceAttemptDoc {
  _id: string;
  merchantId: string;
  action: BalanceAction;
  /** `ok`, or the code it was refused with. */
  outcome: string;
  /** The answer was one kept from an earlier call with the same key. */
  repeated: boolean;
  /** Numbers and states behind the outcome. */
  facts: Record<string, unknown>;
  /** Whose balance, of which kind and how much of it, for which sale; null: the call did not say, or nothing that can be. */
  customerId: string | null;
  type: Exclude<LotType, 'voucher'> | null;
  amount: number | null;
  saleTotalCents: number | null;
  saleRef: string | null;
  operator: string | null;
  storeId: string | null;
  /** The API key, by what names it. */
  caller: string;
  redemptionId: string | null;
  at: Date;
}

const balanceAttemptSchema = new Schema<BalanceAttemptDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    action: { type: String, required: true },
    outcome: { type: String, required: true },
    repeated: { type: Boolean, required: true },
    facts: { type: Schema.Types.Mixed, required: true },
    customerId: { type: String, default: null },
    type: { type: String, default: null },
    amount: { type: Number, default: null },
    saleTotalCents: { type: Number, default: null },
    saleRef: { type: String, default: null },
    operator: { type: String, default: null },
    storeId: { type: String, default: null },
    caller: { type: String, required: true },
    redemptionId: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { collection: 'balance_attempts', versionKey: false, minimize: false },
);
balanceAttemptSchema.index({ merchantId: 1, at: -1, _id: -1 });
balanceAttemptSchema.index({ merchantId: 1, storeId: 1, at: -1, _id: -1 });
export const balanceAttemptModel = modelDefinition('BalanceAttempt', balanceAttemptSchema);
