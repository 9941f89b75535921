import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../loyalty';

/** Seconds a code stands for (RFC 6238); a code of the step before or after is taken as well, for clocks that are a little off. */
const PERIOD_S = 30;
const WINDOW = 1;
const DIGITS = 6;
/** As RFC 4226 advises: 160 bits. */
const SECRET_BYTES = 20;
const ISSUER = 'Retorno';

/** A secret to be shared with somebody's authenticator app, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app reads from a QR code. @param account names the account in the app: the e-mail */
export function totpUri(secret: string, account: string): string {
  return totpOf(secret, account).toString();
}

/** The step, counted from the epoch, that a code is of; null: it is none of now. */
export function stepOf(secret: string, code: string, now: Instant): number | null {
  if (!new RegExp(`^\\d{${DIGITS}}$`).test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta;
}

function totpOf(secret: string, label?: string): TOTP {
  return new TOTP({
    ...{ issuer: ISSUER, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_S },
    secret: Secret.fromBase32(secret),
    ...(label === undefined ? {} : { label }),
  });
}
