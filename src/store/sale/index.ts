export { postingChange } from './posted-sale';
export type { PostedSale } from './posted-sale';
export { saleModel } from './sale-model';
export type { SaleDoc } from './sale-model';
export { LEFT_OF_SALE, leftOfSale } from './standing';
export { changeSaleIn, createSales } from './sales';
export type { SaleChange, Sales } from './sales';
