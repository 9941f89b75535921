export { accountQuery } from './account-query';
export type { Account } from './account-query';
export { connectionsQuery } from './connections-query';
