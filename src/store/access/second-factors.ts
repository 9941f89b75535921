import { randomBytes } from 'node:crypto';
import type { Sealer } from '../secret';
import { inTransaction, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { personModel } from './person-model';
import { secondFactorModel } from './second-factor-model';
import type { SecondFactorDoc } from './second-factor-model';
import { sessionModel } from './session-model';
import { newTotpSecret, stepOf, totpUri } from './totp';

const RECOVERY_CODES = 10;
/** 50 bits each: nobody guesses one within the limits of signing in. */
const RECOVERY_LENGTH = 10;
/** No letter that is taken for another. 32 of them, so that each byte's share is even. */
const RECOVERY_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz0';

/** What becomes of a code: it is right, it is wrong or used already, or the person has no second factor. */
export type CodeVerdict = 'right' | 'wrong' | 'off';

/** The second factors of people: codes of an authenticator app (RFC 6238), and recovery codes for who has lost it. */
export interface SecondFactors {
  /** Whether a person has one. */
  isOn(personId: string): Promise<boolean>;
  /** Those of them who have one. */
  on(personIds: readonly string[]): Promise<Set<string>>;
  /**
   * Makes a secret that counts from `confirm` on; the answer is the only time it is readable. Begun again it is another one.
   * @param account names the account in the app
   * @returns null where the person has a second factor already
   */
  begin(personId: string, account: string, now: Date): Promise<{ secret: string; uri: string } | null>;
  /**
   * Turns it on by a first code, and ends every session of the person that was begun without it, together or not at all.
   * @param goesOn the session in which it is done
   * @returns the recovery codes, readable this once; null: the code is wrong, or nothing was begun
   */
  confirm(personId: string, code: string, now: Date, goesOn?: string): Promise<string[] | null>;
  /** Judges a code and uses it up: of several who bring the same one at once, one is right. */
  use(personId: string, code: string, now: Date): Promise<CodeVerdict>;
  /** Turns it off. */
  remove(personId: string): Promise<void>;
}

/** @param sealer of the secrets */
export function createSecondFactors(mongo: Mongo, sealer: Sealer): SecondFactors {
  const recoveryDigest = (personId: string, code: string): string =>
    mongo.keyedDigest('recovery-code', `${personId}/${code}`);
  const stepIn = ({ _id, sealed }: SecondFactorDoc, code: string, now: Date): number | null =>
    stepOf(sealer.open(_id, sealed), code, now.getTime());

  return {
    async isOn(_id) {
      return (await mongo.of(secondFactorModel).exists({ _id, confirmedAt: { $ne: null } })) !== null;
    },
    async on(personIds) {
      const docs = await mongo
        .of(secondFactorModel)
        .find({ _id: { $in: [...personIds] }, confirmedAt: { $ne: null } })
        .select({ _id: 1 })
        .lean();
      return new Set(docs.map(({ _id }) => _id));
    },
    async begin(_id, account, now) {
      const secret = newTotpSecret();
      const fresh = {
        ...{ sealed: sealer.seal(_id, secret), lastStep: 0, recovery: [], createdAt: now },
      };
      for (;;) {
        const { matchedCount } = await mongo
          .of(secondFactorModel)
          .updateOne({ _id, confirmedAt: null }, { $set: fresh });
        if (matchedCount > 0) break;
        try {
          await mongo
            .of(secondFactorModel)
            .insertMany([{ _id, confirmedAt: null, ...fresh }], { lean: true });
          break;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          if (await mongo.of(secondFactorModel).exists({ _id, confirmedAt: { $ne: null } })) return null;
        }
      }
      return { secret, uri: totpUri(secret, account) };
    },
    async confirm(_id, code, now, goesOn) {
      const doc = await mongo.of(secondFactorModel).findOne({ _id, confirmedAt: null }).lean();
      const step = doc && stepIn(doc, withoutBlanks(code), now);
      if (step === null) return null;
      const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
      const recovery = codes.map((one) => recoveryDigest(_id, spelling(one)));
      const asProved = { _id, confirmedAt: null, sealed: doc!.sealed };
      const turnedOn = { $set: { confirmedAt: now, lastStep: step, recovery } };
      return inTransaction(mongo, async (session) => {
        const { matchedCount } = await mongo.of(secondFactorModel).updateOne(asProved, turnedOn, { session });
        if (matchedCount === 0) return null;
        // Here it meets whoever signs in at that moment: they come before, and are signed out, or after, and need a code.
        await mongo.of(personModel).updateOne({ _id }, { $inc: { signIns: 1 } }, { session });
        const others = goesOn === undefined ? {} : { id: { $ne: goesOn } };
        await mongo.of(sessionModel).deleteMany({ personId: _id, ...others }, { session });
        return codes;
      });
    },
    async use(_id, code, now) {
      const doc = await mongo
        .of(secondFactorModel)
        .findOne({ _id, confirmedAt: { $ne: null } })
        .lean();
      if (!doc) return 'off';
      const step = stepIn(doc, withoutBlanks(code), now);
      const digest = recoveryDigest(_id, spelling(code));
      const { modifiedCount } = await mongo
        .of(secondFactorModel)
        .updateOne(
          step === null
            ? { _id, sealed: doc.sealed, recovery: digest }
            : { _id, sealed: doc.sealed, lastStep: { $lt: step } },
          step === null ? { $pull: { recovery: digest } } : { $set: { lastStep: step } },
        );
      return modifiedCount === 1 ? 'right' : 'wrong';
    },
    async remove(_id) {
      await mongo.of(secondFactorModel).deleteOne({ _id });
    },
  };
}

/** `k7qm3-xrt9w`. */
function newRecoveryCode(): string {
  const code = [...randomBytes(RECOVERY_LENGTH)].map((byte) => RECOVERY_ALPHABET[byte % 32]).join('');
  return `${code.slice(0, RECOVERY_LENGTH / 2)}-${code.slice(RECOVERY_LENGTH / 2)}`;
}

/** A recovery code however it was typed. */
function spelling(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .slice(0, 64);
}

/** Apps show six digits in two groups. */
function withoutBlanks(code: string): string {
  return code.replace(/\s/g, '');
}
