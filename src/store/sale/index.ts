export { postedChange } from './posted-sale';
export type { PostedSale } from './posted-sale';
export { flattened, toSale, toSaleDoc } from './sale-document';
export { saleModel } from './sale-model';
export type { SaleDoc } from './sale-model';
export { changeSaleIn, createSales } from './sales';
export type { SaleChange, Sales } from './sales';
export { LEFT_OF_SALE, leftOfSale } from './standing';
