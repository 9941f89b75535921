import type { ImportKind } from '../../../store';
import { beginningOf } from '../../../text';
import { wordKey } from './cell';
import { meaningOf, NAMES, SEVERAL } from './column-names';
import type { CustomerField, Meaning, SaleField } from './column-names';
import type { FileRow } from './file-rows';
import { unreadableFile } from './unreadable-file';

/** What the header of a file says. */
export interface Columns<Field extends string> {
  /** The cells of a row that say this, those of the plainest column first; none where there is no such column. */
  cells(row: FileRow, field: Field): string[];
  /** The column as the file calls it; its own name where there is none. */
  header(field: string): string;
  width: number;
  /** Headers that mean nothing here, cut short. */
  ignored: string[];
  /** Where all such columns are. */
  ignoredPlaces: number[];
}

interface Placed extends Meaning {
  place: number;
}

/**
 * Reads the header.
 * @param taken places of columns that somebody else reads
 * @throws Problem where a column is missing or named twice
 */
export function readColumns(kind: 'customers', header: FileRow): Columns<CustomerField>;
export function readColumns(kind: 'sales', header: FileRow, taken: ReadonlySet<number>): Columns<SaleField>;
export function readColumns(
  kind: ImportKind,
  { cells }: FileRow,
  taken: ReadonlySet<number> = new Set(),
): Columns<string> {
  const free = cells.map((title, place) => (taken.has(place) ? '' : title));
  const understood = free.flatMap((title, place): Placed[] => {
    const meaning = isOrderName(kind, cells, title) ? ORDER_NAME : meaningOf(kind, title);
    return meaning ? [{ ...meaning, place }] : [];
  });
  const places = chosenPlaces(understood, cells);
  refuseMissing(kind, places);
  // A file with numbers alone knows its sales by them.
  if (kind === 'sales' && !places.has('externalId')) places.set('externalId', places.get('number')!);
  const used = new Set([...places.values()].flat());
  const ignoredPlaces = [...free.keys()].filter((place) => free[place] !== '' && !used.has(place));
  return {
    cells: ({ cells: row }, field) => (places.get(field) ?? []).map((place) => row[place] ?? ''),
    header: (field) => cells[places.get(field)?.[0] ?? -1] ?? field,
    width: cells.length,
    ignored: ignoredPlaces.slice(0, 50).map((place) => beginningOf(free[place]!, 60)),
    ignoredPlaces,
  };
}

/** Shopify calls an order's number `Name`, and who bought `Billing Name`. */
const ORDER_NAME: Meaning = { field: 'number', rank: 0 };
function isOrderName(kind: ImportKind, cells: readonly string[], title: string): boolean {
  return kind === 'sales' && wordKey(title) === 'name' && cells.some((one) => wordKey(one) === 'billingname');
}

/** The columns of each field: the plainest, or all of them in that order. @throws Problem where one of two could be meant */
function chosenPlaces(understood: readonly Placed[], cells: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { field, rank, place } of [...understood].sort((a, b) => a.rank - b.rank)) {
    const before = places.get(field);
    if (!before) places.set(field, [place]);
    else if (SEVERAL.has(field)) before.push(place);
    else if (understood.some((one) => one.place === before[0] && one.rank === rank))
      throw namedTwice(cells[before[0]!]!, cells[place]!);
  }
  return places;
}

/** Of each group a file needs one column. */
const NEEDED: Record<ImportKind, string[][]> = {
  customers: [['document', 'phone', 'mobile', 'email']],
  sales: [['externalId', 'number'], ['soldAt'], ['totalCents']],
};

function refuseMissing(kind: ImportKind, places: ReadonlyMap<string, unknown>): void {
  const missing = NEEDED[kind].filter((group) => !group.some((field) => places.has(field)));
  if (missing.length === 0) return;
  const texts = missing.map((group) => group.map((field) => `"${NAMES[field]}"`).join(' ou '));
  throw unreadableFile(
    `Na primeira linha do arquivo falta a coluna ${texts.join(', e também ')}. Dê nome às colunas na primeira linha e envie de novo.`,
  );
}

function namedTwice(first: string, second: string): Error {
  return unreadableFile(
    `As colunas "${beginningOf(first, 60)}" e "${beginningOf(second, 60)}" dizem a mesma coisa, e não se sabe qual vale. Deixe só uma delas.`,
  );
}
