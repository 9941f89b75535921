import { z } from 'zod';
import { CHANNELS } from '../basis';
import { bps, cents, distinctList, localDateText, points, slug, text } from './fields';
import { checkGrantFields, checkPointsRate, checkRanges, checkWeekdays } from './rule-checks';

const grantSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('cashback'), rateBps: bps }).meta({ id: 'CashbackGrant' }),
  z
    .strictObject({
      type: z.literal('points'),
      points: z.int().min(0).max(10_000),
      perCents: z.int().min(1, { abort: true }).max(100_000_000),
    })
    .meta({ id: 'PointsGrant' }),
  z.strictObject({ type: z.literal('voucher'), template: slug }).meta({ id: 'VoucherGrant' }),
]);

/** What a sale must be for the rule to apply: all conditions hold, any value of a list will do (R7, R11, R17). */
const whenSchema = z
  .strictObject({
    minSaleCents: cents.optional(),
    maxSaleCents: cents.optional(),
    channels: distinctList(z.enum(CHANNELS), CHANNELS.length).optional(),
    stores: distinctList(text(100), 1_000).optional(),
    weekdays: distinctList(z.int().min(1).max(7), 7).optional(),
    from: localDateText.optional(),
    until: localDateText.optional(),
    skus: distinctList(text(120), 10_000).optional(),
    firstPurchase: z.boolean().optional(),
    segment: text(100).optional(),
  })
  .superRefine((when, ctx) => {
    checkRanges(when, ctx);
    checkWeekdays(when, ctx);
  });

/**
 * One rule of the program. Caps and bonuses in cents belong to cashback, in points to points, and none to vouchers
 * (R13). `name` is what customers read; caps and budgets go by `id`. `multiplierMilli` is in thousandths (2500 = 2,5×) and 1000 when absent; a smaller `priority` goes first.
 */
export const ruleSchema = z
  .strictObject({
    id: slug,
    name: text(60).optional(),
    grant: grantSchema,
    when: whenSchema.optional(),
    multiplierMilli: z.int().min(1).max(100_000).optional(),
    bonusCents: cents.optional(),
    bonusPoints: points.optional(),
    capPerSaleCents: cents.optional(),
    capPerSalePoints: points.optional(),
    capPerCustomerPerMonthCents: cents.optional(),
    capPerCustomerPerMonthPoints: points.optional(),
    budgetCents: cents.optional(),
    budgetPoints: points.optional(),
    priority: z.int().min(-1_000_000).max(1_000_000).optional(),
  })
  .superRefine((rule, ctx) => {
    checkGrantFields(rule, ctx);
    checkPointsRate(rule, ctx);
  });

/** A rule as published. */
export type Rule = z.output<typeof ruleSchema>;
/** What a rule gives. */
export type RuleGrant = Rule['grant'];
/** The kinds of benefit a rule can give; `combine` works within one of them (R16). */
export type GrantType = RuleGrant['type'];
/** The conditions of a rule. */
export type Conditions = z.output<typeof whenSchema>;
