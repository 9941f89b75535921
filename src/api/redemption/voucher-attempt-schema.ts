import { z } from 'zod';
import { VOUCHER_ACTIONS } from '../../store';
import { inputText, instant, limit, nextPlace, placeOrInstant } from '../http';
/** One attempt with a voucher's code. */
export const voucherAttemptSchema = z
  .strictObject({
    id: z.string(),
    at: instant,
    codeEnding: z
      .string()
      .nullable()
      .meta({ description: 'The code’s last four characters; null: what was typed cannot be a code' }),
    action: z.enum(VOUCHER_ACTIONS),
    outcome: z.string().meta({ description: '`ok`, or the code it was refused with' }),
    repeated: z.boolean().meta({ description: 'Answered from an earlier call with the same key' }),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .meta({ description: 'Numbers and states behind the outcome' }),
    operator: z.string().nullable(),
    storeId: z.string().nullable(),
    caller: z.string().meta({ description: 'Names the API key' }),
    redemptionId: z.string().nullable(),
  })
  .meta({ id: 'VoucherAttempt' });

/** A page of attempts, newest first. */
export const voucherAttemptListSchema = z.strictObject({
  data: z.array(voucherAttemptSchema),
  next: nextPlace,
});

/** Which page. */
export const voucherAttemptPageSchema = z.strictObject({ limit, before: placeOrInstant.optional() });

/** Which of all attempts, and which page. */
export const voucherAttemptQuerySchema = voucherAttemptPageSchema.extend({
  operator: inputText(100).optional(),
  outcome: inputText(50).optional().meta({ description: '`ok`, or a refusal such as `voucher_not_found`' }),
});

/** One attempt, for examples. */
export const voucherAttemptExample = {
  id: 'att_7h2k9m4q8r5t6v3w1x0y',
  at: '2026-11-20T12:00:00.000Z',
  codeEnding: '9WHP',
  action: 'redeem' as const,
  outcome: 'below_min_sale',
  repeated: false,
  facts: { minSaleCents: 10_000, saleTotalCents: 4_200 },
  operator: 'caixa 1',
  storeId: 'centro',
  caller: '5f2b6c1d9e0a47f3',
  redemptionId: null,
};
