import type { Instant } from '../../basis';
import { bookAt } from '..';
import type { Entry, Wallet } from '..';

/**
 * What time has decided about the wallet up to `now` and nobody has written down yet, in the order and the words in which it will be
 * (R42, R45); the wallet given is not changed.
 */
export function entriesDue(wallet: Wallet, now: Instant): Entry[] {
  return bookAt(wallet, now).entries;
}
