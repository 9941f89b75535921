import type { NewImport, RowError } from '../../../store';
import type { FileRow } from './file-rows';
import type { Turns } from './turns';

/** What the rows of a file came to, when all have been read. */
export interface Collected extends Pick<
  NewImport,
  'customers' | 'sales' | 'columns' | 'ignoredColumns' | 'statusColumns'
> {
  /** What is wrong with rows by what others say; such rows are left out. */
  errors: RowError[];
}

/** Collects the rows of one file, one after the other. */
export interface RowCollector {
  /** @returns what is wrong with the row; such a row is left out */
  add(row: FileRow): RowError[];
  /** @throws Problem where a person has to say first what the file means */
  collected(turns: Turns): Promise<Collected>;
}
