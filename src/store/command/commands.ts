import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { commandIdOf, commandTextsModel } from './command-text-model';
import type { CommandTexts } from './command-text-model';

/** A withdrawal waits for a transaction that is just doing the call, but not for long: somebody waits for it. */
const WITHDRAWAL_MS = 2_000;

/** The calls of staff while they are under way: what was typed, which Temporal need not carry, and whether anybody still waits. */
export interface Commands {
  /**
   * Before a call is made, and each time it is made again: keeps its texts, which a repetition leaves as they are, and until when
   * its caller waits from now on. Instants are MongoDB's.
   */
  open(
    merchantId: string,
    callId: string,
    texts: CommandTexts,
    times: { now: Date; validUntil: Date },
  ): Promise<void>;
  /**
   * Its caller goes away. True: it was not done and will not be, unless it is asked again. False: it was done, or has been asked
   * again since it was opened with this `validUntil`; or a version made it first that did not note what it did.
   */
  withdraw(merchantId: string, callId: string, validUntil: Date): Promise<boolean>;
  /** The texts of a call; null where none were kept. */
  textsOf(merchantId: string, callId: string): Promise<CommandTexts | null>;
}

export function createCommands(mongo: Mongo): Commands {
  return {
    async open(merchantId, callId, texts, { now, validUntil }) {
      const _id = commandIdOf(merchantId, callId);
      const open = (): Promise<unknown> =>
        mongo.of(commandTextsModel).updateOne(
          { _id, merchantId },
          // That it was done once stays true; a call that is asked again finds what it made.
          { $setOnInsert: { ...texts, at: now, doneAt: null }, $set: { validUntil, withdrawn: false } },
          { upsert: true },
        );
      try {
        await open();
      } catch (error) {
        // Two that open the same call at once may both find nothing.
        if (!isDuplicateKey(error)) throw error;
        await open();
      }
    },
    async withdraw(merchantId, callId, validUntil) {
      const { matchedCount } = await mongo.of(commandTextsModel).updateOne(
        {
          _id: commandIdOf(merchantId, callId),
          merchantId,
          validUntil,
          doneAt: { $exists: true, $eq: null },
        },
        { $set: { withdrawn: true } },
        { maxTimeMS: WITHDRAWAL_MS },
      );
      return matchedCount === 1;
    },
    async textsOf(merchantId, callId) {
      const doc = await mongo
        .of(commandTextsModel)
        .findOne({ _id: commandIdOf(merchantId, callId), merchantId })
        .lean();
      if (!doc) return null;
      const { operator, storeId, saleRef, reason, skus, keyId = null } = doc;
      return { operator, storeId, saleRef, reason, skus, keyId };
    },
  };
}
