import { createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether a webhook really comes from Bling: `X-Bling-Signature-256: sha256=<hex>` is the HMAC-SHA256 of the
 * body's raw bytes, keyed with the app's client secret (developer.bling.com.br/webhooks).
 *
 * Several secrets may be given, because resetting the client secret in Bling's panel takes effect at once.
 * Empty secrets are passed over. Nonsense in the header is simply not a signature: this never throws.
 */
export function verifyBlingSignature(
  rawBody: Buffer,
  header: string | undefined,
  secrets: readonly string[],
): boolean {
  const hex = HEADER.exec(header ?? '')?.[1];
  if (hex === undefined) return false;
  const claimed = Buffer.from(hex, 'hex');
  return secrets
    .filter((secret) => secret !== '')
    .some((secret) => timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), claimed));
}
