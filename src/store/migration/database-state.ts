import { isDeepStrictEqual } from 'node:util';
import type { mongo as driver } from 'mongoose';
import { indexName, indexOptions, sameKey } from '../mongo';
import type { CollectionPlan, IndexKey, IndexPlan, Mongo } from '../mongo';

/** An index that is not there, or not as it has to be. */
export interface IndexLack {
  readonly collection: string;
  readonly index: IndexPlan;
  /** One over the same fields is there with other options, under this name: it has to go first. */
  readonly instead: string | null;
  /** Another one keeps apart what this one keeps apart. */
  readonly guarded: boolean;
}

/** An index that an earlier version made and this one does not use. */
export interface IndexLeft {
  readonly collection: string;
  readonly name: string;
}

/** What is different from what this version wants. */
export interface DatabaseState {
  readonly collections: readonly string[];
  readonly indexes: readonly IndexLack[];
  readonly former: readonly IndexLeft[];
}

interface StoredIndex {
  name: string;
  key: IndexKey;
  unique?: boolean;
  sparse?: boolean;
  expireAfterSeconds?: number;
  partialFilterExpression?: Record<string, unknown>;
}

/** Compares the database with `plans`. Reads only what indexes there are, no documents. */
export async function readDatabaseState(
  mongo: Mongo,
  plans: readonly CollectionPlan[],
): Promise<DatabaseState> {
  const db = mongo.connection.getClient().db();
  const listed = await db.listCollections({}, { nameOnly: true }).toArray();
  const there = new Set(listed.map(({ name }) => name));
  const states = await Promise.all(
    plans.map(async (plan) => stateOf(plan, there.has(plan.collection) ? await indexesOf(db, plan) : null)),
  );
  return {
    collections: states.flatMap(({ collections }) => collections),
    indexes: states.flatMap(({ indexes }) => indexes),
    former: states.flatMap(({ former }) => former),
  };
}

async function indexesOf(db: driver.Db, { collection }: CollectionPlan): Promise<StoredIndex[]> {
  return (await db.collection(collection).listIndexes().toArray()) as StoredIndex[];
}

function stateOf(
  { collection, indexes, former }: CollectionPlan,
  stored: StoredIndex[] | null,
): DatabaseState {
  const present = stored ?? [];
  const guards = former.filter(({ key }) => present.some((other) => sameKey(other.key, key)));
  const missing = indexes.filter((index) => !present.some((other) => isAs(other, index)));
  return {
    collections: stored ? [] : [collection],
    indexes: missing.map((index) => ({
      collection,
      index,
      instead: present.find(({ key }) => sameKey(key, index.key))?.name ?? null,
      guarded: guards.some(({ standsFor }) => standsFor && sameKey(standsFor, index.key)),
    })),
    former: present
      .filter(({ key }) => former.some((known) => sameKey(known.key, key)))
      .map(({ name }) => ({ collection, name })),
  };
}

function isAs(stored: StoredIndex, index: IndexPlan): boolean {
  const { unique = false, sparse = false, expireAfterSeconds = null } = stored;
  const { partialFilterExpression: partial = null } = stored;
  return (
    sameKey(stored.key, index.key) &&
    unique === index.unique &&
    sparse === index.sparse &&
    expireAfterSeconds === index.expireAfterSeconds &&
    isDeepStrictEqual(partial, index.partial)
  );
}

/** Makes what is missing of one index; documents can be written meanwhile. */
export async function makeIndex(mongo: Mongo, { collection, index, instead }: IndexLack): Promise<void> {
  const documents = mongo.connection.getClient().db().collection(collection);
  if (instead !== null) await documents.dropIndex(instead);
  await documents.createIndex({ ...index.key }, indexOptions(index));
}

/** An index as a person reads it: `lots(merchantId, customerId, open)`. */
export function indexWords({ collection, index }: Pick<IndexLack, 'collection' | 'index'>): string {
  return `${index.unique ? 'unique ' : ''}${collection}.${indexName(index.key)}`;
}
