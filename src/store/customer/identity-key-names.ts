import type { ClientSession } from 'mongoose';
import type { FormerForm } from '../mongo';
import { keyedDigest } from '../secret';
import { identityKeyId } from './customer-model';

const HASHED = 'hmac:';

/** Keeps HMACs of identity keys apart from others under the same key. */
export const IDENTITY_KEYS = 'identity keys';

/** Whether a key is kept under this id as an HMAC, and not in clear text as earlier versions did. */
export function isHashedKeyId(merchantId: string, id: string): boolean {
  return id.startsWith(`${merchantId}|${HASHED}`);
}

/**
 * The id of a key as an HMAC, for the id it has in clear text; of one that is an HMAC, itself. What is hashed names merchant and
 * kind too, so that nobody sees that a person buys of two merchants.
 */
export function keyHasher(encryptionKey: Buffer): (merchantId: string, id: string) => string {
  return keyNamer(keyedDigest(encryptionKey, IDENTITY_KEYS));
}

/** The same for whoever has a digest under the database's key already, of this purpose. */
export function keyNamer(digestOf: (text: string) => string): (merchantId: string, id: string) => string {
  return (merchantId, id) =>
    isHashedKeyId(merchantId, id) ? id : identityKeyId(merchantId, `${HASHED}${digestOf(id)}`);
}

/**
 * Under which ids keys are looked up and kept. Keys of earlier versions lie in clear text until the last pass of the migration:
 * so both forms are looked up, and both are kept for as long as a process of an earlier version may have to find them.
 */
export class IdentityKeyNames {
  private readonly hashed: (merchantId: string, id: string) => string;

  /** @param clear keys in clear text */
  constructor(
    encryptionKey: Buffer,
    private readonly clear: FormerForm,
  ) {
    this.hashed = keyHasher(encryptionKey);
  }

  /** Every id under which a key may lie. */
  of(merchantId: string, key: string): string[] {
    return this.both(merchantId, [identityKeyId(merchantId, key)]);
  }

  /** The ids, and those which their keys have got since. */
  both(merchantId: string, ids: readonly string[]): string[] {
    return [...new Set([...ids, ...ids.map((id) => this.hashed(merchantId, id))])];
  }

  /** The ids under which each of the keys is to be kept now; one that is taken is taken by its first. */
  async toKeep(session: ClientSession, merchantId: string, keys: readonly string[]): Promise<string[][]> {
    if (keys.length === 0) return [];
    const clear = await this.clear.isWritten(session);
    return keys.map((key) =>
      clear ? this.of(merchantId, key) : [this.hashed(merchantId, identityKeyId(merchantId, key))],
    );
  }

  /** The ids as a record of them is to have them now. */
  async toRecord(session: ClientSession, merchantId: string, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0 || (await this.clear.isWritten(session))) return [...ids];
    return [...new Set(ids.map((id) => this.hashed(merchantId, id)))];
  }
}
