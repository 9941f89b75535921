import { keyedDigest } from '../secret';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { usedKeyModel } from './idempotency-model';

/**
 * Which request each `Idempotency-Key` was used for. What is kept of a request is a digest under a secret: bodies hold
 * documents and phones, which could be guessed from a plain one.
 */
export class UsedKeys {
  private readonly digestOf: (text: string) => string;

  constructor(
    private readonly mongo: Mongo,
    encryptionKey: Buffer,
  ) {
    this.digestOf = keyedDigest(encryptionKey, 'used keys');
  }

  /** Binds a key to its first request, for ever. False where it is bound to another. */
  async bind(_id: string, merchantId: string, bodyHash: string, now: Date): Promise<boolean> {
    const request = this.digestOf(bodyHash);
    try {
      await this.mongo.of(usedKeyModel).insertMany([{ _id, merchantId, request, at: now }], { lean: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const bound = await this.mongo.of(usedKeyModel).findOne({ _id, merchantId }).lean();
    return bound?.request === request;
  }
}
