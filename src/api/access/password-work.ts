import { hashPassword, verifyPassword } from '../../store';
import { KeyedLimiter } from '../../runs';

/** A password takes 32 MB and a thread for some 80 ms: more at once would keep everybody else waiting. */
const AT_ONCE = 2;
const PATIENCE_MS = 10_000;
const passwords = new KeyedLimiter(AT_ONCE, PATIENCE_MS);

/** A password as it is kept, when its turn has come. @throws WaitedInVainError */
export function hashedPassword(password: string): Promise<string> {
  return passwords.run('password', () => hashPassword(password));
}

/** Whether a password is the stored one, when its turn has come. @throws WaitedInVainError */
export function isPassword(password: string, stored: string | null): Promise<boolean> {
  return passwords.run('password', () => verifyPassword(password, stored));
}
