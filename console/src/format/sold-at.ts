import type { Clock } from './clock';

/** What of a sale says when it was made. */
interface Made {
  channel: string;
  /** null: nobody said; it came in at `createdAt`. */
  soldAt: string | null;
  createdAt: string;
}

/** Bling gives only days, and spreadsheets often do: the API has such a sale at the day's beginning. */
const OFTEN_DAYS: readonly string[] = ['bling', 'import'];

/** When a sale was made: its day alone where that is all its source says. */
export function formatSoldAt({ channel, soldAt, createdAt }: Made, clock: Clock): string {
  if (soldAt === null) return clock.dateTime(createdAt);
  const dayOnly = OFTEN_DAYS.includes(channel) && clock.time(soldAt) === '00:00';
  return dayOnly ? clock.date(soldAt) : clock.dateTime(soldAt);
}
