export { postingChange } from './posted-sale';
export type { PostedSale } from './posted-sale';
export { saleModel } from './sale-model';
export type { SaleDoc } from './sale-model';
export { reasoningOf, saleRecordOf } from './sale-record';
export { changeSaleIn, createSales } from './sales';
export type { SaleChange, Sales } from './sales';
