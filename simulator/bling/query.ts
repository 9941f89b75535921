import { instantOf, isOverOneYear } from '../world';
import type { Asked } from './gate';
import { invalidParameter } from './refusal';

type Query = Asked['query'];

/** Bling's page size: the default, and the most it gives. */
const fullPage = 100;

/** The text of a parameter; undefined when it is absent or empty. */
export function textOf(query: Query, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The whole number of a parameter; undefined when it is absent. Throws a BlingRefusal when it is something else. */
export function numberOf(query: Query, name: string): number | undefined {
  const text = textOf(query, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw invalidParameter();
  return Number(text);
}

/**
 * The values of a list parameter, spelled `name[]` once or several times, or `name[0]`, `name[1]`, … as the libraries of PHP and
 * Bling's own examples do; undefined when there is none.
 */
export function listOf(query: Query, name: string): string[] | undefined {
  const places = Object.keys(query).filter(
    (key) => key.startsWith(`${name}[`) && /^\d*\]$/.test(key.slice(name.length + 1)),
  );
  if (places.length === 0) return undefined;
  return places.flatMap((key) => [query[key]].flat()).map(String);
}

/** The whole numbers of a list parameter; undefined when there is none. Throws a BlingRefusal when one is something else. */
export function numbersOf(query: Query, name: string): number[] | undefined {
  const texts = listOf(query, name);
  if (texts?.some((text) => !/^\d+$/.test(text))) throw invalidParameter();
  return texts?.map(Number);
}

/** The days of the parameters `<name>Inicial` and `<name>Final`, both included. Throws a BlingRefusal like `periodOf`. */
export function daysOf(query: Query, name: string, now: number): { first: string; last: string } {
  periodOf(query, name, now);
  return {
    first: textOf(query, `${name}Inicial`)?.slice(0, 10) ?? '',
    last: textOf(query, `${name}Final`)?.slice(0, 10) ?? '9999',
  };
}

/**
 * The page asked for with `pagina` and `limite`.
 * @param repeated how many rows each page repeats of the one before, as Bling's lists do at times
 */
export function pageOf<T>(rows: readonly T[], query: Query, repeated = 0): T[] {
  const page = numberOf(query, 'pagina') ?? 1;
  const size = Math.min(numberOf(query, 'limite') ?? fullPage, fullPage);
  if (page < 1 || size < 1) throw invalidParameter();
  const first = (page - 1) * Math.max(1, size - repeated);
  return rows.slice(first, first + size);
}

/**
 * The period of the parameters `<name>Inicial` and `<name>Final` as epoch ms, both ends included, read as Brasília
 * time. Throws a BlingRefusal for another spelling of the time, and for more than a year (until now, if open).
 */
export function periodOf(query: Query, name: string, now: number): { from: number; until: number } {
  const first = textOf(query, `${name}Inicial`);
  const last = textOf(query, `${name}Final`);
  const from = first === undefined ? -Infinity : instantOf(first);
  const until = last === undefined ? Infinity : instantOf(last);
  if (from === undefined || until === undefined) throw invalidParameter();
  if (from !== -Infinity && isOverOneYear(from, Math.min(until, now))) throw invalidParameter();
  return { from, until: until + 999 };
}
