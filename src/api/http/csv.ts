import type { Response } from 'express';

/** A number as it is written in Brazil. */
export class Written {
  constructor(readonly text: string) {}
}

/** A line of a table: a text, a number, or nothing. */
export type CsvRow = readonly (string | number | Written | null)[];

/** Hundredths of something, such as cents: `-1234,05`. No separator of thousands, so that every spreadsheet takes it for a number. */
export function hundredths(value: number): Written {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return new Written(`${value < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`);
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as a spreadsheet in Brazil opens it: semicolons, since the comma is the decimal sign. */
export function csvText(rows: readonly CsvRow[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(value: CsvRow[number]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (value instanceof Written) return value.text;
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Answers with a table. @param name of the file, without its ending */
export function sendCsv(res: Response, name: string, rows: readonly CsvRow[]): void {
  res
    .status(200)
    .type('text/csv')
    .set({ 'Content-Disposition': `attachment; filename="${name}.csv"`, Vary: 'Accept' })
    .send(csvText(rows));
}
