import { saveFile } from '../../lists';

/** Saves lines as a table that spreadsheets in Brazil open: semicolons, and a mark that says it is UTF-8. */
export function saveCsv(name: string, lines: readonly (readonly string[])[]): void {
  const text = lines.map((line) => line.map(quoted).join(';')).join('\r\n');
  saveFile(new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
