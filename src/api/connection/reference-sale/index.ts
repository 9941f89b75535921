export { testSaleRoutes } from './reference-sale-routes';
