export { storesQuery } from './store-query';
export { StoreName, storeNamed } from './store-name';
export type { Store } from './store-query';
