import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';

/** A stored secret cannot be read: wrong key or damaged. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError';
}

/** Encrypts with AES-256-GCM; `owner` (such as a connection id) is bound in, so that a text cannot be moved to another document. */
export function encrypt(key: Buffer, owner: string, secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [
    VERSION,
    iv.toString('base64'),
    cipher.getAuthTag().toString('base64'),
    sealed.toString('base64'),
  ].join('.');
}

/** The secret in a text that `encrypt` made for the same owner. @throws DecryptionError */
export function decrypt(key: Buffer, owner: string, text: string): string {
  const [version, iv, tag, sealed] = text.split('.');
  try {
    if (version !== VERSION || !iv || !tag || sealed === undefined) throw new Error('unknown format');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'))
      .setAAD(Buffer.from(owner))
      .setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new DecryptionError(
      `A stored secret of ${owner} cannot be read: ENCRYPTION_KEY is not the one it was written with, or the data is damaged. ` +
        'Start with the former key as ENCRYPTION_KEY_PREVIOUS, or connect the store again.',
      { cause },
    );
  }
}

/** Whether a text is sealed for the owner with this key. */
export function opensWith(key: Buffer, owner: string, text: string): boolean {
  try {
    decrypt(key, owner, text);
    return true;
  } catch (error) {
    if (error instanceof DecryptionError) return false;
    throw error;
  }
}

/** SHA-256 in hex: how keys and one-time values are kept. */
export function digest(...parts: string[]): string {
  return createHash('sha256')
    .update(parts.length === 1 ? parts[0]! : JSON.stringify(parts))
    .digest('hex');
}

/** Makes digests, in hex, that only who has the key can make: of what could be guessed. @param purpose keeps those of one use apart */
export function keyedDigest(key: Buffer, purpose: string): (text: string) => string {
  const own = Buffer.from(hkdfSync('sha256', key, '', `retorno/${purpose}`, 32));
  return (text) => createHmac('sha256', own).update(text).digest('hex');
}
