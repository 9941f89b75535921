import type { ContactImportDoc } from './contact-import-model';

/** Rows of a full page. */
const PAGE_ROWS = 100;
/** After less than this nothing can be said of how fast it goes. */
const TOO_SOON_MS = 1_000;

type Worked = Pick<ContactImportDoc, 'workedMs' | 'workedSince'>;

/** Its time of work so far is summed up: it rests, or its phase is over. */
export function workedUntil(worked: Worked, now: Date): { workedMs: number; workedSince: null } {
  return { workedMs: workedFor(worked, now.getTime()), workedSince: null };
}

function workedFor({ workedMs, workedSince }: Worked, now: number): number {
  return workedMs + (workedSince ? Math.max(0, now - workedSince.getTime()) : 0);
}

/** About how much the phase has altogether; null: it is not known yet. */
export function estimatedTotal({
  pages: { low, high },
  more,
  phaseDone,
}: Pick<ContactImportDoc, 'pages' | 'more' | 'phaseDone'>): number | null {
  if (!more) return phaseDone;
  return high === null || high - low > 1 ? null : Math.max(phaseDone, low * PAGE_ROWS);
}

/** How much is dealt with in a minute, as it went so far; null: it has only just begun. */
export function ratePerMinute(
  worked: Worked & Pick<ContactImportDoc, 'phaseDone'>,
  now: number,
): number | null {
  const ms = workedFor(worked, now);
  return ms < TOO_SOON_MS || worked.phaseDone === 0 ? null : Math.round((worked.phaseDone * 60_000) / ms);
}
