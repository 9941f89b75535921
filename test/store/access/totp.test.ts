import { describe, expect, it } from '@jest/globals';
import { newTotpSecret, stepOf, totpUri } from '../../../src/store/access/totp';

/** Of RFC 6238, appendix B: `12345678901234567890` in base32. Its codes have eight digits; ours are the last six of them. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
    [20_000_000_000, '353130', 666_666_666],
  ])('of second %i is %s, as RFC 6238 has it', (second, code, step) => {
    expect(stepOf(RFC_SECRET, code, second * 1000)).toBe(step);
  });

  it('is of its own step also where it comes half a minute early or late, and of none later', () => {
    const at = 1_111_111_109_000;
    for (const late of [-30_000, 0, 30_000]) expect(stepOf(RFC_SECRET, '081804', at + late)).toBe(37_037_036);
    for (const late of [-60_000, 61_000]) expect(stepOf(RFC_SECRET, '081804', at + late)).toBeNull();
  });

  it.each(['', '81804', '0081804', '08180a', '٠٨١٨٠٤', ' 081804'])(
    'is six digits, which "%s" is not',
    (code) => {
      expect(stepOf(RFC_SECRET, code, 1_111_111_109_000)).toBeNull();
    },
  );
});

describe('a secret', () => {
  it('has 160 bits, and is another one each time', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
  });

  it('goes to the app with the account it is of', () => {
    expect(totpUri(RFC_SECRET, 'ana+loja@exemplo.com.br')).toBe(
      `otpauth://totp/Retorno:ana%2Bloja%40exemplo.com.br?issuer=Retorno&secret=${RFC_SECRET}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
