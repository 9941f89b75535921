import { localDate, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { Instant, LocalDate } from '../../loyalty';
import { invalidField } from '../http';

const ONE_DAY = parseDuration('P1D');
const TWELVE_MONTHS = parseDuration('P12M');
const TWO_YEARS = parseDuration('P24M');

/** Days, and the instants between which they are. */
interface Period {
  from: LocalDate;
  until: LocalDate;
  timezone: string;
  time: { from: Date; end: Date };
}

/** The days asked for, today the last of them at most. @throws Problem `invalid_request` */
export function pastPeriod(
  days: { from?: LocalDate | undefined; until?: LocalDate | undefined },
  timezone: string,
  now: Instant,
): Period {
  const today = localDate(now, timezone);
  const { until = today } = days;
  const { from = moveDate(moveDate(until, TWELVE_MONTHS, -1), ONE_DAY) } = days;
  if (until > today) throw invalidField('until', 'O dia ainda não chegou. Use no máximo hoje.');
  if (from > until) throw invalidField('from', 'O período começa depois do seu fim. Troque as datas.');
  if (from < moveDate(until, TWO_YEARS, -1))
    throw invalidField('from', 'O período passa de dois anos. Escolha um mais curto.');
  const end = startOfDate(moveDate(until, ONE_DAY), timezone);
  return { from, until, timezone, time: { from: new Date(startOfDate(from, timezone)), end: new Date(end) } };
}
