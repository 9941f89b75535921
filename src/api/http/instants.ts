import type { Instant } from '../../loyalty';

/** ISO 8601 UTC, as instants are answered. */
export function iso(at: Instant | Date): string {
  return new Date(at).toISOString();
}

/** The same for what may not have happened. */
export function isoOrNull(at: Instant | Date | null): string | null {
  return at === null ? null : iso(at);
}
