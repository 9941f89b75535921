import { z } from 'zod';
import { CHANNELS } from '../../loyalty';
import { cents, instant, localDate } from '../http';

const month = z.string().regex(/^\d{4}-\d{2}$/);

/** Which days. */
export const days = {
  from: localDate.optional().meta({ description: 'Default: twelve months before `until`' }),
  until: localDate.optional().meta({ description: 'Inclusive; default: today' }),
};

/** By what else figures are told apart. */
const by = z
  .enum(['month', 'source'])
  .default('month')
  .meta({ description: '`source`: also by store and channel of the sale' });

/** What is owed is so now: there are no days to choose. */
export const liabilityQuerySchema = z.strictObject({ by });

/** Over which days, in the zone of the program, and by what. */
export const periodQuerySchema = z.strictObject({ ...days, by });

const source = {
  storeId: z.string().nullable().meta({
    description: 'The store’s id, or what the sale calls it; null: none is known, or it was not asked for',
  }),
  storeName: z.string().nullable(),
  channel: z.enum(CHANNELS).nullable(),
};

const asOf = instant.meta({ description: 'Up to when the data runs' });
const period = { from: localDate, until: localDate, timezone: z.string() };

const held = {
  cashback: z.strictObject({ activeCents: cents, pendingCents: cents, reservedCents: cents }),
  points: z.strictObject({ active: z.int(), pending: z.int(), reserved: z.int() }),
  vouchers: z.strictObject({
    activeUses: z.int(),
    pendingUses: z.int(),
    reservedUses: z.int(),
    faceCents: cents.meta({ description: 'What they can take off at most, as far as that is limited' }),
  }),
};

/** What is owed to customers, by the month in which it ends. */
export const liabilitySchema = z
  .strictObject({
    asOf,
    timezone: z.string(),
    months: z.array(
      z.strictObject({
        month: month.nullable().meta({ description: 'Of the last use; null: it never ends' }),
        ...source,
        ...held,
      }),
    ),
    total: z.strictObject(held),
    debt: z
      .strictObject({ cents, points: z.int() })
      .meta({ description: 'What customers owe, and is not in the sums' }),
  })
  .meta({ id: 'LiabilityReport' });

const flows = z
  .strictObject({
    granted: z.int(),
    credited: z.int().meta({ description: 'By hand' }),
    used: z.int().meta({ description: 'Less what was undone' }),
    expired: z.int(),
    extended: z.int().meta({ description: 'Went on at its end, as nobody was reminded of it; not in `net`' }),
    takenBack: z.int().meta({ description: 'For cancellations and returns, and in payment of debt' }),
    debited: z.int().meta({ description: 'By hand' }),
    net: z.int().meta({
      description:
        'By how much more customers have: the first two less what was used, expired, taken back and debited',
    }),
  })
  .meta({ id: 'BenefitFlows' });

const flowsOfAll = {
  cashbackCents: flows,
  points: flows,
  voucherUses: flows,
};

/** What was given, used, lost and taken back. */
export const activitySchema = z
  .strictObject({
    asOf,
    ...period,
    rows: z.array(
      z.strictObject({
        month,
        ...source,
        ...flowsOfAll,
      }),
    ),
    total: z.strictObject(flowsOfAll),
    debt: z.array(
      z.strictObject({
        month,
        openedCents: cents,
        settledCents: cents,
        openedPoints: z.int(),
        settledPoints: z.int(),
      }),
    ),
  })
  .meta({ id: 'ActivityReport' });

const comingBack = {
  customers: z.int().meta({ description: 'Who bought in the period' }),
  repeatCustomers: z.int().meta({ description: 'Of them, those who bought more than once' }),
  repeatRateBps: z.int().nullable().meta({ description: 'null: nobody bought' }),
  purchases: z.int(),
  totalCents: cents,
  repeatTotalCents: cents.meta({
    description: 'What all purchases of those come to who bought more than once',
  }),
  grantedCents: cents.meta({ description: 'Cashback' }),
  usedCents: cents,
  redemptionRateBps: z.int().nullable().meta({ description: 'Of cashback; null: none was granted' }),
  grantedPoints: z.int(),
  usedPoints: z.int(),
  pointsRedemptionRateBps: z.int().nullable(),
};

/** Whether customers come back, and use what they have got. */
export const returningSchema = z
  .strictObject({
    asOf,
    ...period,
    ...comingBack,
    rows: z.array(z.strictObject({ ...source, ...comingBack })).meta({
      description:
        'By store and channel, where that is asked for. Who bought in several counts in each, and has come back where they bought again.',
    }),
  })
  .meta({ id: 'ReturningReport' });
