export { connectionsQuery } from './connections-query';
