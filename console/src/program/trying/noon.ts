import type { Clock } from '../../format';

const MINUTE_MS = 60_000;

/** Noon of a date by a store's clock, as an instant: `2026-11-12` → `2026-11-12T15:00:00.000Z` in São Paulo. */
export function noonOf(date: string, clock: Clock): string {
  const guess = Date.parse(`${date}T12:00:00Z`);
  const at = new Date(guess);
  const shown = Date.parse(`${clock.localDate(at)}T${clock.time(at.toISOString())}:00Z`);
  return new Date(guess - Math.round((shown - guess) / MINUTE_MS) * MINUTE_MS).toISOString();
}
