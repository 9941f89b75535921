import { KeyedLimiter } from '../../runs';

/**
 * Sales of one merchant that a process takes in at once. A campaign's thousand come one after the other, and leave room for the calls
 * of everybody else; taking one in costs milliseconds, so that few at once are not slower than many.
 */
const AT_ONCE = 4;

/**
 * Gives a merchant's sales their turns at being taken in.
 * @param patienceMs how long one waits for its turn; after that it is answered 503 and told again by its sender
 */
export function intakeTurns(patienceMs: number): KeyedLimiter {
  return new KeyedLimiter(AT_ONCE, patienceMs);
}
