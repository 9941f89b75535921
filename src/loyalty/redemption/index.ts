export { confirm, refund, release, rollback } from './confirm';
export { largestShareCents, reserve } from './reserve';
export type { ReserveCommand, UseOfBalance } from './reserve';
export { readVoucherCode, VOUCHER_CODE_BYTES, voucherCode } from './voucher-code';
export { voucherDiscount } from './voucher-discount';
export { voucherRefusal } from './voucher-refusals';
export { redeemVoucher, releaseVoucher, reserveVoucher, rollbackVoucher } from './voucher-use';
export type { VoucherUse } from './voucher-use';
