import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What staff can try with a code. */
export const VOUCHER_ACTIONS = ['look', 'reserve', 'redeem', 'release', 'rollback'] as const;
export type VoucherAction = (typeof VOUCHER_ACTIONS)[number];

/** One attempt with a code, whatever came of it. Kept for good. */
export interface VoucherAttemptDoc {
  _id: string;
  merchantId: string;
  /** The id under which the code is kept (`VoucherCodeNames`); null where what was typed cannot be a code. Absent: older than this. */
  codeName?: string | null;
  /** Enough to recognise a code one has before one, too little to use it. Null and absent: as above. */
  codeEnding?: string | null;
  /** The code in clear text, in what is older than its name; null since. */
  code: string | null;
  /**
   * What was typed where it cannot be a code, as an HMAC of its SHA-256, so that repetitions can be recognised and nothing else: it may
   * be somebody's CPF. Before the last pass of the migration also the SHA-256 alone, as earlier versions wrote it.
   */
  typed: string | null;
  /** The voucher; null where there is none. */
  lotId: string | null;
  action: VoucherAction;
  /** `ok`, or the code it was refused with. */
  outcome: string;
  /** The answer was one kept from an earlier call with the same key. */
  repeated: boolean;
  /** Numbers and states behind the outcome. */
  facts: Record<string, unknown>;
  operator: string | null;
  storeId: string | null;
  /** The API key, by what names it. */
  caller: string;
  redemptionId: string | null;
  at: Date;
}

const voucherAttemptSchema = new Schema<VoucherAttemptDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    codeName: String,
    codeEnding: String,
    code: { type: String, default: null },
    typed: { type: String, default: null },
    lotId: { type: String, default: null },
    action: { type: String, required: true },
    outcome: { type: String, required: true },
    repeated: { type: Boolean, required: true },
    facts: { type: Schema.Types.Mixed, required: true },
    operator: { type: String, default: null },
    storeId: { type: String, default: null },
    caller: { type: String, required: true },
    redemptionId: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { collection: 'voucher_attempts', versionKey: false, minimize: false },
);
voucherAttemptSchema.index({ merchantId: 1, codeName: 1, at: -1, _id: -1 });
voucherAttemptSchema.index({ merchantId: 1, at: -1, _id: -1 });
voucherAttemptSchema.index({ merchantId: 1, storeId: 1, at: -1, _id: -1 });
export const voucherAttemptModel = modelDefinition('VoucherAttempt', voucherAttemptSchema, [
  { key: { merchantId: 1, code: 1, at: -1, _id: -1 } },
]);
