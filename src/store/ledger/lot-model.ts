import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Lot } from '../../loyalty';

/** A lot as stored: `open` while something of it can still move by time or use; `version` guards each change. */
export interface LotDoc extends Omit<Lot, 'id' | 'createdAt' | 'activatesAt' | 'expiresAt' | 'fairUntil'> {
  _id: string;
  merchantId: string;
  createdAt: Date;
  activatesAt: Date;
  expiresAt: Date | null;
  fairUntil?: Date;
  open: boolean;
  version: number;
}

const lotSchema = new Schema<LotDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    type: { type: String, required: true },
    saleId: { type: String, default: null },
    ruleId: { type: String, default: null },
    programVersion: { type: Number, default: null },
    revision: { type: Number, required: true },
    zone: { type: String, required: true },
    createdAt: { type: Date, required: true },
    activatesAt: { type: Date, required: true },
    expiresAt: { type: Date, default: null },
    fairUntil: Date,
    voucher: { type: Schema.Types.Mixed, default: null },
    amount: { type: Number, required: true },
    buckets: { type: Schema.Types.Mixed, required: true },
    open: { type: Boolean, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'lots', versionKey: false },
);
lotSchema.index({ merchantId: 1, customerId: 1, open: 1 });
lotSchema.index({ merchantId: 1, customerId: 1, type: 1 });
lotSchema.index({ merchantId: 1, saleId: 1 });
/** What ends when, lot by lot, with all that is summed of what ends soon. */
lotSchema.index({ merchantId: 1, open: 1, type: 1, expiresAt: 1, _id: 1, 'buckets.active': 1 });
export const lotModel = modelDefinition('Lot', lotSchema, [
  { key: { customerId: 1, open: 1 } },
  { key: { customerId: 1, type: 1 } },
  { key: { saleId: 1 } },
  { key: { merchantId: 1, open: 1, expiresAt: 1, type: 1, 'buckets.active': 1 } },
]);
