import type { ImportKind } from '../../../store';
import { wordKey } from './cell';
import { COLUMN_NAMES } from './column-names';
import type { CustomerField, SaleField } from './column-names';
import type { FileRow } from './file-rows';
import { unreadableFile } from './unreadable-file';

/** What the header of a file says. */
export interface Columns<Field extends string> {
  /** The cell of a row in this column; empty where there is no such column. */
  cell(row: FileRow, field: Field): string;
  /** The column as the file calls it; its own name where there is none. */
  header(field: string): string;
  width: number;
  /** Headers that mean nothing here, cut short. */
  ignored: string[];
}

/** Reads the header. @throws Problem where a column is missing or named twice */
export function readColumns(kind: 'customers', header: FileRow): Columns<CustomerField>;
export function readColumns(kind: 'sales', header: FileRow): Columns<SaleField>;
export function readColumns(kind: ImportKind, { cells }: FileRow): Columns<string> {
  const places = new Map<string, number>();
  const ignored: string[] = [];
  for (const [place, title] of cells.entries()) {
    const field = findField(kind, title);
    if (field === undefined) {
      if (title !== '') ignored.push(title.slice(0, 60));
    } else if (places.has(field)) throw namedTwice(cells[places.get(field)!]!, title);
    else places.set(field, place);
  }
  refuseMissing(kind, places);
  // A file with numbers alone knows its sales by them.
  if (kind === 'sales' && !places.has('externalId')) places.set('externalId', places.get('number')!);
  return {
    cell: (row, field) => row.cells[places.get(field) ?? -1] ?? '',
    header: (field) => cells[places.get(field) ?? -1] ?? field,
    width: cells.length,
    ignored: ignored.slice(0, 50),
  };
}

function findField(kind: ImportKind, title: string): string | undefined {
  const wanted = titleKey(title);
  const columns: [string, string[]][] = Object.entries(COLUMN_NAMES[kind]);
  return columns.find(([, names]) => names.some((name) => titleKey(name) === wanted))?.[0];
}

/** `Valor total (R$)` and `valor_total` are the same column. */
function titleKey(title: string): string {
  return wordKey(title.replace(/\(.*?\)|R\$/gi, ''));
}

/** Of each group a file needs one column. */
const NEEDED: Record<ImportKind, string[][]> = {
  customers: [['document', 'phone', 'mobile', 'email']],
  sales: [['externalId', 'number'], ['soldAt'], ['totalCents']],
};

function refuseMissing(kind: ImportKind, places: ReadonlyMap<string, number>): void {
  const missing = NEEDED[kind].filter((group) => !group.some((field) => places.has(field)));
  if (missing.length === 0) return;
  const names = (field: string): string =>
    COLUMN_NAMES[kind][field as keyof (typeof COLUMN_NAMES)[ImportKind]][0]!;
  const texts = missing.map((group) => group.map((field) => `"${names(field)}"`).join(' ou '));
  throw unreadableFile(
    `Na primeira linha do arquivo falta a coluna ${texts.join(', e também ')}. Dê nome às colunas na primeira linha e envie de novo.`,
  );
}

function namedTwice(first: string, second: string): Error {
  return unreadableFile(
    `As colunas "${first.slice(0, 60)}" e "${second.slice(0, 60)}" dizem a mesma coisa, e não se sabe qual vale. Deixe só uma delas.`,
  );
}
