import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { commandTextsModel } from './command-text-model';
import type { CommandTexts } from './command-text-model';

/** What staff typed with their calls: kept here, so that Temporal need not carry it. */
export interface Commands {
  /** Keeps the texts of a call; a repetition of the call leaves them as they are. */
  keep(merchantId: string, callId: string, texts: CommandTexts, now: Date): Promise<void>;
  /** The texts of a call; null where none were kept. */
  textsOf(merchantId: string, callId: string): Promise<CommandTexts | null>;
}

export function createCommands(mongo: Mongo): Commands {
  return {
    async keep(merchantId, callId, texts, now) {
      const doc = { _id: idOf(merchantId, callId), merchantId, ...texts, at: now };
      try {
        await mongo.of(commandTextsModel).insertMany([doc], { lean: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async textsOf(merchantId, callId) {
      const doc = await mongo
        .of(commandTextsModel)
        .findOne({ _id: idOf(merchantId, callId), merchantId })
        .lean();
      if (!doc) return null;
      const { operator, storeId, saleRef, reason, skus } = doc;
      return { operator, storeId, saleRef, reason, skus };
    },
  };
}

function idOf(merchantId: string, callId: string): string {
  return `${merchantId}|${callId}`;
}
