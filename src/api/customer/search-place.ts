import { z } from 'zod';
import { SEARCH_WAYS } from '../../store';
import type { SearchPlace } from '../../store';
import { iso } from '../http';

/*
 * Where a search is read on: the instant and the id of whoever was found last, how they were found, and by which word of their
 * name: `2026-11-03T12:00:00.000Z_cus_7h2k/name/bWFyaWE`.
 */

const INSTANT = z.regexes.datetime({}).source.slice(0, -1);
const PLACE = new RegExp(`${INSTANT}_\\w{1,64}/(?:${SEARCH_WAYS.join('|')})(?:/[\\w-]{1,1100})?$`);

/** Input: the place a search is to be read on from. */
export const searchPlace = z
  .string()
  .max(1_250)
  .regex(PLACE, 'Isto não diz onde a busca parou. Use o campo next da página anterior, com o mesmo texto.');

/** A place as it is answered. */
export function writeSearchPlace({ at, id, way, word }: SearchPlace): string {
  const name = word === null ? '' : `/${Buffer.from(word).toString('base64url')}`;
  return `${iso(at)}_${id}/${way}${name}`;
}

/** What a place that has been checked says. */
export function readSearchPlace(place: string): SearchPlace {
  const [from = '', way = '', word] = place.split('/');
  const end = from.indexOf('_');
  return {
    way: way as SearchPlace['way'],
    word: word === undefined ? null : Buffer.from(word, 'base64url').toString(),
    ...{ at: new Date(from.slice(0, end)), id: from.slice(end + 1) },
  };
}
