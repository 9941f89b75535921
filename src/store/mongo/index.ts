export { connectMongo } from './connect';
export { modelDefinition, Mongo } from './model';
export type { Collection } from './model';
export { ConcurrentChangeError, inSnapshot, inTransaction, isDuplicateKey } from './transaction';
