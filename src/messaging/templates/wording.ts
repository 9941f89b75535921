import { DateTime } from 'luxon';
import type { LocalDate } from '../../loyalty';

const LONGEST = 60;

/**
 * A text fit to stand inside a message: one line, single spaces, no control or invisible characters, at most
 * 60 characters. WhatsApp refuses template parameters with line breaks, tabs or more than four spaces in a
 * row, and a subject must be one line.
 */
export function oneLine(text: string): string {
  const clean = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = [...clean];
  return letters.length <= LONGEST
    ? clean
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** `2026-11-20` as `20/11/2026`. @throws RangeError when it is not a date: a programming error. */
export function brazilianDate(date: LocalDate): string {
  const day = DateTime.fromFormat(date, 'yyyy-MM-dd', { zone: 'utc' });
  if (!day.isValid) throw new RangeError(`"${date}" is not a date: give it as YYYY-MM-DD.`);
  return day.toFormat('dd/MM/yyyy');
}

/** Parts joined as a Portuguese sentence does it: `a`, `a e b`, `a, b e c`. */
export function enumeration(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} e ${parts[parts.length - 1]}`;
}

/** Text made safe to stand in HTML, attribute values included. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
