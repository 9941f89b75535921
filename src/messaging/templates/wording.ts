import { DateTime } from 'luxon';
import type { LocalMoment } from '../../loyalty';

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

/**
 * `2026-11-20` as `20/11/2026`, `2026-11-20T15:30` as `20/11/2026 às 15h30`.
 * @throws RangeError when it is neither: a programming error.
 */
export function brazilianMoment(moment: LocalMoment): string {
  const format = isWholeDay(moment) ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm";
  const at = DateTime.fromFormat(moment, format, { zone: 'utc' });
  if (!at.isValid) throw new RangeError(`"${moment}" is no date: give it as YYYY-MM-DD or YYYY-MM-DDTHH:mm.`);
  return at.toFormat(isWholeDay(moment) ? 'dd/MM/yyyy' : `dd/MM/yyyy ${timeFormat(at)}`);
}

function timeFormat({ hour, minute }: DateTime): string {
  const article = hour === 1 || hour === 0 ? 'à' : 'às';
  return `'${article}' H'h'${minute === 0 ? '' : 'mm'}`;
}

/** Whether a moment is a whole date, through whose end something can be used. */
export function isWholeDay(moment: LocalMoment): boolean {
  return !moment.includes('T');
}

/** A text in which no line ends between `R$` and its amount. */
export function keepAmountsWhole(text: string): string {
  return text.replaceAll('R$ ', 'R$\u00a0');
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
