export { postedSaleRoutes } from './posted-sale-routes';
export { postedSaleAt, postedSaleSchema } from './posted-sale-schema';
export { readPostedSale } from './read-posted-sale';
export { saleChangeRoutes } from './sale-change-routes';
export { saleExample } from './sale-example';
export { amountsView, explanationView, itemsView } from './sale-parts-view';
export { saleRoutes } from './sale-routes';
export { saleSchema } from './sale-schema';
export { saleSummaryView } from './sale-view';
