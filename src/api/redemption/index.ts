export { redemptionRoutes } from './redemption-routes';
export { voucherFields } from './voucher-fields';
export { voucherRoutes } from './voucher-routes';
