import type { HydratedDocument, Query, QueryFilter } from 'mongoose';
import type { Mongo, ModelDefinition } from '../mongo';
import type { MigrationCursor } from './migration';

/** The next documents of a whole collection, of every merchant, in the order of their ids. */
export function documentsAfter<Doc extends { _id: string }>(
  mongo: Mongo,
  model: ModelDefinition<Doc>,
  { cursor, limit }: { cursor: MigrationCursor; limit: number },
): Query<HydratedDocument<Doc>[], HydratedDocument<Doc>, object, Doc> {
  const filter = (cursor === null ? {} : { _id: { $gt: cursor } }) as QueryFilter<Doc>;
  return mongo.of(model).find(filter).sort({ _id: 1 }).limit(limit);
}

/** Where to go on after these documents; null: there are no more. */
export function cursorAfter(docs: readonly { _id: string }[], limit: number): MigrationCursor {
  return docs.length < limit ? null : (docs.at(-1)?._id ?? null);
}
