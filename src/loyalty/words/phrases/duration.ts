import { isZeroDuration, parseDuration } from '../../calendar';
import { andList, counted } from './list';

/**
 * An ISO 8601 duration in pt-BR: `P8D` is `8 dias`, `P1DT12H` is `1 dia e 12 horas`, a length of nothing `na hora`.
 * `PT24H` stays `24 horas`, for it is not `1 dia` (R2). @throws DurationError for a text R2 refuses
 */
export function durationWords(text: string): string {
  if (isZeroDuration(text)) return 'na hora';
  const { months, days, millis, exact } = parseDuration(text);
  const seconds = (millis % 60_000) / 1_000;
  const parts = [
    [Math.floor(months / 12), 'ano', 'anos'],
    [months % 12, 'mês', 'meses'],
    [days, 'dia', 'dias'],
    [Math.floor(millis / 3_600_000), 'hora', 'horas'],
    [Math.floor(millis / 60_000) % 60, 'minuto', 'minutos'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  if (seconds > 0) words.push(`${decimal(seconds)} ${seconds < 2 ? 'segundo' : 'segundos'}`);
  return exact && millis === 0 ? `${andList(words)} ${onTheClock(months + days)}` : andList(words);
}

/** A day on the local clock (`P1DT0S`) is not a whole local day (`P1D`), and must not read like one. */
function onTheClock(count: number): string {
  return count === 1 ? 'exato' : 'exatos';
}

/** Milliseconds are at most three decimals, so the number's own text is exact. */
function decimal(seconds: number): string {
  return String(seconds).replace('.', ',');
}

/**
 * A window that stays open for a duration. The two lengths of zero differ: `P0D` lasts through the end of the same date,
 * `PT0S` not at all (R2, R33, R34).
 */
export function windowWords(text: string): string {
  if (!isZeroDuration(text)) return durationWords(text);
  return parseDuration(text).exact ? 'nenhum tempo' : 'o resto do mesmo dia';
}

/**
 * How long such a window stays open, counted from `event` (with its article: `a confirmação`): whole days through the
 * end of a date, an exact duration to the moment. Null: it is never open.
 */
export function openThrough(text: string, event: string): string | null {
  const { exact } = parseDuration(text);
  const of = event.replace(/^a /, 'da ').replace(/^o /, 'do ');
  if (isZeroDuration(text)) return exact ? null : `até o fim do dia ${of}`;
  const length = `por ${durationWords(text)} a contar ${of}`;
  return exact ? length : `${length}, até o fim do último dia`;
}
