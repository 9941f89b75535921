export { connectMongo } from './connect';
export { modelDefinition, Mongo } from './model';
export type { Collection, ModelDefinition } from './model';
export { ConcurrentChangeError, inTransaction, isDuplicateKey } from './transaction';
