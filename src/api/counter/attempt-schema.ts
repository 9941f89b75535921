import { z } from 'zod';
import { LOT_TYPES, REDEMPTION_STATES } from '../../loyalty';
import { cents, inputText, instant, limit, localDate, nextPlace, placeOrInstant } from '../http';

const ACTIONS = ['look', 'reserve', 'use', 'confirm', 'release', 'rollback'] as const;

/** Which attempts. */
export const attemptQuerySchema = z.strictObject({
  day: localDate.optional().meta({
    description: 'In the zone of the store, or of the program where no store is named; default: today',
  }),
  storeId: inputText(100).optional(),
  everywhere: z.enum(['true', 'false']).default('false').meta({
    description:
      'true: also what was tried in other stores, or in none, as far as the caller may see it; the day stays that of the store',
  }),
  limit,
  before: placeOrInstant.optional().meta({ description: '`next` of the page before, asked of the same day' }),
});

/** Something that was tried at a counter with somebody's balance or voucher. */
export const counterAttemptSchema = z
  .strictObject({
    id: z.string(),
    at: instant,
    action: z.enum(ACTIONS).meta({
      description: '`use`: reserved and used at once; `look`: a code that could not be used was looked at',
    }),
    outcome: z
      .enum(['done', 'refused', 'unknown'])
      .meta({ description: '`unknown`: a failure of ours; whether it was done the redemption says' }),
    refusal: z
      .strictObject({ code: z.string(), title: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it was not done, in pt-BR' }),
    type: z.enum(LOT_TYPES).nullable(),
    amountCents: cents.nullable().meta({ description: 'Of cashback, as asked for' }),
    points: z.int().nullable(),
    discountCents: cents.nullable().meta({ description: 'What a voucher or points took off' }),
    codeEnding: z.string().nullable().meta({ description: 'The last four characters of a voucher’s code' }),
    customer: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
    saleTotalCents: cents.nullable(),
    saleRef: z.string().nullable(),
    operator: z.string().nullable(),
    storeId: z.string().nullable(),
    storeName: z.string().nullable().meta({
      description: 'What the store is called now; of one that was never entered, as the call named it',
    }),
    caller: z.string().meta({ description: 'Names the API key, or the person' }),
    callerName: z
      .string()
      .nullable()
      .meta({ description: 'The key’s label, or the person’s name; null: the key was revoked' }),
    redemption: z
      .strictObject({
        id: z.string(),
        state: z.enum(REDEMPTION_STATES).meta({ description: 'As it is now' }),
        undoableUntil: instant
          .nullable()
          .meta({ description: 'Exclusive; null: there is nothing to undo, or no longer' }),
        voucherCode: z
          .string()
          .nullable()
          .meta({ description: 'By which the use of a voucher is undone or let go, while it can be' }),
      })
      .nullable(),
  })
  .meta({ id: 'CounterAttempt' });

/** A page of a day's attempts, newest first. */
export const counterAttemptListSchema = z.strictObject({
  day: localDate,
  timezone: z.string(),
  data: z.array(counterAttemptSchema),
  next: nextPlace,
});

/** One attempt, for examples. */
export const counterAttemptExample = {
  id: 'att_7h2k9m4q8r5t6v3w1x0y',
  at: '2026-11-20T12:00:00.000Z',
  action: 'use' as const,
  outcome: 'done' as const,
  refusal: null,
  type: 'cashback' as const,
  amountCents: 950,
  points: null,
  discountCents: null,
  codeEnding: null,
  customer: { id: 'cus_7h2k9m4q8r5t6v3w1x0y', name: 'Maria Exemplo' },
  saleTotalCents: 12_900,
  saleRef: '10231',
  operator: 'caixa 1',
  storeId: 'str_3k9m2x7q1w5z8c4v6b0n',
  storeName: 'Centro',
  caller: '5f2b6c1d9e0a47f3',
  callerName: 'Caixas do Centro',
  redemption: {
    id: 'red_7h2k9m4q8r5t6v3w1x0y',
    state: 'confirmed' as const,
    undoableUntil: '2027-02-19T03:00:00.000Z',
    voucherCode: null,
  },
};
