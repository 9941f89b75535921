export { askBling } from './ask-bling';
export { referenceSale } from './reference-sale';
export { channelsIn, testSaleRoutes } from './reference-sale-routes';
