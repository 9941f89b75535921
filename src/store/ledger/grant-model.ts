import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Grant } from '../../loyalty';

/** A grant as stored: one for each sale, rule, type and customer. `_id` is `saleId/ruleId/type/customerId`. */
export interface GrantDoc extends Grant {
  _id: string;
  merchantId: string;
}

const grantSchema = new Schema<GrantDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    saleId: { type: String, required: true },
    customerId: { type: String, required: true },
    ruleId: { type: String, required: true },
    type: { type: String, required: true },
    programVersion: { type: Number, required: true },
    month: { type: String, required: true },
    lots: { type: Number, required: true },
    clawbacks: { type: Number, required: true },
    granted: { type: Number, required: true },
    taken: { type: Number, required: true },
    letOff: { type: Number, required: true },
    lapsed: { type: Number, required: true },
    collectsLater: { type: Boolean, required: true },
  },
  { collection: 'grants', versionKey: false },
);
grantSchema.index({ merchantId: 1, saleId: 1 });
grantSchema.index({ merchantId: 1, customerId: 1, month: 1 });
grantSchema.index({ merchantId: 1, ruleId: 1 });
export const grantModel = modelDefinition('Grant', grantSchema, [
  { key: { saleId: 1 } },
  { key: { customerId: 1, month: 1 } },
]);
