import type { Turns } from './turns';
import { unreadableFile } from './unreadable-file';

/** What a file may hold at most. All of it is counted before anything is parsed. */
export const LIMITS = {
  /** Lines, blank ones and those within quotes too. */
  lines: 500_000,
  lineBytes: 64 * 1024,
  /** What could be a delimiter, in one line and altogether. */
  cellsOfLine: 2_000,
  cells: 5_000_000,
  columns: 300,
} as const;

const [NUL, TAB, LINE_FEED, RETURN, COMMA, SEMICOLON] = [0, 9, 10, 13, 44, 59];

/** @throws Problem for a file whose lines, cells or bytes are beyond what is parsed */
export async function checkLimits(slices: readonly Buffer[], turns: Turns): Promise<void> {
  const count = { lines: 1, returns: 1, lineBytes: 0, cellsOfLine: 0, cells: 0 };
  for (const slice of slices) {
    countSlice(slice, count);
    await turns.piece();
  }
}

interface Count {
  lines: number;
  returns: number;
  lineBytes: number;
  cellsOfLine: number;
  cells: number;
}

function countSlice(slice: Buffer, count: Count): void {
  for (const byte of slice) {
    count.lineBytes += 1;
    if (byte === NUL)
      throw unreadableFile('Isto não é um arquivo de texto. Salve a planilha como CSV e envie de novo.');
    if (byte === LINE_FEED || byte === RETURN) {
      // Windows ends a line with both, an old Mac with the other.
      if (byte === LINE_FEED) count.lines += 1;
      else count.returns += 1;
      count.lineBytes = 0;
      count.cellsOfLine = 0;
    } else if (byte === COMMA || byte === SEMICOLON || byte === TAB) {
      count.cells += 1;
      count.cellsOfLine += 1;
    }
    if (count.lineBytes > LIMITS.lineBytes) throw tooLong(count);
    if (count.cellsOfLine > LIMITS.cellsOfLine) throw tooWide(`A linha ${lineOf(count)}`);
    if (lineOf(count) > LIMITS.lines)
      throw unreadableFile(
        'O arquivo passa de 500.000 linhas, contadas as vazias. Retire as linhas vazias ou divida-o em arquivos menores.',
      );
    if (count.cells > LIMITS.cells)
      throw unreadableFile('O arquivo passa de 5 milhões de células. Divida-o em arquivos menores.');
  }
}

/** @param what begins the sentence, such as `A linha 7` */
export function tooWide(what: string): Error {
  return unreadableFile(
    `${what} tem colunas demais: são lidas até ${LIMITS.columns}. Confira o separador, retire colunas e envie de novo.`,
  );
}

function tooLong(count: Count): Error {
  return unreadableFile(
    `A linha ${lineOf(count)} é longa demais: são lidos até 64 KB por linha. Confira se o arquivo é um CSV e envie de novo.`,
  );
}

function lineOf({ lines, returns }: Count): number {
  return Math.max(lines, returns);
}
