import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether a webhook really comes from Meta: `X-Hub-Signature-256: sha256=<hex>` is the HMAC-SHA256 of the
 * body's raw bytes, keyed with the app secret (developers.facebook.com, Webhooks). Never throws; an empty
 * secret verifies nothing.
 */
export function verifyWhatsAppSignature(
  rawBody: Buffer,
  header: string | undefined,
  appSecret: string,
): boolean {
  const hex = HEADER.exec(header ?? '')?.[1];
  if (hex === undefined || appSecret === '') return false;
  return timingSafeEqual(createHmac('sha256', appSecret).update(rawBody).digest(), Buffer.from(hex, 'hex'));
}

/**
 * Meta's handshake when the webhook is registered: a GET with `hub.mode=subscribe`, our verify token, and a
 * challenge to be echoed as plain text.
 *
 * @param query The parsed query string.
 * @returns The challenge, or `null` when the request is not Meta's: answer 403.
 */
export function answerHandshake(query: Record<string, unknown>, verifyToken: string): string | null {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
  if (mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string') return null;
  if (verifyToken === '') return null;
  return timingSafeEqual(digest(token), digest(verifyToken)) ? challenge : null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
