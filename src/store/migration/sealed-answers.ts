import type { Sealer } from '../secret';
import { idempotencyModel, sealedAnswer } from '../idempotency';
import type { Migration } from './migration';
import { cursorAfter, documentsAfter } from './paging';

/** Names the move whose last pass ends that answers are kept in clear text. */
export const SEALED_ANSWERS = '2026-11-ze-sealed-answers';

/** Answers kept for whoever repeats a call are sealed. Earlier versions read clear ones only, so that they stay until none runs. */
export function sealedAnswers(sealer: Sealer): Migration {
  return {
    id: SEALED_ANSWERS,
    about: 'Answers kept for repeated calls are no longer in clear text',
    onlyAtFinish: true,
    size: (mongo) => mongo.of(idempotencyModel).estimatedDocumentCount(),
    async step(mongo, { cursor, limit, dryRun }) {
      const docs = await documentsAfter(mongo, idempotencyModel, { cursor, limit }).lean();
      const clear = docs.filter(({ status, sealed }) => status !== null && sealed === undefined);
      if (!dryRun && clear.length > 0)
        await mongo.of(idempotencyModel).bulkWrite(
          clear.map(({ _id, merchantId, body }) => ({
            updateOne: {
              filter: { _id, merchantId },
              update: { $set: sealedAnswer(sealer, _id, body) },
            },
          })),
          { ordered: false },
        );
      return { looked: docs.length, changed: clear.length, cursor: cursorAfter(docs, limit) };
    },
  };
}
