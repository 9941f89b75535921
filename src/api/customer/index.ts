export { customerRoutes } from './customer-routes';
export { segments } from './customer-schema';
export { mergeRoutes } from './merge-routes';
export { mergeCustomers } from './merging';
export { recognise } from './recognise';
export { standInRoutes } from './stand-in-routes';
