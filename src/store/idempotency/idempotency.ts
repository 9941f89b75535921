import type { ClientSession } from 'mongoose';
import { digest } from '../secret';
import type { Sealer } from '../secret';
import type { FormerForm, Mongo } from '../mongo';
import { inTransaction, isDuplicateKey } from '../mongo';
import { idempotencyModel } from './idempotency-model';
import type { IdempotencyDoc } from './idempotency-model';
import { UsedKeys } from './used-keys';

/** How long one attempt may take before another may take it over. */
const IN_FLIGHT_MS = 60_000;

/** What a key means for the request that brought it. */
export type KeyClaim =
  | { kind: 'mine' }
  | { kind: 'answered'; status: number; body: unknown }
  | { kind: 'in_flight' }
  | { kind: 'other_body' };

/** One request: the merchant, its route and key, and a digest of what it asks for. */
export interface KeyedRequest {
  merchantId: string;
  route: string;
  key: string;
  bodyHash: string;
}

/**
 * Answers by `Idempotency-Key`: the same request gets the same answer for 30 days, and the key is refused for any other for
 * ever. After that the same request is done again, and finds what it made the first time.
 */
export interface Idempotency {
  claim(request: KeyedRequest, now: Date): Promise<KeyClaim>;
  /** Keeps the answer for whoever repeats the request. */
  answer(request: KeyedRequest, answer: { status: number; body: unknown }): Promise<void>;
  /** The outcome is not known: the next repetition may try at once. */
  abandon(request: KeyedRequest): Promise<void>;
}

/** An answer as it is kept. @param id of its document, to which the text is bound */
export function sealedAnswer(
  sealer: Sealer,
  id: string,
  body: unknown,
): Pick<IdempotencyDoc, 'sealed' | 'body'> {
  return { sealed: sealer.seal(id, JSON.stringify(body)), body: null };
}

/** The answers of one database. @param clear answers in clear text */
export function createIdempotency(
  mongo: Mongo,
  { sealer, digestKey }: { sealer: Sealer; digestKey: Buffer },
  clear: FormerForm,
): Idempotency {
  const keys = new UsedKeys(mongo, digestKey);
  const documentId = ({ merchantId, route, key }: KeyedRequest): string => digest(merchantId, route, key);

  return {
    async claim(request, now) {
      const _id = documentId(request);
      const { merchantId, bodyHash } = request;
      const lockedUntil = new Date(now.getTime() + IN_FLIGHT_MS);
      try {
        await mongo
          .of(idempotencyModel)
          .insertMany(
            [{ _id, merchantId, bodyHash, lockedUntil, status: null, body: null, createdAt: now }],
            { lean: true },
          );
        if (await keys.bind(_id, merchantId, bodyHash, now)) return { kind: 'mine' };
        await mongo.of(idempotencyModel).deleteOne({ _id, merchantId, bodyHash, status: null });
        return { kind: 'other_body' };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const doc = await mongo.of(idempotencyModel).findOne({ _id, merchantId }).lean();
      if (!doc) return { kind: 'in_flight' };
      if (doc.bodyHash !== bodyHash) return { kind: 'other_body' };
      if (doc.status !== null) return { kind: 'answered', status: doc.status, body: bodyOf(doc) };
      const { matchedCount } = await mongo
        .of(idempotencyModel)
        .updateOne({ _id, merchantId, status: null, lockedUntil: { $lte: now } }, { $set: { lockedUntil } });
      if (matchedCount === 0) return { kind: 'in_flight' };
      return { kind: (await keys.bind(_id, merchantId, bodyHash, now)) ? 'mine' : 'other_body' };
    },
    async answer(request, answer) {
      if (!(await clear.mayBeFound(null))) return keep(request, answer, true, null);
      await inTransaction(mongo, async (session) =>
        keep(request, answer, !(await clear.isWritten(session)), session),
      );
    },
    async abandon(request) {
      await mongo
        .of(idempotencyModel)
        .updateOne(
          { _id: documentId(request), merchantId: request.merchantId, status: null },
          { $set: { lockedUntil: new Date(0) } },
        );
    },
  };

  function bodyOf({ _id, sealed, body }: IdempotencyDoc): unknown {
    return sealed === undefined ? body : (JSON.parse(sealer.open(_id, sealed)) as unknown);
  }

  async function keep(
    request: KeyedRequest,
    { status, body }: { status: number; body: unknown },
    sealed: boolean,
    session: ClientSession | null,
  ): Promise<void> {
    const _id = documentId(request);
    const answer = sealed ? sealedAnswer(sealer, _id, body) : { body };
    await mongo
      .of(idempotencyModel)
      .updateOne({ _id, merchantId: request.merchantId }, { $set: { status, ...answer, lockedUntil: null } })
      .session(session);
  }
}
