export { readVoucherCode, voucherCode, VOUCHER_CODE_BYTES } from './voucher-code';
export { discountOf, faceOf } from '../ledger/voucher-face';
export type { VoucherDiscount, VoucherFace } from '../ledger/voucher-face';
