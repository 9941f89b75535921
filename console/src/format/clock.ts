/** Instants and dates as one store's clock on the wall shows them. The browser's own zone never counts. */
export interface Clock {
  readonly zone: string;
  /** `12/11/2026` of an instant. */
  date(instant: string): string;
  /** `14:05` of an instant. */
  time(instant: string): string;
  /** `12/11/2026 14:05` of an instant. */
  dateTime(instant: string): string;
  /** `12/11/2026 14:05:07,089` of an instant. */
  exact(instant: string): string;
  /** The local date of an instant, as the API writes dates: `2026-11-12`. */
  localDate(instant: Date): string;
}

/** The clock of a store. */
export function clockOf(zone: string): Clock {
  const part = (options: Intl.DateTimeFormatOptions): ((instant: string) => string) => {
    const format = new Intl.DateTimeFormat('pt-BR', { timeZone: zone, ...options });
    return (instant) => format.format(new Date(instant));
  };
  const date = part({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const time = part({ hour: '2-digit', minute: '2-digit', hour12: false });
  const exactTime = part({
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
    hour12: false,
  });
  const iso = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return {
    zone,
    date,
    time,
    dateTime: (instant) => `${date(instant)} ${time(instant)}`,
    exact: (instant) => `${date(instant)} ${exactTime(instant)}`,
    localDate: (instant) => iso.format(instant),
  };
}

/** A date without a time, which is the same in every zone: `2026-11-12` → `12/11/2026`. */
export function formatLocalDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** A month: `2026-11` → `11/2026`. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-');
  return `${number}/${year}`;
}

/** The first and the last day of a month that are of a period, both inclusive. */
export function daysWithin(month: string, period: { from: string; until: string }): [string, string] {
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  return [first < period.from ? period.from : first, last > period.until ? period.until : last];
}

/** The last day of a month: `2026-02` → `2026-02-28`. */
function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number, 0)).toISOString().slice(0, 10);
}
