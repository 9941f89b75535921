import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { LIMITS, tooWide } from './file-limits';
import type { Turns } from './turns';
import { unreadableFile } from './unreadable-file';

/** One row of a file. `row` is what a spreadsheet shows beside it: the first is 1, blank ones count. */
export interface FileRow {
  row: number;
  cells: string[];
}

const DELIMITERS = [';', ',', '\t'];
/** Excel writes its delimiter into the first line when asked to. */
const DECLARED = /^sep=([;,\t])/i;

/**
 * The rows of a CSV text, in slices of UTF-8 that are within the limits, that have something in them. Blanks around cells are
 * taken away, those within are one each. Its delimiter is the one of `;`, `,` and tab that the header has most of.
 * @throws Problem for quotes that never end, and for more columns than are read
 */
export async function* fileRows(slices: readonly Buffer[], turns: Turns): AsyncGenerator<FileRow> {
  const parser = Readable.from(slices).pipe(
    parse({
      delimiter: findDelimiter(slices),
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LIMITS.lineBytes,
    }),
  );
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      await turns.piece(record.reduce((sum, cell) => sum + cell.length, 0));
      if (record.length > LIMITS.cellsOfLine) throw tooWide(`A linha ${row}`);
      const cells = record.map((cell) => cell.replace(/\s+/g, ' ').trim());
      if (row === 1 && /^sep=/i.test(cells.join(''))) continue;
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadableFile(
      `O arquivo não pôde ser lido depois da linha ${row}: há aspas que abrem e não fecham, ou uma linha longa demais. Corrija a linha e envie de novo.`,
    );
  }
}

function findDelimiter(slices: readonly Buffer[]): string {
  const start = Buffer.concat(slices.slice(0, 8)).subarray(0, LIMITS.lineBytes).toString('utf8');
  const end = start.search(/[\r\n]/);
  const first = end < 0 ? start : start.slice(0, end);
  const declared = DECLARED.exec(first)?.[1];
  if (declared !== undefined) return declared;
  // What stands between two quotes is no delimiter.
  const bare = first.split('"').filter((_part, index) => index % 2 === 0);
  const count = (delimiter: string): number => bare.join('').split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
