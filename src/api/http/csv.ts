import type { Response } from 'express';

/** A line of a table: a text, a number, or nothing. */
export type CsvRow = readonly (string | number | null)[];

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as a spreadsheet in Brazil opens it: semicolons, since the comma is the decimal sign. */
export function csvText(rows: readonly CsvRow[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(value: CsvRow[number]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
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
