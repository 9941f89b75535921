import { KeyedLimiter } from '../../runs';

/**
 * Gives a merchant's sales their turns at being taken in by this process. A campaign's thousand come one after the other, and leave room
 * for the calls of everybody else; taking one in costs milliseconds, so that few at once are not slower than many.
 * @param atOnce how many of one merchant are taken in at once
 * @param patienceMs how long one waits for its turn; after that it is answered 503 and told again by its sender
 */
export function intakeTurns(atOnce: number, patienceMs: number): KeyedLimiter {
  return new KeyedLimiter(atOnce, patienceMs);
}
