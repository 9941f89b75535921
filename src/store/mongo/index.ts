export { isDatabaseAway } from './away';
export type { FormerForm } from './former-form';
export { connectMongo, serverTime } from './connect';
export { indexName, indexOptions, sameKey } from './index-plan';
export type { CollectionPlan, IndexKey, IndexPlan } from './index-plan';
export { notAfter, notBefore } from './bounds';
export { changedOrMade } from './made';
export { modelDefinition, Mongo } from './model';
export type { ModelDefinition } from './model';
export { after } from './page';
export { quotesValues, withoutValues } from './quoted-values';
export type { Place } from './page';
export { isRefusedAsWritten } from './refused-as-written';
export {
  ConcurrentChangeError,
  duplicatesIn,
  inSnapshot,
  inTransaction,
  isDuplicateKey,
} from './transaction';
export { dueAfter } from './due-place';
export type { DuePlace } from './due-place';
