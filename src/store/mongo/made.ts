import type { Model, UpdateQuery } from 'mongoose';
import { isDuplicateKey } from './transaction';

/**
 * The document of an id after `change`, made if there was none. Of several who make it at the same moment one does; some servers
 * answer the others with a duplicate key or with nothing, and these ask again.
 * @returns the document as it is stored
 */
export async function changedOrMade<Doc>(
  model: Model<Doc>,
  _id: string,
  change: UpdateQuery<Doc>,
): Promise<Doc> {
  for (;;) {
    const doc = await model
      .findOneAndUpdate({ _id }, change, { upsert: true, returnDocument: 'after' })
      .lean<Doc | null>()
      .catch((error: unknown) => {
        if (isDuplicateKey(error)) return null;
        throw error;
      });
    if (doc) return doc;
  }
}
