import { workedUntil } from '../../store';
import type { ContactImport, ContactImportCounts, ContactImportStep } from '../../store';

/** Each row of a page has an instant of its own, a millisecond after the one before; none of them may lie ahead. */
const INSTANTS_MS = 1_000;

/** Work on a page begins: whoever repeats it does so at the same instants. */
export function begunPage(now: Date): ContactImportStep {
  return { takenAt: new Date(now.getTime() - INSTANTS_MS), waiting: null };
}

/** The instant of a row of the page that is worked on. */
export function rowInstant({ takenAt }: ContactImport, row: number): Date {
  if (!takenAt) throw new Error('Work on the page has not begun.');
  return new Date(takenAt.getTime() + row);
}

/** Rows that the page before had not: lists of Bling repeat some. */
export function freshRows<Row extends { id: string }>(
  { lastIds }: ContactImport,
  rows: readonly Row[],
): { row: number; one: Row }[] {
  const seen = new Set(lastIds);
  const fresh: { row: number; one: Row }[] = [];
  for (const [row, one] of rows.entries()) {
    if (!seen.has(one.id)) fresh.push({ row, one });
    seen.add(one.id);
  }
  return fresh;
}

/** The counts with some more of each. */
export function counting(
  counts: ContactImportCounts,
  more: Partial<ContactImportCounts>,
): ContactImportCounts {
  const entries = Object.entries(counts) as [keyof ContactImportCounts, number][];
  return Object.fromEntries(
    entries.map(([name, count]) => [name, count + (more[name] ?? 0)]),
  ) as unknown as ContactImportCounts;
}

/**
 * Whether it has to be found out how many pages there are: Bling does not say, and how long it takes depends on it. For what is read
 * each day nobody asks.
 */
export function seeksPages({ cause, more, pages: { low, high } }: ContactImport): boolean {
  return cause === 'person' && more && (high === null || high - low > 1);
}

/** The page by which the number of pages is narrowed down: further and further, then between. */
export function soughtPage({ pages: { low, high } }: ContactImport): number {
  return high === null ? low * 2 : Math.floor((low + high) / 2);
}

/** What is known of the number of pages once one was looked at. */
export function pagesAfter(
  { low, high }: ContactImport['pages'],
  page: number,
  found: { rows: number; more: boolean },
): ContactImport['pages'] {
  if (found.rows === 0) return { low: Math.min(low, page), high: Math.min(high ?? page, page) };
  if (!found.more) return { low: page, high: page + 1 };
  return { low: Math.max(low, page), high: high !== null && high <= page ? page + 2 : high };
}

/** All of the page is dealt with: the next one, or what comes after the last. */
export function afterPage(found: ContactImport, now: Date): ContactImportStep {
  const next = { takenAt: null, pending: null };
  if (found.more) return { ...next, page: found.page + 1 };
  if (found.phase === 'contacts' && found.history !== null)
    return {
      ...{ ...next, phase: 'orders', page: 1, lastIds: [], pages: { low: 1, high: null }, phaseDone: 0 },
      ...{ workedMs: 0, workedSince: now },
    };
  return { ...next, ...workedUntil(found, now), state: 'finished', waiting: null, finishedAt: now };
}
