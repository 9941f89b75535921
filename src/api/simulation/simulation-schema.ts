import { z } from 'zod';
import { cents, instant, localDate } from '../http';
import { programExample, programSchema } from '../program';

/** A draft, and the days over which it is to be played. */
export const simulationRequestSchema = z.strictObject({
  program: programSchema,
  from: localDate.optional().meta({ description: 'Default: twelve months before `until`' }),
  until: localDate.optional().meta({ description: 'Inclusive; default: today' }),
});

const count = z.int();

const cashback = z.strictObject({
  grantedCents: cents,
  takenBackCents: cents.meta({
    description: 'For cancellations and returns, as debt where nothing was left',
  }),
  netCents: cents,
  adjustedCents: cents.meta({ description: 'Credits less debits by hand' }),
  spentCents: cents,
  expiredCents: cents,
  outstandingCents: cents.meta({ description: 'Pending, active and reserved' }),
  debtCents: cents,
});

const points = z.strictObject({
  granted: count,
  takenBack: count,
  net: count,
  adjusted: count,
  spent: count,
  expired: count,
  outstanding: count,
  debt: count,
  netCents: cents.meta({ description: 'At the program’s value of a point' }),
  outstandingCents: cents,
});

const vouchers = z.strictObject({
  issued: count.meta({ description: 'Given and not cancelled' }),
  faceCents: cents.meta({ description: 'What they can take off at most, all uses together' }),
  spentUses: count,
  discountCents: cents,
  expiredUses: count,
  outstandingUses: count,
});

const costSchema = z
  .strictObject({
    cashback,
    points,
    vouchers,
    totalCents: cents.meta({ description: 'Cashback and points net of returns, and vouchers by face value' }),
    unpayable: z
      .strictObject({ uses: count, cashbackCents: cents, points: count, vouchers: count })
      .meta({ description: 'Real uses that would not have been possible, or not in full' }),
  })
  .meta({ id: 'ProgramCost' });

const comparisonSchema = z
  .strictObject({
    more: z.strictObject({ count, cents }),
    less: z.strictObject({ count, cents }),
    same: z.strictObject({ count }),
    topMore: z.array(z.strictObject({ id: z.string(), currentCents: cents, draftCents: cents })).max(20),
    topLess: z.array(z.strictObject({ id: z.string(), currentCents: cents, draftCents: cents })).max(20),
  })
  .meta({ id: 'SimulationComparison' });

const outstanding = z.strictObject({ cashbackCents: cents, points: count, voucherUses: count });

const ruleResults = z.array(
  z.strictObject({
    ruleId: z.string(),
    type: z.enum(['cashback', 'points', 'voucher']),
    matchedSales: count,
    paidSales: count,
    paid: count.meta({ description: 'Net of returns: cents, points, face value in cents' }),
    cutByCaps: count.meta({ description: 'Before returns' }),
    cutByBudget: count,
  }),
);

const resultSchema = z
  .strictObject({
    period: z.strictObject({ from: localDate, until: localDate, timezone: z.string() }),
    played: z.strictObject({ sales: count, unidentified: count, customers: count }),
    current: costSchema,
    draft: costSchema,
    difference: costSchema.meta({ description: 'Draft less current' }),
    liability: z
      .array(z.strictObject({ month: z.string(), current: outstanding, draft: outstanding }))
      .meta({ description: 'Outstanding at the end of each month' }),
    rules: z.strictObject({ current: ruleResults, draft: ruleResults }),
    sales: comparisonSchema,
    customers: comparisonSchema,
    assumptions: z.array(z.string()).meta({ description: 'pt-BR: what the numbers take for granted' }),
  })
  .meta({ id: 'SimulationResult' });

/** How a simulation stands, and its result. */
export const simulationSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(['running', 'finished', 'failed']),
    against: z.int().nullable().meta({ description: 'The version compared with; null: none was published' }),
    from: instant,
    end: instant.meta({ description: 'Exclusive' }),
    progress: z.strictObject({ done: count, total: count }).meta({
      description: 'Events of the period, each played by both programs; 0 of 0 while they are read',
    }),
    failure: z.strictObject({ code: z.string(), text: z.string().meta({ description: 'pt-BR' }) }).optional(),
    result: resultSchema.optional(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Simulation' });

/** A request, for examples. */
export const simulationRequestExample = {
  program: programExample,
  from: '2025-11-04',
  until: '2026-11-03',
};

/** A simulation that has just begun, for examples. */
export const simulationExample: z.output<typeof simulationSchema> = {
  id: 'sim_7h2k9m4q8r5t6v3w1x0y',
  state: 'running',
  against: 3,
  from: '2025-11-04T03:00:00.000Z',
  end: '2026-11-03T12:00:00.000Z',
  progress: { done: 0, total: 0 },
  createdAt: '2026-11-03T12:00:00.000Z',
  finishedAt: null,
};
