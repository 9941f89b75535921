import { z } from 'zod';
import { cents, inputText, instant, localDate } from '../http';

/** Of which store today's sales are. */
export const overviewQuerySchema = z.strictObject({
  storeId: inputText(100).optional().meta({ description: 'Today’s sales of this store alone' }),
});

/** A number with where the things it counts are listed. */
const counted = z.strictObject({
  count: z.int(),
  more: z.boolean().meta({ description: 'true: there are others; it is counted up to a thousand' }),
  href: z.string().meta({ description: 'The call that lists them' }),
});

const amounts = z.strictObject({ cents, points: z.int(), voucherUses: z.int() });

/** What a person sees first: what needs them, how the day goes, and what ends soon. */
export const overviewSchema = z
  .strictObject({
    asOf: instant,
    day: localDate,
    timezone: z.string(),
    live: z.boolean().meta({ description: 'Whether customers are written to; else see GET /v1/activation' }),
    programVersion: z.int().nullable().meta({ description: 'In force; null: none was published yet' }),
    needs: z
      .strictObject({
        reviews: counted,
        alerts: counted.nullable().meta({ description: 'null: not for whoever asks' }),
        connections: z
          .array(
            z.strictObject({
              id: z.string(),
              companyName: z.string(),
              state: z.string(),
              detail: z.string(),
            }),
          )
          .nullable()
          .meta({
            description: 'Connections in trouble, with what to do in pt-BR; null: not for whoever asks',
          }),
        unidentifiedSales: counted,
        refusedSales: counted.meta({ description: 'Whose data at the source is not valid' }),
        parkedSales: counted.meta({ description: 'Not read until their connection is put right' }),
        lateSales: counted
          .extend({
            first: z.array(
              z.strictObject({
                id: z.string(),
                number: z.string().nullable(),
                externalId: z.string(),
                dueAt: instant,
              }),
            ),
          })
          .meta({ description: 'Of which something should have been done a quarter of an hour ago' }),
      })
      .meta({ description: 'What does not go on without a person' }),
    today: z.strictObject({
      sales: z.strictObject({
        count: z.int(),
        totalCents: cents,
        waiting: z.int().meta({ description: 'Not completed yet; not among the others' }),
        cancelled: z.int(),
      }),
      granted: amounts,
      used: amounts.meta({ description: 'Less what was undone' }),
      takenBack: amounts,
      expired: amounts,
    }),
    ending: z
      .array(z.strictObject({ date: localDate, cents, points: z.int() }))
      .meta({ description: 'Balance by its last day of use, of the next thirty days' }),
  })
  .meta({ id: 'Overview' });

const few = (href: string): z.output<typeof counted> => ({ count: 2, more: false, href });
const some = { cents: 949, points: 0, voucherUses: 1 };
const none = { cents: 0, points: 0, voucherUses: 0 };

/** One overview, for examples. */
export const overviewExample: z.output<typeof overviewSchema> = {
  asOf: '2026-11-03T12:00:00.000Z',
  day: '2026-11-03',
  timezone: 'America/Sao_Paulo',
  live: true,
  programVersion: 1,
  needs: {
    reviews: few('/v1/reviews'),
    alerts: few('/v1/alerts'),
    connections: [],
    unidentifiedSales: few('/v1/sales?status=unidentified'),
    refusedSales: { ...few('/v1/sales?status=refused'), count: 0 },
    parkedSales: { ...few('/v1/connections'), count: 0 },
    lateSales: { ...few('/v1/alerts'), count: 0, first: [] },
  },
  today: {
    sales: { count: 31, totalCents: 589_000, waiting: 2, cancelled: 1 },
    ...{ granted: some, used: none, takenBack: none, expired: none },
  },
  ending: [{ date: '2026-11-09', cents: 950, points: 0 }],
};
