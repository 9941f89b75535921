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

/** The values of a `name[]` parameter, given once or several times; undefined when there is none. */
export function listOf(query: Query, name: string): string[] | undefined {
  const value = query[`${name}[]`];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : undefined;
}

/** The page asked for with `pagina` and `limite`. */
export function pageOf<T>(rows: readonly T[], query: Query): T[] {
  const page = numberOf(query, 'pagina') ?? 1;
  const size = Math.min(numberOf(query, 'limite') ?? fullPage, fullPage);
  if (page < 1 || size < 1) throw invalidParameter();
  return rows.slice((page - 1) * size, page * size);
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
