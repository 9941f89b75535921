export { readVoucherCode, voucherCode, VOUCHER_CODE_BYTES } from './code';
export { discountOf, faceOf } from './face';
export type { VoucherDiscount, VoucherFace } from './face';
