import { Schema } from 'mongoose';

/** Which lot a code is. `_id` is `merchantId|code`: a code can be given once. */
export interface VoucherCodeDoc {
  _id: string;
  merchantId: string;
  lotId: string;
}

export const voucherCodeSchema = new Schema<VoucherCodeDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    lotId: { type: String, required: true },
  },
  { collection: 'voucher_codes', versionKey: false, strict: 'throw' },
);
