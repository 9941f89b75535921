import type { FileColumn, ImportKind } from '../../../store';
import { beginningOf } from '../../../text';
import { Problem } from '../../http/problem';
import { wordKey } from './cell';
import { STATUS } from './column-answers';
import type { AnsweredColumns } from './column-answers';
import { isFieldOf, meaningOf, NAMES, SEVERAL } from './column-names';
import type { CustomerField, Meaning, SaleField } from './column-names';
import type { FileRow } from './file-rows';

/** What the header of a file says. */
export interface Columns<Field extends string> {
  /** The cells of a row that say this, those of the plainest column first; none where there is no such column. */
  cells(row: FileRow, field: Field): string[];
  /** The column as the file calls it; its own name where there is none. */
  header(field: string): string;
  width: number;
  /** Every column that has a title, and what it is read for. */
  read: FileColumn[];
  /** Headers that mean nothing here, cut short. */
  ignored: string[];
  /** Where all such columns are. */
  ignoredPlaces: number[];
}

interface Placed extends Meaning {
  place: number;
}

/** What is known of the columns of a file besides their titles. */
interface Known {
  /** What a person has said of them. */
  answered: AnsweredColumns;
  /** Places of columns that say how sales stand: somebody else reads them. */
  statuses?: ReadonlySet<number>;
}

/**
 * Reads the header. What a person has said of a column counts before its title, and a field that was given to a column is looked
 * for in no other.
 * @throws Problem `columns_unclear` where a column is missing or named twice
 */
export function readColumns(kind: 'customers', header: FileRow, known: Known): Columns<CustomerField>;
export function readColumns(kind: 'sales', header: FileRow, known: Known): Columns<SaleField>;
export function readColumns(
  kind: ImportKind,
  { cells }: FileRow,
  { answered, statuses = new Set() }: Known,
): Columns<string> {
  const free = cells.map((title, place) => (statuses.has(place) ? '' : title));
  const understood = understand(kind, cells, free, answered);
  const readAs = (fieldsAt: (place: number) => string[]): FileColumn[] =>
    cells.flatMap((column, place) =>
      column === '' ? [] : [{ column, fields: statuses.has(place) ? [STATUS] : fieldsAt(place) }],
    );
  const twice = twoOfOne(understood);
  if (twice) {
    const maybe = readAs((place) =>
      understood.filter((one) => one.place === place).map(({ field }) => field),
    );
    throw unclear(namedTwice(cells[twice[0]]!, cells[twice[1]]!), maybe);
  }
  const places = chosenPlaces(understood);
  const read = readAs((place) => [...places].flatMap(([field, at]) => (at.includes(place) ? [field] : [])));
  const missing = NEEDED[kind].filter((group) => !group.some((field) => places.has(field)));
  if (missing.length > 0) throw unclear(missingText(missing), read, missing);
  // A file with numbers alone knows its sales by them.
  if (kind === 'sales' && !places.has('externalId')) places.set('externalId', places.get('number')!);
  const used = new Set([...places.values()].flat());
  const ignoredPlaces = [...free.keys()].filter((place) => free[place] !== '' && !used.has(place));
  return {
    cells: ({ cells: row }, field) => (places.get(field) ?? []).map((place) => row[place] ?? ''),
    header: (field) => cells[places.get(field)?.[0] ?? -1] ?? field,
    width: cells.length,
    read,
    ignored: ignoredPlaces.slice(0, 50).map((place) => beginningOf(free[place]!, 60)),
    ignoredPlaces,
  };
}

/** Plainer than any title. */
const SAID = -1;

/** What each column says: what a person has said of it, else what its title does. */
function understand(
  kind: ImportKind,
  cells: readonly string[],
  free: readonly string[],
  answered: AnsweredColumns,
): Placed[] {
  const given = new Set([...answered.values()].flat());
  return free.flatMap((title, place): Placed[] => {
    const said = answered.get(place);
    if (said) return said.flatMap((field) => (isFieldOf(kind, field) ? [{ field, rank: SAID, place }] : []));
    const meaning = isOrderName(kind, cells, title) ? ORDER_NAME : meaningOf(kind, title);
    return meaning && !given.has(meaning.field) ? [{ ...meaning, place }] : [];
  });
}

/** Shopify calls an order's number `Name`, and who bought `Billing Name`. */
const ORDER_NAME: Meaning = { field: 'number', rank: 0 };
function isOrderName(kind: ImportKind, cells: readonly string[], title: string): boolean {
  return kind === 'sales' && wordKey(title) === 'name' && cells.some((one) => wordKey(one) === 'billingname');
}

/** Two columns that say one thing equally plainly, of which only one can be meant. */
function twoOfOne(understood: readonly Placed[]): [number, number] | null {
  for (const { field, rank, place } of understood) {
    if (SEVERAL.has(field)) continue;
    const same = understood.filter((one) => one.field === field);
    if (same.some((one) => one.rank < rank)) continue;
    const other = same.find((one) => one.rank === rank && one.place > place);
    if (other) return [place, other.place];
  }
  return null;
}

/** The columns of each field: the plainest, or all of them in that order. */
function chosenPlaces(understood: readonly Placed[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { field, place } of [...understood].sort((a, b) => a.rank - b.rank)) {
    const before = places.get(field);
    if (!before) places.set(field, [place]);
    else if (SEVERAL.has(field)) before.push(place);
  }
  return places;
}

/** Of each group a file needs one column. */
const NEEDED: Record<ImportKind, string[][]> = {
  customers: [['document', 'phone', 'mobile', 'email']],
  sales: [['externalId', 'number'], ['soldAt'], ['totalCents']],
};

function missingText(missing: readonly string[][]): string {
  const texts = missing.map((group) => group.map((field) => `"${NAMES[field]}"`).join(' ou '));
  return `Na primeira linha do arquivo falta a coluna ${texts.join(', e também ')}. Diga qual coluna é, com um parâmetro column para cada uma, ou dê nome às colunas na primeira linha, e envie de novo.`;
}

function namedTwice(first: string, second: string): string {
  return `As colunas "${beginningOf(first, 60)}" e "${beginningOf(second, 60)}" dizem a mesma coisa, e não se sabe qual vale. Diga qual é, com um parâmetro column, ou deixe só uma delas.`;
}

/** A person has to say which column is which. @param why pt-BR */
function unclear(why: string, columns: FileColumn[], missing: readonly string[][] = []): Problem {
  return new Problem('columns_unclear', {
    errors: [{ field: 'body', message: why }],
    lists: { columns, missing: missing.map((fields) => ({ fields })) },
  });
}
