import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordFault, verifyPassword } from '../../../src/store/access';

const PASSWORD = 'café com leite 7';

describe('a password', () => {
  it('is kept as a hash that says how it was made, under a salt of its own each time', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(other).not.toBe(one);
    expect(await verifyPassword(PASSWORD, one)).toBe(true);
    expect(await verifyPassword(PASSWORD, other)).toBe(true);
    expect(await verifyPassword(`${PASSWORD} `, one)).toBe(false);
    expect(await verifyPassword(PASSWORD.toUpperCase(), one)).toBe(false);
  });

  it('is the same however the keyboard composes its letters', async () => {
    const stored = await hashPassword(PASSWORD.normalize('NFD'));
    expect(await verifyPassword(PASSWORD.normalize('NFC'), stored)).toBe(true);
    expect(await verifyPassword('ｃａｆé com leite 7', stored)).toBe(true);
  });

  it('has from ten to 128 characters, counted as people count', async () => {
    expect(passwordFault('nove letr')).toBe('too_short');
    expect(passwordFault('dez letras')).toBeNull();
    expect(passwordFault('🔑'.repeat(9))).toBe('too_short');
    expect(passwordFault('🔑'.repeat(128))).toBeNull();
    expect(passwordFault('a'.repeat(129))).toBe('too_long');
    expect(passwordFault('a'.repeat(100_000))).toBe('too_long');
    await expect(hashPassword('curta')).rejects.toThrow(RangeError);
  });

  it('is still read where it cost another amount of work', async () => {
    // RFC 7914 has no vector of these parameters: made by Python's hashlib.scrypt(b'uma senha antiga', salt=b'0123456789abcdef', n=2**14, r=8, p=1).
    const former = '$scrypt$ln=14,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$IDbRGck7VM6If/aSlFMradnPg+ry3VgQ41NinsJbmDk';
    expect(await verifyPassword('uma senha antiga', former)).toBe(true);
    expect(await verifyPassword('outra senha antiga', former)).toBe(false);
  });

  it('of nobody is never right, and costs the same work', async () => {
    const stored = await hashPassword(PASSWORD);
    const took = async (of: string | null, password = PASSWORD): Promise<number> => {
      // What the processor does, whatever else goes on beside it.
      const before = process.cpuUsage();
      await verifyPassword(password, of);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await took(stored);
    const known = await took(stored, 'outra senha qualquer');
    for (const unknown of [
      await took(null),
      await took('not a hash'),
      await took(null, ''),
      await took(null, 'a'.repeat(10_000)),
    ])
      expect(unknown).toBeGreaterThan(known / 4);
    expect(await verifyPassword(PASSWORD, null)).toBe(false);
    expect(await verifyPassword('', null)).toBe(false);
    expect(await verifyPassword(PASSWORD, 'not a hash')).toBe(false);
    expect(await verifyPassword('a'.repeat(10_000), stored)).toBe(false);
  });
});
