export { connectMongo, serverTime } from './connect';
export { indexName, indexOptions, sameKey } from './index-plan';
export type { CollectionPlan, IndexKey, IndexPlan } from './index-plan';
export { modelDefinition, Mongo } from './model';
export type { ModelDefinition } from './model';
export { ConcurrentChangeError, inSnapshot, inTransaction, isDuplicateKey } from './transaction';
