export { keepAttempt } from './keep-attempt';
export { redemptionView } from './redemption-view';
export { redemptionRoutes } from './redemption-routes';
export { VoucherDesk } from './voucher-desk';
export { voucherFields } from './voucher-fields';
export { discountSchema, voucherExample, voucherSchema } from './voucher-schema';
export { voucherRoutes } from './voucher-routes';
