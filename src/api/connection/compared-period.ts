import { DateTime } from 'luxon';
import { BLING_ZONE } from '../../bling';
import { localDate } from '../../loyalty';
import type { Instant } from '../../loyalty';

/** A period of orders to compare, as a report of it keeps it. */
export interface ComparedPeriod {
  from: Date;
  until: Date;
  soldFrom: string;
  soldTo: string;
}

/** The days of a period, at Bling. */
export function comparedPeriod(from: Instant, until: Instant): ComparedPeriod {
  return {
    from: new Date(from),
    until: new Date(until),
    soldFrom: localDate(from, BLING_ZONE),
    soldTo: localDate(until, BLING_ZONE),
  };
}

/** A year on, by Bling’s clock: it refuses longer periods. */
export function aYearAfter(from: Instant): Instant {
  return DateTime.fromMillis(from, { zone: BLING_ZONE }).plus({ years: 1 }).toMillis();
}

/** All since a store was connected, but at most the last year. */
export function sinceConnected(connectedAt: Instant, now: Instant): ComparedPeriod {
  const yearAgo = DateTime.fromMillis(now, { zone: BLING_ZONE }).minus({ years: 1 }).toMillis();
  return comparedPeriod(Math.max(connectedAt, yearAgo), now);
}
