import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Shortest and longest password, in characters as they are kept (NFKC). */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

/** What a new password costs: 32 MB and some 80 ms. A stored one says what it cost. */
const COST: Cost = { ln: 15, r: 8, p: 1 };
/** What is stored is written by nobody else, and still never makes a process take more than this. */
const MOST_LN = 20;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** scrypt's: `ln` is the logarithm of N. */
interface Cost {
  ln: number;
  r: number;
  p: number;
}

const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]{22})\$([\w+/]{43})$/;

/** What an unknown person's password is compared with; nothing hashes to it but by chance. */
const DECOY = written(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));

/** What is wrong with a new password; null: nothing is. */
export function passwordFault(password: string): 'too_short' | 'too_long' | null {
  if (isOverlong(password)) return 'too_long';
  const { length } = [...password.normalize('NFKC')];
  if (length < PASSWORD_LENGTH.min) return 'too_short';
  return length > PASSWORD_LENGTH.max ? 'too_long' : null;
}

/**
 * A password as it is kept: `$scrypt$ln=15,r=8,p=1$salt$hash`, the last two in base64 without padding.
 * @throws RangeError where `passwordFault` finds one: a programming error
 */
export async function hashPassword(password: string): Promise<string> {
  const fault = passwordFault(password);
  if (fault) throw new RangeError(`A password is kept only if it is fit to be one: ${fault}.`);
  const salt = randomBytes(SALT_BYTES);
  return written(COST, salt, await derived(password, salt, COST));
}

/**
 * Whether a password is the stored one. It takes as long where there is none (null), so that nobody learns from the time taken which
 * e-mails are known.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, ln, r, p, salt, hash] = STORED.exec(stored ?? DECOY) ?? STORED.exec(DECOY)!;
  const cost = { ln: Math.min(Number(ln), MOST_LN), r: Number(r), p: Number(p) };
  // What is too long to be anybody's is not worth normalising, but costs the same.
  const tried = isOverlong(password) ? '' : password;
  const same = timingSafeEqual(
    await derived(tried, Buffer.from(salt!, 'base64'), cost),
    Buffer.from(hash!, 'base64'),
  );
  return same && stored !== null && STORED.test(stored) && tried !== '';
}

/** Normal form shortens no text to less than this part of it. */
function isOverlong(password: string): boolean {
  return password.length > PASSWORD_LENGTH.max * 8;
}

function derived(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  // Beside the 128 · N · r bytes that scrypt is made to take, OpenSSL wants a little.
  const options = { N, r, p, maxmem: 128 * r * (N + p + 2) * 2 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function written({ ln, r, p }: Cost, salt: Buffer, hash: Buffer): string {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(hash)}`;
}
