import { z } from 'zod';
import type { Instant } from '../../loyalty';
import { iso } from './instants';

/*
 * A list that is newest first is read page by page. A place in it is where a page ended: the instant and the id of its
 * last element (`2026-11-03T12:00:00.000Z_sal_7h2k`), or an instant alone.
 */

/** An instant, and the id that may follow it. */
const PLACE = new RegExp(`${z.regexes.datetime({}).source.slice(0, -1)}(?:_\\w{0,64})?$`);

/** Input: the place a list is to be read on from: `next` of the page before, or an instant. */
export const placeOrInstant = z
  .string()
  .regex(
    PLACE,
    'Isto não diz onde a lista parou. Use o campo next da página anterior, ou um instante em UTC.',
  );

const WORDED = new RegExp(`${z.regexes.datetime({}).source.slice(0, -1)}_[\\w/.:~-]{1,300}$`);

/** The same of a list whose elements are named by words and ids parted by slashes. */
export const wordedPlace = z
  .string()
  .max(340)
  .regex(WORDED, 'Isto não diz onde a lista parou. Use o campo next da página anterior.');

/** Output: where the next page of such a list begins. */
export const nextPlace = z
  .string()
  .nullable()
  .meta({ description: 'Give as `before` for the next page; null: this was the last' });

/** Output: where the next page of a list by numbers, newest first, begins. */
export const nextNumber = z
  .int()
  .nullable()
  .meta({ description: 'Give as `before` for the next page; null: this was the last' });

/** Input: the number a list is to be read on from. @param description which number that is */
export const beforeNumber = (description: string): z.ZodOptional<z.ZodCoercedNumber<unknown>> =>
  z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().meta({ description });

/** The instant and the id in a place that has been checked. */
export function readPlace(before: string): { before: Date; beforeId?: string } {
  const { at, id } = split(before);
  return { before: new Date(at), ...(id === null ? {} : { beforeId: id }) };
}

/**
 * Where the page after this one begins; null where this one was not full, and so was the last.
 * @param at the instant by which the list is ordered
 */
export function placeAfter<Element extends { id: string }>(
  page: readonly Element[],
  limit: number,
  at: (element: Element) => Instant | Date,
): string | null {
  const last = page.at(-1);
  return last && page.length >= limit ? `${iso(at(last))}_${last.id}` : null;
}

function split(place: string): { at: string; id: string | null } {
  const [at = '', ...id] = place.split('_');
  return { at, id: id.length === 0 ? null : id.join('_') };
}
