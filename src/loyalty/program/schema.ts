import { z } from 'zod';
import { followUpOccasions } from '../follow-up';
import {
  bps,
  cents,
  durationAboveZero,
  durationText,
  distinctList,
  SLUG,
  slug,
  text,
  zoneText,
} from './fields';
import { checkReminders, checkRuleIds, checkTemplates } from './program-checks';
import { ruleSchema } from './rule-schema';

/** The most rules a program may have, and so the most vouchers that its rules can give. */
const MAX_RULES = 200;

const earningSchema = z.strictObject({
  base: z
    .strictObject({
      includeFreight: z.boolean().default(false),
      includeOtherExpenses: z.boolean().default(false),
      excludeBenefitPaid: z.boolean().default(true),
      earnOnRedeemed: z.boolean().default(true),
    })
    .prefault({}),
  combine: z.enum(['best', 'first', 'stack']).default('best'),
  rules: z.array(ruleSchema).max(MAX_RULES).superRefine(checkRuleIds),
});

const ZERO_EXPIRY =
  'Com validade zero o benefício venceria ao nascer. Informe um prazo maior ou, se não deve vencer, retire';

const redemptionSchema = z.strictObject({
  minSaleCents: cents.default(0),
  minBalanceCents: cents.default(0),
  maxShareBps: bps.default(10_000),
  pointValueCents: z.int().min(1).max(1_000_000).default(1),
  reservation: durationAboveZero(
    'Uma reserva de duração zero cairia antes de ser confirmada. Informe um prazo, por exemplo PT15M.',
  ).default('PT15M'),
  rollbackWindow: durationText.default('P90D'),
  graceAfterRollback: durationText.default('P7D'),
});

const templateSchema = z.strictObject({
  discount: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('amount'), cents: cents.min(1) }).meta({ id: 'AmountOff' }),
    z
      .strictObject({ type: z.literal('percent'), bps: bps.min(1), maxCents: cents.min(1).optional() })
      .meta({ id: 'PercentOff' }),
  ]),
  minSaleCents: cents.default(0),
  validity: durationAboveZero(`${ZERO_EXPIRY} o campo validity.`).optional(),
  uses: z.int().min(1).max(1_000).default(1),
  stores: distinctList(text(100), 1_000).optional(),
});

/** The channels a message goes out on: every one of them on which the customer can be reached. */
const channels = distinctList(z.enum(['whatsapp', 'email']), 2).default(['whatsapp', 'email']);

const messagesSchema = z.strictObject({
  earned: z.strictObject({ channels }).optional(),
  expiring: z
    .strictObject({
      before: distinctList(durationText, 10).superRefine(checkReminders),
      channels,
      fair: z.boolean().default(true).meta({ description: 'What nobody could be reminded of goes on, once' }),
    })
    .optional(),
  expired: z.strictObject({ channels }).optional(),
  returned: z.strictObject({ channels }).optional(),
  repurchase: z
    .strictObject({
      after: durationAboveZero(
        'Com prazo zero a mensagem de recompra sairia junto com a própria compra. Informe um prazo, por exemplo P45D.',
      ),
      channels,
    })
    .optional(),
  ...followUpOccasions({ channels, duration: durationAboveZero, distinctList }),
});

/**
 * The program: the body of `PUT /v1/program`, and what a version stores. Unknown keys are refused, the defaults of
 * R40 filled in; what comes out goes in again unchanged. A message that is absent is not sent. Only `returned`, the
 * message of benefit taken back or given back, goes out on the channels of `earned` where it is absent.
 */
export const programSchema = z
  .strictObject({
    name: text(80),
    timezone: zoneText.default('America/Sao_Paulo'),
    earning: earningSchema,
    holding: z.strictObject({ after: durationText.default('PT0S') }).prefault({}),
    expiry: z
      .strictObject({
        after: durationAboveZero(`${ZERO_EXPIRY} o bloco expiry.`),
        roundUpTo: z.enum(['day', 'month']).optional(),
      })
      .optional(),
    redemption: redemptionSchema.prefault({}),
    returns: z
      .strictObject({
        clawback: z.enum(['pending_only', 'to_zero', 'allow_debt']).default('allow_debt'),
        refundSpent: z.boolean().default(true),
      })
      .prefault({}),
    vouchers: z
      .record(slug, templateSchema)
      .superRefine((templates, ctx) => {
        const issue = { code: 'too_big', origin: 'record', maximum: MAX_RULES, inclusive: true } as const;
        if (Object.keys(templates).length > MAX_RULES) ctx.addIssue({ ...issue, input: templates });
      })
      .meta({ propertyNames: { pattern: SLUG.source, maxLength: 60 }, maxProperties: MAX_RULES })
      .default({}),
    messages: messagesSchema.prefault({}),
  })
  .superRefine(checkTemplates);

/** A program as published: every default filled in. */
export type Program = z.output<typeof programSchema>;
/** A program as a merchant writes it. */
export type ProgramInput = z.input<typeof programSchema>;
/** A voucher's value and terms, under its name in `vouchers`. */
export type VoucherTemplate = z.output<typeof templateSchema>;
