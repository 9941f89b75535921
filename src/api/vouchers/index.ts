export { keepAttempt } from '../redemption/keep-attempt';
export type { Till } from '../redemption/till';
export { VoucherDesk } from '../redemption/voucher-desk';
