import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** Which lot a code is. `_id` is `merchantId|hmac:…`, of earlier versions `merchantId|code`: a code can be given once. */
export interface VoucherCodeDoc {
  _id: string;
  merchantId: string;
  lotId: string;
}

const voucherCodeSchema = new Schema<VoucherCodeDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    lotId: { type: String, required: true },
  },
  { collection: 'voucher_codes', versionKey: false },
);
export const voucherCodeModel = modelDefinition('VoucherCode', voucherCodeSchema);

/** The `_id` of a code in clear text. */
export function voucherCodeId(merchantId: string, code: string): string {
  return `${merchantId}|${code}`;
}
