import type { Instant } from '../../loyalty';
import { digest } from '../secret';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { lockoutModel } from './lockout-model';
import { struck, UNSTRUCK } from './lockout';
import type { LockState } from './lockout';
import type { LockoutDoc } from './lockout-model';

/** Who or what is struck, such as `operator/…`, and how many strikes within a quarter of an hour bring a lock. */
export interface LockSubject {
  name: string;
  limit: number;
}

/** Locks against guessing, shared by all API processes and kept through restarts. */
export interface Lockouts {
  /** The latest end of the locks that hold for these subjects; null: none does. */
  lockedUntil(merchantId: string, subjects: readonly LockSubject[], now: Instant): Promise<Instant | null>;
  /** Counts one strike. False where a lock holds already: this one came too late to be allowed. */
  strike(merchantId: string, subject: LockSubject, now: Instant): Promise<boolean>;
}

export function createLockouts(mongo: Mongo): Lockouts {
  return {
    async lockedUntil(merchantId, subjects, now) {
      const ids = subjects.map(({ name }) => digest(merchantId, name));
      const docs = await mongo
        .of(lockoutModel)
        .find({ _id: { $in: ids }, merchantId })
        .lean();
      const until = Math.max(0, ...docs.map(({ lockedUntil }) => lockedUntil.getTime()));
      return until > now ? until : null;
    },

    async strike(merchantId, { name, limit }, now) {
      const _id = digest(merchantId, name);
      for (;;) {
        const known = await mongo.of(lockoutModel).findOne({ _id, merchantId }).lean();
        const next = struck(known ? lockState(known) : UNSTRUCK, limit, now);
        if (!next) return false;
        const set = lockFields(next, now);
        if (known) {
          const seen = { _id, merchantId, version: known.version };
          const { matchedCount } = await mongo.of(lockoutModel).updateOne(seen, {
            $set: set,
            $inc: { version: 1 },
          });
          if (matchedCount === 1) return true;
        } else if (await inserted(mongo, { _id, merchantId, version: 1, ...set })) return true;
      }
    },
  };
}

/** False where somebody else was first: then there is something to read. */
async function inserted(mongo: Mongo, doc: LockoutDoc): Promise<boolean> {
  try {
    await mongo.of(lockoutModel).insertMany([doc], { lean: true });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

function lockState({ strikes, lockedUntil }: LockoutDoc): LockState {
  return { strikes: strikes.map((at) => at.getTime()), lockedUntil: lockedUntil.getTime() };
}

function lockFields(
  { strikes, lockedUntil }: LockState,
  now: Instant,
): Pick<LockoutDoc, 'strikes' | 'lockedUntil' | 'touchedAt'> {
  return {
    strikes: strikes.map((at) => new Date(at)),
    lockedUntil: new Date(lockedUntil),
    touchedAt: new Date(now),
  };
}
