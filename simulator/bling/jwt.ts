import { randomBytes } from 'node:crypto';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A token that looks like Bling's JWTs: three parts, about two thousand characters. It is only ever looked up, so its
 * signature is random bytes.
 */
export function makeJwt(companyIndex: number, expiresAt: number): string {
  const claims = {
    iss: 'https://simulador.example.com',
    sub: String(companyIndex),
    jti: randomBytes(16).toString('hex'),
    exp: Math.floor(expiresAt / 1000),
    scopes: Array.from({ length: 60 }, (_, at) => 98_309_000_000 + at * 7),
  };
  const signature = randomBytes(256).toString('base64url');
  return [
    encode({ typ: 'JWT', alg: 'RS256' }),
    encode({ ...claims, pad: randomBytes(280).toString('hex') }),
    signature,
  ].join('.');
}
