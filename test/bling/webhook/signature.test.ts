import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { verifyBlingSignature } from '../../../src/bling';

const SECRET = 'bling-test-client-secret';
/** An `order.deleted` and its signature under SECRET. */
const BODY = Buffer.from(
  '{"eventId":"01a1ff7a-cb80-7f77-bb8d-9e0f1a2b3c4d","date":"2026-11-21T19:00:00Z","version":"v1",' +
    '"event":"order.deleted","companyId":"d4475854366a36c86a37e792f9634a51","data":{"id":26737100001}}',
);
const SIGNATURE = 'sha256=2fc2fb1bcdaf990829a69c9aab3d23d074385263517d27c1d5614aa698f75e28';

describe('a Bling webhook signature', () => {
  it('is accepted when it is the HMAC of the raw bytes under the client secret', () => {
    expect(verifyBlingSignature(BODY, SIGNATURE, [SECRET])).toBe(true);
    expect(verifyBlingSignature(BODY, `sha256=${SIGNATURE.slice(7).toUpperCase()}`, [SECRET])).toBe(true);
  });

  it('is checked over bytes, not over what they mean', () => {
    const reformatted = Buffer.from(JSON.stringify(JSON.parse(BODY.toString()), null, 1));
    expect(verifyBlingSignature(reformatted, SIGNATURE, [SECRET])).toBe(false);
    const accented = Buffer.from('{"nome":"Ação"}', 'utf8');
    const signed = `sha256=${createHmac('sha256', SECRET).update(accented).digest('hex')}`;
    expect(verifyBlingSignature(accented, signed, [SECRET])).toBe(true);
    expect(verifyBlingSignature(Buffer.from('{"nome":"Ação"}', 'latin1'), signed, [SECRET])).toBe(false);
  });

  it('is accepted under either secret while one replaces the other', () => {
    expect(verifyBlingSignature(BODY, SIGNATURE, ['new-secret', SECRET])).toBe(true);
    expect(verifyBlingSignature(BODY, SIGNATURE, [SECRET, 'old-secret'])).toBe(true);
    expect(verifyBlingSignature(BODY, SIGNATURE, ['new-secret', 'old-secret'])).toBe(false);
  });

  it('is never made with an empty secret, nor with none', () => {
    const forged = `sha256=${createHmac('sha256', '').update(BODY).digest('hex')}`;
    expect(verifyBlingSignature(BODY, forged, [''])).toBe(false);
    expect(verifyBlingSignature(BODY, forged, [])).toBe(false);
  });

  it.each([
    undefined,
    '',
    'sha256=',
    'sha1=abc',
    SIGNATURE.slice(0, -1),
    `${SIGNATURE}0`,
    'sha256=zz',
    `x${SIGNATURE}`,
    '\u0000',
    SIGNATURE.slice(7),
  ])('is refused without an exception when the header is %p', (header) => {
    expect(verifyBlingSignature(BODY, header, [SECRET])).toBe(false);
  });
});

const samples = resolve(__dirname, '../../../../shared/facts/bling/samples');
(existsSync(samples) ? describe : describe.skip)('the recorded webhook samples', () => {
  it('all carry the signature noted beside them', () => {
    const noted = JSON.parse(readFileSync(resolve(samples, 'webhook-signatures.json'), 'utf8')) as {
      client_secret: string;
      signatures: Record<string, Record<string, string>>;
    };
    for (const [file, headers] of Object.entries(noted.signatures)) {
      const bytes = readFileSync(resolve(samples, file));
      expect([
        file,
        verifyBlingSignature(bytes, headers['X-Bling-Signature-256'], [noted.client_secret]),
      ]).toEqual([file, true]);
    }
  });
});
