import type { Instant } from '../basis';
import { reminderAt } from '../calendar';
import type { Duration } from '../calendar';
import type { Lot } from '../ledger';
import type { DueNotice } from './due-notice';
import { reminderKey } from './notice-key';
import { noticeSpread } from './spread';

/** A reminder the program asks for, `before` as it is written there (`P7D`). */
export interface Reminder {
  before: string;
  duration: Duration;
}

/**
 * The reminders still to give about active amounts, one for each end and `before`; `given` holds the keys of those dealt with.
 * One whose moment had passed when the lot was made or activated is never due; of several missed at once only the last is.
 */
export function remindersDue(
  lots: readonly Lot[],
  reminders: readonly Reminder[],
  given: readonly string[],
  now: Instant,
): DueNotice[] {
  const due = lots
    .flatMap((lot) => (lot.buckets.active > 0 ? remindersFor(lot, reminders, now) : []))
    .filter(({ key }) => !given.includes(key));
  return [...new Map(due.map((notice) => [notice.key, notice])).values()];
}

function remindersFor(
  { expiresAt, activatesAt, createdAt, zone }: Lot,
  reminders: readonly Reminder[],
  now: Instant,
): DueNotice[] {
  if (expiresAt === null) return [];
  const all = reminders
    .map(({ before, duration }) => {
      const at = reminderAt(expiresAt, duration, zone);
      return { key: reminderKey(before, expiresAt), at, ...noticeSpread(duration, at, expiresAt) };
    })
    .filter(({ at }) => at > Math.max(activatesAt, createdAt) && at < expiresAt)
    .sort((a, b) => a.at - b.at);
  const missed = all.filter(({ at }) => at <= now);
  return [...missed.slice(-1), ...all.filter(({ at }) => at > now)];
}
