import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Redemption } from '../../loyalty';

/** What is kept with a use in the transaction that moves it, until the sales concerned were told to look again. */
export interface Unwoken {
  since: Date;
  /** Sales it was kept with before. Absent: none. */
  formerly?: string[];
}

/** A redemption as stored. */
export interface RedemptionDoc extends Omit<
  Redemption,
  'id' | 'reservedAt' | 'reservedUntil' | 'confirmedAt' | 'closedAt' | 'saleId' | 'useNumber'
> {
  _id: string;
  merchantId: string;
  reservedAt: Date;
  reservedUntil: Date;
  confirmedAt: Date | null;
  closedAt: Date | null;
  /** The two of them absent: older than the fields. */
  saleId?: string | null;
  useNumber?: number | null;
  /** The code of the voucher in clear text, as earlier versions kept and read it; none of a use of balance. Now its draw says which. */
  voucherCode?: string | null;
  /** Since when sales have to be told that the use was moved; absent: nobody has to be. */
  unwoken?: Unwoken;
  /** `saleRef` in the one spelling in which references are compared; absent: none, or older than the field. */
  saleKey?: string;
}

const redemptionSchema = new Schema<RedemptionDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    type: { type: String, required: true },
    amount: { type: Number, required: true },
    voucherCode: String,
    discountCents: { type: Number, required: true },
    state: { type: String, required: true },
    draws: { type: Schema.Types.Mixed, required: true },
    reservedAt: { type: Date, required: true },
    reservedUntil: { type: Date, required: true },
    confirmedAt: { type: Date, default: null },
    closedAt: { type: Date, default: null },
    zone: { type: String, required: true },
    terms: { type: Schema.Types.Mixed, required: true },
    saleTotalCents: { type: Number, required: true },
    freightCents: { type: Number, required: true },
    saleRef: { type: String, default: null },
    saleKey: String,
    unwoken: Schema.Types.Mixed,
    saleId: { type: String, default: null },
    useNumber: { type: Number, default: null },
    operator: { type: String, default: null },
    storeId: { type: String, default: null },
    lastCall: { type: String, default: null },
    request: { type: String },
    lastRequest: { type: String },
    formerCalls: { type: Schema.Types.Mixed },
  },
  { collection: 'redemptions', versionKey: false },
);
redemptionSchema.index({ merchantId: 1, customerId: 1, state: 1 });
redemptionSchema.index({ merchantId: 1, customerId: 1, 'draws.lotId': 1 });
redemptionSchema.index({ merchantId: 1, state: 1, reservedUntil: 1, _id: 1 });
redemptionSchema.index({ merchantId: 1, saleRef: 1 });
redemptionSchema.index({ merchantId: 1, reservedAt: 1 });
redemptionSchema.index({ merchantId: 1, saleKey: 1, saleId: 1 });
redemptionSchema.index({ merchantId: 1, saleId: 1 });
redemptionSchema.index({ merchantId: 1, 'unwoken.since': 1, _id: 1 });
export const redemptionModel = modelDefinition('Redemption', redemptionSchema, [
  { key: { customerId: 1, state: 1 } },
  { key: { voucherCode: 1, customerId: 1 } },
]);
