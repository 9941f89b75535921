import { z } from 'zod';
import { DurationError, isZeroDuration, isZone, parseDuration } from '../calendar';

/** The most any amount of money in a program may be: R$ 1 billion. More is a slip of the keyboard. */
export const MAX_CENTS = 100_000_000_000;
/** The most any amount of points may be. */
export const MAX_POINTS = 1_000_000_000;
/** The whole, in basis points. */
export const ALL_BPS = 10_000;

/** Integer cents, zero or more. */
export const cents = z.int().min(0).max(MAX_CENTS);
/** Integer points, zero or more. */
export const points = z.int().min(0).max(MAX_POINTS);
/** Integer basis points, from nothing to the whole. */
export const bps = z.int().min(0).max(ALL_BPS);

/** Words of small letters and figures. */
export const SLUG = /^[a-z0-9]+([-_][a-z0-9]+)*$/;

/** A name that is safe in ids, keys and addresses: it becomes part of the ledger's natural keys. */
export const slug = z
  .string()
  .max(60)
  .regex(
    SLUG,
    'Este identificador entra nas chaves do extrato e só pode ter letras minúsculas sem acento, números, hífen e ' +
      'sublinhado. Escreva, por exemplo, cashback-5.',
  );

/**
 * The same text, at most `max` characters long as it was sent, before blanks around it are dropped. Characters are counted as JSON Schema and people do: one that JavaScript
 * stores in two halves is one.
 */
export const atMost = (max: number, schema: z.ZodString): z.ZodString =>
  schema
    .superRefine((value, ctx) => {
      if (value.length <= max || [...value].length <= max) return;
      ctx.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
    })
    .meta({ maxLength: max });

/** A text a person reads, without blanks around it. */
export const text = (max: number): z.ZodString => atMost(max, z.string()).trim().min(1);

/** A calendar date `YYYY-MM-DD`, in the store's zone. */
export const localDateText = z.iso.date(
  'Esta data não existe no calendário. Escreva como AAAA-MM-DD, por exemplo 2026-12-31.',
);

/** An IANA time zone. */
export const zoneText = z
  .string()
  .max(60)
  .refine(
    isZone,
    'Este fuso horário não existe na base IANA, e dele dependem todas as datas. Use, por exemplo, America/Sao_Paulo.',
  )
  .meta({ format: 'iana-zone' });

/**
 * An ISO 8601 duration as R2 takes it. It stays text, so that what was published is what is shown. A refusal ends the
 * checking of whatever holds it, so that later checks only meet durations that parse.
 */
export const durationText = z
  .string()
  .max(60)
  .superRefine((value, ctx) => {
    try {
      parseDuration(value);
    } catch (error) {
      if (!(error instanceof DurationError)) throw error;
      ctx.addIssue({ code: 'custom', message: error.message, continue: false });
    }
  })
  .meta({ format: 'duration' });

/** The same, when a length of zero would make the field senseless; `message` says why and what to do. */
export const durationAboveZero = (message: string): z.ZodString =>
  durationText
    .refine((value) => !isZeroDuration(value), message)
    .meta({ format: 'duration', pattern: '[1-9]' });

/** A list that must have something in it, each value once. */
export const distinctList = <Item extends z.ZodType>(item: Item, max: number): z.ZodArray<Item> =>
  z
    .array(item)
    .min(1)
    .max(max)
    .refine((values) => new Set(values).size === values.length, {
      message: 'Há valores repetidos na lista, e cada um só conta uma vez. Retire as repetições.',
    })
    .meta({ uniqueItems: true });
