import type { mongo, Schema } from 'mongoose';

/** Fields of an index in their order, each ascending (1) or descending (-1). */
export type IndexKey = Readonly<Record<string, 1 | -1>>;

/** An index as it has to be. */
export interface IndexPlan {
  readonly key: IndexKey;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly expireAfterSeconds: number | null;
  /** Of which documents it is; null: of all. */
  readonly partial: Readonly<Record<string, unknown>> | null;
}

/** An index that an earlier version made. */
export interface FormerIndex {
  readonly key: IndexKey;
  /** It kept apart what the index with this key keeps apart, as strictly: while it is there, the new one may be missing. */
  readonly standsFor?: IndexKey;
}

/** What a collection has to be. */
export interface CollectionPlan {
  readonly collection: string;
  readonly indexes: readonly IndexPlan[];
  readonly former: readonly FormerIndex[];
}

/** The indexes that a schema declares, on single fields and on several. */
export function indexesOf(schema: Pick<Schema, 'indexes'>): IndexPlan[] {
  return schema.indexes().map(([key, options]) => ({
    key: key as IndexKey,
    unique: options.unique === true,
    sparse: options.sparse === true,
    expireAfterSeconds: options.expireAfterSeconds ?? null,
    partial: options.partialFilterExpression ?? null,
  }));
}

/** As MongoDB names an index by itself: `merchantId_1_at_-1`. */
export function indexName(key: IndexKey): string {
  return Object.entries(key)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_');
}

/** Whether two indexes are over the same fields in the same order and directions. */
export function sameKey(one: IndexKey, other: IndexKey): boolean {
  return indexName(one) === indexName(other);
}

/** The options with which MongoDB makes an index. */
export function indexOptions({
  key,
  unique,
  sparse,
  expireAfterSeconds,
  partial,
}: IndexPlan): mongo.CreateIndexesOptions {
  return {
    name: indexName(key),
    ...(unique && { unique }),
    ...(sparse && { sparse }),
    ...(expireAfterSeconds !== null && { expireAfterSeconds }),
    ...(partial !== null && { partialFilterExpression: partial }),
  };
}
