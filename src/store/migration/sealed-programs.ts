import { programModel, programSealer } from '../program';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Names the move whose last pass ends that there are published versions without a seal. */
export const SEALED_PROGRAMS = '2026-11-zzz-sealed-programs';

/** Versions of programs that were published without a seal get one, as they stand. That they were right until then, nothing can prove. */
export function sealedPrograms(encryptionKey: Buffer): Migration {
  const seal = programSealer(encryptionKey);
  return {
    id: SEALED_PROGRAMS,
    again: true,
    about: 'Seals published programs as they stand, so that the proof sees every later change of them',
    size: (mongo) => mongo.of(programModel).estimatedDocumentCount(),
    async step(mongo, { cursor, limit, dryRun }) {
      const docs = await documentsAfter(mongo, programModel, { cursor, limit }).lean();
      const bare = docs.filter((doc) => doc.seal === undefined);
      if (!dryRun && bare.length > 0)
        await mongo.of(programModel).bulkWrite(
          bare.map((doc) => ({
            updateOne: {
              filter: { _id: doc._id, merchantId: doc.merchantId, seal: { $exists: false } },
              update: { $set: { seal: seal(doc) } },
            },
          })),
          { ordered: false },
        );
      return { looked: docs.length, changed: bare.length, cursor: cursorAfter(docs, limit) };
    },
  };
}
