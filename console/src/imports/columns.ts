import { Refused } from '../api';
import type { FileImport } from './import-queries';

/** A column of the file, and the fields it is read for. */
export type FileColumn = FileImport['columns'][number];

/** What somebody has said that a column holds: a field, or `ignore`. */
export interface ColumnSaid {
  column: string;
  field: string;
}

const IGNORED = 'ignore';
/** A file may have several columns about how a sale stands, and all of them are heard. */
const STATUS = 'status';

/** What is asked of a file, in the order it is asked in; in each group of `needed` one has to be there. */
export const FIELDS: Readonly<
  Record<FileImport['kind'], { fields: readonly string[]; needed: readonly string[][] }>
> = {
  sales: {
    fields: [
      ...['number', 'externalId', 'soldAt', 'totalCents', 'document', 'mobile', 'phone', 'email', 'name'],
      ...['surname', STATUS, 'freightCents', 'discountCents', 'otherExpensesCents', 'storeId', 'channel'],
      ...['marketplaceNumber', 'invoiceNumber'],
    ],
    needed: [['number', 'externalId'], ['soldAt'], ['totalCents']],
  },
  customers: {
    fields: ['document', 'mobile', 'phone', 'email', 'name', 'surname', 'birthDate', 'segments'],
    needed: [['document', 'mobile', 'phone', 'email']],
  },
};

/** The columns a field is read from: those that somebody gave it, else those that were recognised and not given to another. */
export function columnsOf(
  field: string,
  columns: readonly FileColumn[],
  said: readonly ColumnSaid[],
): string[] {
  const given = said.filter((one) => one.field === field).map(({ column }) => column);
  if (given.length > 0) return given;
  const spoken = new Set(said.map(({ column }) => column));
  return columns
    .filter(({ column, fields }) => fields.includes(field) && !spoken.has(column))
    .map(({ column }) => column);
}

/** The fields to ask for: columns that are understood to say how a sale stands are shown with their values instead. */
export function askedFields(
  kind: FileImport['kind'],
  columns: readonly FileColumn[],
  said: readonly ColumnSaid[],
): readonly string[] {
  const byTitle = columnsOf(STATUS, columns, said).some(
    (column) => !said.some((one) => one.column === column && one.field === STATUS),
  );
  return FIELDS[kind].fields.filter((field) => field !== STATUS || !byTitle);
}

/** With one column for a field, or none. What was recognised for it is then told to be something else. */
export function withColumn(
  said: readonly ColumnSaid[],
  columns: readonly FileColumn[],
  field: string,
  column: string | null,
): ColumnSaid[] {
  const others = said.filter(
    (one) => one.field !== field && (one.column !== column || one.field !== IGNORED),
  );
  if (column !== null) return [...others, { column, field }];
  const left = columnsOf(field, columns, said).filter((one) => !others.some((other) => other.column === one));
  return [...others, ...left.map((one) => ({ column: one, field: IGNORED }))];
}

/** Answers as the API reads them. */
export function asColumns(said: readonly ColumnSaid[]): string[] {
  return said.map(({ column, field }) => `${column}:${field}`);
}

/** The columns of a file that was refused because somebody has to say which is which; null: for something else. */
export function unclearTitles(failure: unknown): FileColumn[] | null {
  if (!(failure instanceof Refused) || failure.code !== 'columns_unclear') return null;
  const { columns } = failure.facts;
  return Array.isArray(columns) ? (columns as FileColumn[]) : null;
}
