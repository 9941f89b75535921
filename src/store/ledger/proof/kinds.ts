import type { Schema } from 'mongoose';
import type { ModelDefinition } from '../../mongo';

/** The places of a kind of document that hold dates: `soldAt`, `returns.at`. */
export type DatePlaces = ReadonlySet<string>;

/**
 * The places of dates that a schema declares, and those within what it leaves open.
 * @param within places of dates in fields of any content
 */
export function datePlaces<Doc>(
  { schema }: Pick<ModelDefinition<Doc>, 'schema'>,
  within: readonly string[] = [],
): DatePlaces {
  const paths = Object.entries((schema as Schema).paths);
  return new Set([
    ...paths.filter(([, { instance }]) => instance === 'Date').map(([name]) => name),
    ...within,
  ]);
}

/**
 * The places of a stored document that hold a value of another kind than is ever written there: a date's text for a date, or what MongoDB
 * has and JSON has not. Some of these have the same digest as the right value, and are another value to whoever reads it.
 */
export function strangePlaces(doc: object, dates: DatePlaces): string[] {
  const found: string[] = [];
  const look = (value: unknown, place: string): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) for (const one of value) look(one, place);
    else if (isPlain(value) && !dates.has(place))
      for (const [name, inner] of Object.entries(value))
        look(inner, place === '' ? name : `${place}.${name}`);
    else if (dates.has(place) ? !isDate(value) : !isSimple(value)) found.push(place);
  };
  look(doc, '');
  return found;
}

/** The dates of a stored document, of those that its schema declares, that hold something else: a date's text has the same digest. */
export function misplacedDates(doc: object, dates: DatePlaces): string[] {
  const fields = doc as Record<string, unknown>;
  return [...dates].filter((name) => (fields[name] ?? null) !== null && !isDate(fields[name]));
}

/** What is said of such a place. */
export function strangeAt(place: string): string {
  return `holds at ${place} what is never written there`;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isDate(value: unknown): boolean {
  return value instanceof Date && Number.isFinite(value.getTime());
}

function isSimple(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
