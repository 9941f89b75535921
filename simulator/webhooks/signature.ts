import { createHmac } from 'node:crypto';

/** The signature header's value over the exact bytes of a body: `sha256=<hex>`; Bling and Meta write it alike. */
export function signatureOf(body: Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
