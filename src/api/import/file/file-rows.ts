import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { unreadableFile } from './unreadable-file';

/** One row of a file. `row` is what a spreadsheet shows beside it: the first is 1, blank ones count. */
export interface FileRow {
  row: number;
  cells: string[];
}

const DELIMITERS = [';', ',', '\t'];
/** Excel writes its delimiter into the first line when asked to. */
const DECLARED = /^sep=([;,\t])/i;
const SLICE_BYTES = 64 * 1024;
const LONGEST_ROW = 64 * 1024;
/** Rows read before other requests get their turn. */
const ROWS_A_TURN = 200;

/**
 * The rows of a CSV text that have something in them, blanks around cells taken away. Its delimiter is the one of `;`, `,`
 * and tab that the header has most of. @throws Problem for quotes that never end
 */
export async function* fileRows(text: string): AsyncGenerator<FileRow> {
  const parser = Readable.from(slices(text)).pipe(
    parse({
      delimiter: findDelimiter(text),
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
    }),
  );
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row % ROWS_A_TURN === 0) await turn();
      const cells = record.map((cell) => cell.trim());
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

function* slices(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text, 'utf8');
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) yield bytes.subarray(from, from + SLICE_BYTES);
}

function findDelimiter(text: string): string {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const declared = DECLARED.exec(first)?.[1];
  if (declared !== undefined) return declared;
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
