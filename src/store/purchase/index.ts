export { otherSaleOf } from './other-sale';
export { createSameSales } from './same-sales';
export type { SameSales } from './same-sales';
