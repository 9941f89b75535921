import { decrypt, DecryptionError, encrypt } from './crypto';

/**
 * Seals what is kept secret with the key that the database seals with now, and opens what was sealed with any that the process was
 * given: while one key takes the place of another, some of it is under each.
 */
export class Sealer {
  private keys: readonly Buffer[];

  /** @param current the key that the database seals with; 32 bytes, like the others @param others open, and seal nothing */
  constructor(current: Buffer, ...others: Buffer[]) {
    this.keys = [current, ...others];
  }

  /** @param owner what the secret belongs to, such as a connection's id: it is bound in */
  seal(owner: string, secret: string): string {
    return encrypt(this.keys[0]!, owner, secret);
  }

  /** The secret in a text that was sealed for the same owner. @throws DecryptionError where no key fits */
  open(owner: string, sealed: string): string {
    for (const key of this.keys.slice(0, -1)) {
      try {
        return decrypt(key, owner, sealed);
      } catch (error) {
        if (!(error instanceof DecryptionError)) throw error;
      }
    }
    return decrypt(this.keys.at(-1)!, owner, sealed);
  }

  /** From now on the database seals with this key; those before go on opening. */
  sealWith(key: Buffer): void {
    this.keys = [key, ...this.keys.filter((other) => !other.equals(key))];
  }
}
