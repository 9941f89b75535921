import type { Model } from 'mongoose';
import { secondFactorModel } from '../access';
import { connectionModel } from '../connection';
import { customerLinkModel } from '../customer';
import { idempotencyModel } from '../idempotency';
import type { Mongo } from '../mongo';
import { DecryptionError, opensWith } from '../secret';
import type { Sealer } from '../secret';
import { sealsWith } from './encryption-key';
import type { GivenKeys } from './encryption-key';

/** How soon a running process finds out that its database seals with the other of its keys. */
export const NOTICED_WITHIN_MS = 15_000;

/** Where the secrets are: the fields of each collection that hold sealed texts. */
const SECRETS = [
  { model: connectionModel, fields: ['accessToken', 'refreshToken'], of: 'access to connected stores' },
  { model: secondFactorModel, fields: ['sealed'], of: 'second factors' },
  { model: customerLinkModel, fields: ['sealed'], of: 'links of customers' },
  { model: idempotencyModel, fields: ['sealed'], of: 'kept answers' },
] as const;

/** What became of the secrets of one kind. */
export interface Resealed {
  of: string;
  looked: number;
  /** Sealed anew. */
  changed: number;
  /** No key opens them. */
  unreadable: number;
}

const AT_ONCE = 500;

type Texts = Record<string, string | undefined> & { _id: string };

/**
 * Seals with the key of `sealer` what is sealed with another one of its keys, kind by kind. What somebody else writes meanwhile stays.
 * Stopped and begun again, it goes over what it did and changes nothing there.
 * @param current the key that `sealer` seals with
 */
export async function resealSecrets(
  mongo: Mongo,
  { sealer, current }: { sealer: Sealer; current: Buffer },
  told: (kind: Resealed) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const { model, fields, of } of SECRETS) {
    const kind: Resealed = { of, looked: 0, changed: 0, unreadable: 0 };
    const docs = mongo.of(model as typeof connectionModel) as unknown as Model<Texts>;
    let after = '';
    for (;;) {
      signal?.throwIfAborted();
      const page = await docs
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(AT_ONCE)
        .select(Object.fromEntries(fields.map((field) => [field, 1])))
        .lean<Texts[]>();
      for (const doc of page) for (const field of fields) await reseal(docs, doc, field, kind);
      kind.looked += page.length;
      if (page.length < AT_ONCE) break;
      after = page.at(-1)!._id;
    }
    told(kind);
  }

  async function reseal(docs: Model<Texts>, doc: Texts, field: string, kind: Resealed): Promise<void> {
    const { _id, [field]: text } = doc;
    if (text === undefined || opensWith(current, _id, text)) return;
    try {
      const anew = sealer.seal(_id, sealer.open(_id, text));
      const { matchedCount } = await docs.updateOne({ _id, [field]: text }, { $set: { [field]: anew } });
      kind.changed += matchedCount;
    } catch (error) {
      if (!(error instanceof DecryptionError)) throw error;
      kind.unreadable += 1;
    }
  }
}

/**
 * While one key is to take the place of another, looks every few seconds whether it has, and seals with it from then on.
 * @returns ends the looking
 */
export function watchReplacement(mongo: Mongo, { encryptionKey }: GivenKeys, sealer: Sealer): () => void {
  const timer = setInterval(() => {
    sealsWith(mongo, encryptionKey).then(
      (replaced) => {
        if (!replaced) return;
        sealer.sealWith(encryptionKey);
        clearInterval(timer);
      },
      // MongoDB is away: it is asked again.
      () => undefined,
    );
  }, NOTICED_WITHIN_MS / 3);
  timer.unref();
  return () => clearInterval(timer);
}
