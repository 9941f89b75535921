export type { CustomerContact } from './contact-data';
export { customerModel, identityKeyModel } from './customer-model';
export { createCustomers } from './customers';
export type { Customer, Customers } from './customers';
export { mergeModel } from './merge-model';
export { adoptSale } from './merge-records';
export { createMerges } from './merges';
export type { Merge, MergeOrder, Merges, MovedSales, UndoOrder } from './merges';
export { recogniseCustomer } from './recognition';
