import type { Instant } from '../../../loyalty';
import { mendedText, soundText } from '../../../text';
import type { ImportKind, NewImport, RowError } from '../../../store';
import type { ColumnAnswer } from './column-answers';
import { customerCollector } from './customer-collector';
import { decodeFile } from './decode-file';
import { checkLimits, LIMITS, tooWide } from './file-limits';
import { fileRows } from './file-rows';
import type { FileRow } from './file-rows';
import type { RowCollector } from './row-collector';
import { saleCollector } from './sale-collector';
import type { StatusAnswer } from './status-answers';
import { Turns } from './turns';
import { unreadableFile } from './unreadable-file';

const MOST_ROWS = 50_000;
const LONGEST_TITLE = 120;

/** What a file holds: rows that can be taken, and what is wrong with the others. */
export type FileReading = Pick<
  NewImport,
  'total' | 'failed' | 'errors' | 'columns' | 'ignoredColumns' | 'statusColumns' | 'customers' | 'sales'
>;

/** What a file is read by. */
export interface AboutFile {
  kind: ImportKind;
  /** The zone of dates that name none. */
  zone: string;
  now: Instant;
  /** What its columns hold, as far as a person has said. */
  columns: readonly ColumnAnswer[];
  /** What values of its columns say of how a sale stands. */
  statuses: readonly StatusAnswer[];
}

/**
 * Reads a file of customers or sales, row by row, and lets everybody else work meanwhile. What is wrong with a row is said by
 * its number, and holds up no other.
 * @throws Problem for what makes the whole file unreadable, or has to be answered by a person first
 */
export async function readImportFile(
  bytes: Buffer,
  about: AboutFile,
  turns = new Turns(),
): Promise<FileReading> {
  const slices = await decodeFile(bytes, turns);
  await checkLimits(slices, turns);
  const rows = fileRows(slices, turns);
  const header = await rows.next();
  if (header.done)
    throw unreadableFile(
      'O arquivo está vazio, e não há o que importar. Envie o CSV no corpo da requisição.',
    );
  const titles = readTitles(header.value);
  const collector =
    about.kind === 'customers' ? customerCollector(titles, about.columns) : saleCollector(titles, about);
  return collectRows(rows, collector, turns);
}

async function collectRows(
  rows: AsyncIterable<FileRow>,
  collector: RowCollector,
  turns: Turns,
): Promise<FileReading> {
  const wrong: RowError[] = [];
  let total = 0;
  for await (const row of rows) {
    total += 1;
    if (total > MOST_ROWS)
      throw unreadableFile('O arquivo passa de 50.000 linhas. Divida-o em arquivos menores.');
    for (const error of collector.add(row)) wrong.push(error);
  }
  if (total === 0)
    throw unreadableFile('O arquivo só tem a linha de títulos, e não há o que importar. Confira o arquivo.');
  const { errors: late, ...collected } = await collector.collected(turns);
  const errors = late.length === 0 ? wrong : [...wrong, ...late].sort((a, b) => a.row - b.row);
  return { ...collected, total, failed: new Set(errors.map(({ row }) => row)).size, errors };
}

/** The titles, short enough to be shown. */
function readTitles({ row, cells }: FileRow): FileRow {
  if (cells.length > LIMITS.columns) throw tooWide('A primeira linha');
  if (cells.some((title) => soundText(title) === null))
    throw unreadableFile(
      'A primeira linha tem caracteres de controle ou acentos empilhados. Escreva os títulos das colunas de novo e envie.',
    );
  return { row, cells: cells.map((title) => mendedText(title.slice(0, LONGEST_TITLE))) };
}
