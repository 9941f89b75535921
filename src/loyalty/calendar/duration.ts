/**
 * A length of time on the calendar (R2). Years are 12 months and weeks 7 days. `exact` tells the two kinds
 * apart: with a `T` part it is months and days on the local clock and then elapsed time; without one it is
 * whole local days.
 */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly millis: number;
  readonly exact: boolean;
}

/** A duration as the program writes it (ISO 8601 text, `P90D`), or already parsed. */
export type DurationInput = Duration | string;

/** Why a text is not a duration we take. */
export type DurationFault = 'empty' | 'sign' | 'fraction' | 'too_long' | 'malformed';

const FAULT_TEXT: Record<DurationFault, string> = {
  empty: 'não diz quanto tempo. Informe ao menos uma parte, como P90D ou PT15M',
  sign: 'tem sinal, e um prazo só anda para a frente. Retire o sinal',
  fraction:
    'tem fração, aceita apenas nos segundos e até milésimos. Use uma unidade menor, como PT36H em vez de P1.5D',
  too_long: 'passa de 100 anos. Use um prazo menor ou, se não deve vencer, retire o campo',
  malformed:
    'não é uma duração ISO 8601. Escreva como P90D (dias), P3M (meses), P1Y (anos) ou PT15M (minutos)',
};

/** A text that R2 refuses as a duration. The message is pt-BR, fit for whoever wrote the program. */
export class DurationError extends Error {
  readonly code = 'invalid_duration';

  constructor(
    text: string,
    readonly fault: DurationFault,
  ) {
    super(`A duração "${text.slice(0, 40)}" ${FAULT_TEXT[fault]}.`);
    this.name = 'DurationError';
  }
}

const PATTERN =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:(T)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,3}))?S)?)?$/;
const CENTURY = { months: 1_200, days: 36_525, millis: 36_525 * 86_400_000 };

function durationFault(text: string): DurationFault {
  if (/^[+-]|[PYMWDTHS][+-]/.test(text)) return 'sign';
  if (/\d[.,]\d/.test(text)) return 'fraction';
  return /^P(.*T)?$/.test(text) ? 'empty' : 'malformed';
}

/**
 * Reads an ISO 8601 duration. Weeks may stand beside other parts (`P1W2D`).
 * @throws DurationError for signs, fractions other than of seconds (down to a millisecond), `P`, `PT`, a `T`
 * with nothing after it, and anything over a century, which is a slip of the keyboard.
 */
export function parseDuration(text: string): Duration {
  const parts = PATTERN.exec(text);
  if (!parts || /^P$|T$/.test(text)) throw new DurationError(text, durationFault(text));
  const part = (index: number): number => Number(parts[index] ?? 0);
  const duration = {
    months: part(1) * 12 + part(2),
    days: part(3) * 7 + part(4),
    millis: ((part(6) * 60 + part(7)) * 60 + part(8)) * 1_000 + Number((parts[9] ?? '').padEnd(3, '0')),
    exact: parts[5] !== undefined,
  };
  const { months, days, millis } = CENTURY;
  if (duration.months > months || duration.days > days || duration.millis > millis) {
    throw new DurationError(text, 'too_long');
  }
  return duration;
}

/** The duration behind either way of giving one. @throws DurationError as `parseDuration` does. */
export function asDuration(duration: DurationInput): Duration {
  return typeof duration === 'string' ? parseDuration(duration) : duration;
}

/** True for a duration of nothing at all, `P0D` as much as `PT0S`. @throws DurationError for a text R2 refuses. */
export function isZeroDuration(duration: DurationInput): boolean {
  const { months, days, millis } = asDuration(duration);
  return months === 0 && days === 0 && millis === 0;
}
