export { keepAttempt } from './keep-attempt';
export type { Till } from './till';
export { VoucherDesk } from './voucher-desk';
