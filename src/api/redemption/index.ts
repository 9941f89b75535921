export { redemptionRoutes } from './redemption-routes';
export { voucherFields } from './voucher-fields';
export { discountSchema } from './voucher-schema';
export { voucherRoutes } from './voucher-routes';
