export { postingChange } from './posted-sale';
export type { PostedSale } from './posted-sale';
export { saleModel } from './sale-model';
export type { SaleDoc, SaleEvidence, SaleReturn, SaleStatus } from './sale-model';
export { reasoningOf, saleRecordOf } from './sale-record';
export { LEFT_OF_SALE, leftOfSale, standingFacts } from './standing';
export { changeSaleIn, createSales } from './sales';
export type { Sale, SaleChange, Sales } from './sales';
