export { CustomerPage } from './customer';
export { CustomersPage } from './customers-page';
export { MergePreview } from './merging';
