import type { Schema } from '../../api';

type Rules = Schema<'MessageSettings'>;

/** The rules as they are being typed: numbers are texts, and nothing is missing. */
export interface Draft {
  basis: Rules['basis'];
  quiet: boolean;
  from: string;
  to: string;
  days: readonly string[];
  perDay: string;
  perThirtyDays: string;
  holdout: string;
}

/** What stands in the fields at first. Where there are no quiet hours, what one would begin with. */
export function draftOf({ basis, quietHours, caps, holdout }: Rules): Draft {
  const { from, to, days } = quietHours ?? { from: '20:00', to: '08:00', days: [7] };
  return {
    ...{ basis, quiet: quietHours !== null, from, to, days: days.map(String) },
    ...{ perDay: shown(caps.perDay), perThirtyDays: shown(caps.perThirtyDays), holdout: String(holdout) },
  };
}

/** What cannot be saved as it is typed. */
export function wrongIn(draft: Draft): ReadonlySet<keyof Draft> {
  const wrong = new Set<keyof Draft>();
  if (draft.quiet) {
    for (const field of ['from', 'to'] as const) if (!TIME.test(draft[field])) wrong.add(field);
    if (draft.days.length === 7) wrong.add('days');
  }
  for (const field of ['perDay', 'perThirtyDays'] as const)
    if (draft[field].trim() !== '' && !isWithin(draft[field], 1, 100)) wrong.add(field);
  if (!isWithin(draft.holdout, 0, 50)) wrong.add('holdout');
  return wrong;
}

/** What is saved. @param draft with nothing wrong in it */
export function rulesIn(draft: Draft): Rules {
  const { basis, quiet, from, to, days } = draft;
  return {
    basis,
    quietHours: quiet ? { from, to, days: days.map(Number).sort() } : null,
    caps: { perDay: capIn(draft.perDay), perThirtyDays: capIn(draft.perThirtyDays) },
    holdout: Number(draft.holdout),
  };
}

/** Which of its parts are others than they were when it was begun. */
export function changedIn(before: Rules, now: Rules): Partial<Rules> {
  const parts = Object.entries(now).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(before[part as keyof Rules]),
  );
  return Object.fromEntries(parts);
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function shown(cap: number | null): string {
  return cap === null ? '' : String(cap);
}

function capIn(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}

function isWithin(typed: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
}
