export { noChannelOf, NO_STORE } from './no-channel';
export { storesQuery } from './store-query';
export { StoreName, storeNamed, storeUnnamed } from './store-name';
export type { Store } from './store-query';
