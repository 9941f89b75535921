export { askBling } from './ask-bling';
export { referenceSale } from './reference-sale';
export { testSaleRoutes } from './reference-sale-routes';
