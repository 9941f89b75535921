/** The units a length of time is given in, as the program writes them; hours and less stand behind a `T`. */
export const UNITS = ['S', 'M', 'H', 'D', 'W', 'MONTH', 'Y'] as const;
export type Unit = (typeof UNITS)[number];

/** A length of time in one unit, which is what nearly all are. */
export interface TypedDuration {
  /** Figures, or nothing yet. */
  count: string;
  unit: Unit;
}

/** Null: it has several units, and is written as the program has it. */
export function readDuration(text: string): TypedDuration | null {
  const [, time, clock, days, calendar] = /^P(?:T(\d*)([SMH])|(\d*)([DWMY]))$/.exec(text) ?? [];
  if (clock !== undefined) return { count: time ?? '', unit: clock as Unit };
  if (calendar === undefined) return null;
  return { count: days ?? '', unit: calendar === 'M' ? 'MONTH' : (calendar as Unit) };
}

/** As the program writes it: `P90D`, `PT15M`. */
export function writeDuration({ count, unit }: TypedDuration): string {
  if (unit === 'S' || unit === 'M' || unit === 'H') return `PT${count}${unit}`;
  return `P${count}${unit === 'MONTH' ? 'M' : unit}`;
}
