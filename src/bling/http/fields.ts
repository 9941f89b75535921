import { DateTime } from 'luxon';
import { z } from 'zod';
import type { LocalDate } from '../../loyalty';

/**
 * How Bling writes values. Ids arrive as numbers or digits; "none" is `0`, `""`, `null`, `{"id": 0}`, an
 * empty list in place of an object, or nothing at all; an unset date is `0000-00-00`. Everything below turns
 * these into one shape.
 */

/** An amount as Bling sent it, not yet checked: a JSON number, or text that should be one. */
export type RawAmount = number | string;

function emptyAsAbsent(raw: unknown): unknown {
  const empty = raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0);
  return empty ? undefined : raw;
}

function digits(raw: string | number | null | undefined): string | null {
  const text = String(raw ?? '').trim();
  return /^\d+$/.test(text) && !/^0+$/.test(text) ? text : null;
}

/** An id that must be there: a positive integer, read as text. */
export const requiredId = z
  .union([z.number().int().positive(), z.string().regex(/^0*[1-9]\d*$/)])
  .transform((raw) => String(raw).replace(/^0+/, ''));

/** Text, trimmed; empty and absent are `null`. */
export const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((raw) => String(raw ?? '').trim() || null);

/** An amount left as it came, `null` when there is none. It is checked where it becomes cents. */
export const rawAmount = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((raw): RawAmount | null => (raw == null || String(raw).trim() === '' ? null : raw));

/** An integer that may be absent or arrive as text. */
export const optionalInteger = z
  .union([z.number().int(), z.string()])
  .nullish()
  .transform((raw) => (/^-?\d+$/.test(String(raw ?? '').trim()) ? Number(raw) : null));

/**
 * A calendar date; unset (`0000-00-00`), impossible and absent dates are `null`. A time after the date is
 * dropped.
 */
export const localDate = z
  .string()
  .nullish()
  .transform((raw): LocalDate | null => {
    const day = (raw ?? '').trim().slice(0, 10);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day, { zone: 'utc' }).isValid ? day : null;
  });

/** The id inside a reference such as `contato: {id}`; `null` when nothing is referred to. */
export const reference = z
  .preprocess(emptyAsAbsent, z.object({ id: z.union([z.number(), z.string()]).nullish() }).optional())
  .transform((target) => digits(target?.id));

/** An object that may be absent, in any of Bling's ways of leaving it out. */
export function optionalObject<T extends z.ZodRawShape>(
  shape: T,
): z.ZodType<z.output<z.ZodObject<T>> | undefined> {
  return z.preprocess(emptyAsAbsent, z.object(shape).optional());
}

/** A list; absent is empty. */
export function list<T>(row: z.ZodType<T>): z.ZodType<T[]> {
  return z.preprocess(emptyAsAbsent, z.array(row).default([]));
}
