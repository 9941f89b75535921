import { reminderAt } from '../calendar';
import type { Duration } from '../calendar';
import type { Instant } from '../basis';
import type { Lot, Redemption } from '../ledger';
/** What a sale's benefit waits for next: time does something to it, or the customer is told something. */
export type NextStep =
  | { do: 'activate'; at: Instant }
  | { do: 'expire'; at: Instant }
  | { do: 'letGo'; at: Instant }
  | { do: 'tell'; at: Instant; key: string };

/** A message about a sale, once: `key` is how it is remembered, `at` when it is due. */
export interface Tell {
  key: string;
  at: Instant;
}

/** A reminder the program asks for, `before` as it is written there (`P7D`). */
export interface Reminder {
  before: string;
  duration: Duration;
}

/**
 * The earliest of what time will do to these lots and open reservations and of what there is to tell; null where nothing
 * is left to wait for.
 */
export function nextStep(
  lots: readonly Lot[],
  tells: readonly Tell[],
  reservations: readonly Pick<Redemption, 'reservedUntil'>[] = [],
): NextStep | null {
  const steps: NextStep[] = [
    ...tells.map(({ at, key }): NextStep => ({ do: 'tell', at, key })),
    ...reservations.map(({ reservedUntil }): NextStep => ({ do: 'letGo', at: reservedUntil })),
  ];
  for (const lot of lots) {
    if (lot.buckets.pending > 0) steps.push({ do: 'activate', at: lot.activatesAt });
    if (lot.buckets.active > 0 && lot.expiresAt !== null) steps.push({ do: 'expire', at: lot.expiresAt });
  }
  return steps.reduce<NextStep | null>(
    (first, step) => (!first || comesBefore(step, first) ? step : first),
    null,
  );
}

/**
 * The reminders still to send about active amounts, one for each end and `before`; `told` holds the keys of those dealt with.
 * One whose moment had passed when the lot was made or activated is never due; of several missed at once only the last is.
 */
export function remindersDue(
  lots: readonly Lot[],
  reminders: readonly Reminder[],
  told: readonly string[],
  now: Instant,
): Tell[] {
  const due = lots
    .filter((lot) => lot.buckets.active > 0 && lot.expiresAt !== null)
    .flatMap((lot) => remindersOf(lot, lot.expiresAt!, reminders, now))
    .filter(({ key }) => !told.includes(key));
  return [...new Map(due.map((tell) => [tell.key, tell])).values()];
}

/** The key of the reminder `before` an end; the end itself is part of it, so that a new end brings a new reminder. */
export function reminderKey(before: string, expiresAt: Instant): string {
  return `expiring/${before}/${new Date(expiresAt).toISOString()}`;
}

function remindersOf(lot: Lot, expiresAt: Instant, reminders: readonly Reminder[], now: Instant): Tell[] {
  const all = reminders
    .map(({ before, duration }) => ({
      key: reminderKey(before, expiresAt),
      at: reminderAt(expiresAt, duration, lot.zone),
    }))
    .filter(({ at }) => at > Math.max(lot.activatesAt, lot.createdAt) && at < expiresAt)
    .sort((a, b) => a.at - b.at);
  const missed = all.filter(({ at }) => at <= now);
  return [...missed.slice(-1), ...all.filter(({ at }) => at > now)];
}

const RANK = { activate: 0, expire: 1, letGo: 2, tell: 3 } as const;

function comesBefore(a: NextStep, b: NextStep): boolean {
  return a.at !== b.at ? a.at < b.at : RANK[a.do] < RANK[b.do];
}
