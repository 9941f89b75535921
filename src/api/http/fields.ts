import { z } from 'zod';
import { atMost } from '../../loyalty';

/** R$ 1 million: no sale is larger, what is larger was mistyped. */
const MOST = 100_000_000;

/** Input: integer cents above zero. */
export const positiveCents = z.int().min(1).max(MOST);
/** Input: integer cents, zero included. */
export const centsFromZero = z.int().min(0).max(MOST);
/** The same in an address, where an empty text is not zero. */
export const queryCents = z
  .string()
  .trim()
  .min(1)
  .pipe(z.coerce.number())
  .pipe(centsFromZero)
  .meta({ type: 'integer', minimum: 0, maximum: MOST });
/** Input: integer cents, below zero too. */
export const signedCents = z.int().min(-MOST).max(MOST);
/** Input: integer points above zero. */
export const positivePoints = z.int().min(1).max(MOST);
/** Input: a text a person typed, without blanks around it. */
export const inputText = (max: number): z.ZodString => atMost(max, z.string()).trim().min(1);
/** Input: what is to be changed, each field as it may be left out, but not all of them. */
export const someChange = <Change extends z.ZodObject>(change: Change): Change =>
  change
    .refine((fields) => Object.values(fields).some((value) => value !== undefined), {
      message: 'Nenhum campo foi informado, e nada mudaria. Informe ao menos um.',
    })
    .meta({ minProperties: 1 });
/** Input: a parameter of an address that may be given several times. */
export const repeated = <One extends z.ZodType>(
  one: One,
  most: number,
): z.ZodOptional<z.ZodPreprocess<z.ZodArray<One>>> =>
  z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(one).min(1).max(most))
    .optional();
/** Output: the key that something was done with. */
export const namedKey = z.strictObject({ id: z.string(), label: z.string().nullable() }).nullable().meta({
  description: 'The key it was made with; without a label: it was revoked. null: none, or it was not kept',
});
/** Input: how many lines of a list. */
export const limit = z.coerce.number().int().min(1).max(100).default(20);

/** Output: integer cents; signed where it is a change. */
export const cents = z.int();
/** Output: ISO 8601 UTC. */
export const instant = z.iso.datetime();
/** Output: `YYYY-MM-DD` in the store's zone. */
export const localDate = z.iso.date();
