export { customerRoutes } from './customer-routes';
export { segments } from './customer-schema';
export { mergeRoutes } from './merge-routes';
export { mergeCustomers, wakeMerged } from './merging';
