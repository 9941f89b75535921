import { Refused } from '../api';
import type { FileImport } from './import-queries';

/** A column that says how sales stand, and what each of its values was read as. */
export type StatusColumn = FileImport['statusColumns'][number];
export type Meaning = 'completed' | 'open' | 'cancelled' | 'ignore';

/** What somebody has said that a value of a column means. */
export interface Said {
  column: string;
  /** `*`: all that have no answer of their own. */
  value: string;
  means: Meaning;
}

export const MEANINGS: readonly Meaning[] = ['completed', 'open', 'cancelled', 'ignore'];
/** All other values of a column. */
export const OTHERS = '*';

/** A column with more values lists only some of them, and longer ones are cut short. */
const MOST_VALUES = 50;
const LONGEST = 40;

/** Whether a column holds values that cannot be answered one by one. */
export function hasOthers({ values }: StatusColumn): boolean {
  return values.length >= MOST_VALUES || values.some(({ value }) => value.length >= LONGEST);
}

/** With one answer more, or another in its place, or without it. */
export function withAnswer(said: readonly Said[], { column, value }: Said, means: Meaning | null): Said[] {
  const others = said.filter((one) => one.column !== column || one.value !== value);
  return means === null ? others : [...others, { column, value, means }];
}

/** Answers as the API reads them. Punctuation of a value makes no difference there, and would part the text. */
export function asStatus(said: readonly Said[]): string[] {
  return said.map(({ column, value, means }) => `${column}:${value.replaceAll(/[:=]/g, ' ')}=${means}`);
}

/** The columns a file was refused for, because somebody has to say what their values mean; null: for something else. */
export function unclearColumns(failure: unknown): StatusColumn[] | null {
  if (!(failure instanceof Refused) || failure.code !== 'status_unclear') return null;
  const { statusColumns } = failure.facts;
  return Array.isArray(statusColumns) ? (statusColumns as StatusColumn[]) : null;
}
