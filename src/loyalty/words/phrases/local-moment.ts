import type { Instant, Zone } from '../../basis';
import { lastUsableDate, localDate, startOfDate, wallClock } from '../../calendar';

const MINUTE = 60_000;

/**
 * A date on the clock of a zone, and where less than the whole date is meant, the minute: `2026-11-20`, `2026-11-20T15:30`.
 * Of one zone they sort as texts.
 */
export type LocalMoment = string;

/**
 * Until when something that ends at `expiresAt` can be used: through that date, or where it ends within a date, until that
 * minute (a minute begun is not promised). @throws UnknownZoneError
 */
export function lastUsableMoment(expiresAt: Instant, zone: Zone): LocalMoment {
  return startsDate(expiresAt, zone) ? lastUsableDate(expiresAt, zone) : minute(expiresAt, zone);
}

/**
 * From when something that activates at `activatesAt` can be used: on that date, or where it activates within a date, from that
 * minute on. @throws UnknownZoneError
 */
export function firstUsableMoment(activatesAt: Instant, zone: Zone): LocalMoment {
  const from = Math.ceil(activatesAt / MINUTE) * MINUTE;
  return startsDate(from, zone) ? localDate(from, zone) : minute(from, zone);
}

function startsDate(at: Instant, zone: Zone): boolean {
  return startOfDate(localDate(at, zone), zone) === at;
}

function minute(at: Instant, zone: Zone): LocalMoment {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}
