import { z } from 'zod';
import { cents, instant, localDate } from '../http';
import { occasion } from '../notice';
import { days } from './report-schema';

/** Over which days, and within how many days after an invitation a purchase counts. */
export const resultsQuerySchema = z.strictObject({
  ...days,
  backWithin: z.coerce
    .number()
    .int()
    .min(1)
    .max(90)
    .default(30)
    .meta({ description: 'Days after an invitation within which a purchase counts as coming back' }),
});

const channel = z.enum(['whatsapp', 'email']);

const counts = {
  planned: z.int().meta({ description: 'All that were written down in the period: the sum of the others' }),
  waiting: z.int().meta({ description: 'Not let go yet, or just being sent' }),
  sent: z.int().meta({ description: 'Taken by the provider, and nothing heard of since' }),
  delivered: z.int().meta({ description: 'Of these nobody said that they were read' }),
  read: z.int(),
  failed: z.int(),
  skipped: z.int().meta({ description: 'Not sent, for a reason' }),
  unknown: z.int().meta({ description: 'May have gone; not sent again' }),
};

const group = z
  .strictObject({
    customers: z.int().meta({ description: 'Each once, by the first invitation of the period' }),
    cameBack: z.int().meta({ description: 'Of them, those who bought within the days' }),
    rateBps: z.int().nullable().meta({ description: 'null: there is nobody' }),
    totalCents: cents.meta({ description: 'What they bought within the days' }),
  })
  .meta({ id: 'InvitedGroup' });

/** What customers were told, what became of it, and what it did. */
export const messageResultsSchema = z
  .strictObject({
    asOf: instant.meta({ description: 'Up to when the data runs' }),
    ...{ from: localDate, until: localDate, timezone: z.string() },
    rows: z.array(z.strictObject({ occasion, channel, ...counts })),
    total: z.strictObject(counts),
    reasons: z
      .array(
        z.strictObject({
          ...{ occasion, channel, state: z.enum(['waiting', 'failed', 'skipped', 'unknown']) },
          reason: z.string().meta({ description: 'In a stable word' }),
          text: z.string().meta({ description: 'pt-BR' }),
          count: z.int(),
        }),
      )
      .meta({ description: 'Why messages wait or did not arrive, the most frequent first of each row' }),
    invitations: z
      .strictObject({
        backWithin: z.int(),
        until: localDate.nullable().meta({
          description: 'The last day whose invitations are that old; null: none of the period is',
        }),
        occasions: z.array(
          z.strictObject({
            occasion,
            invited: group,
            heldOut: group,
            difference: z.strictObject({ bps: z.int(), lowBps: z.int(), highBps: z.int() }).nullable().meta({
              description:
                'By how much more of those invited came back, and between what it lies with 95 % confidence; null: a group is empty',
            }),
          }),
        ),
      })
      .meta({
        description:
          'Who was to be invited to buy again (`invited`), whether or not it arrived, against those who were left out by chance so that there is somebody to compare with (`heldOut`); who could not be written to is in neither.',
      }),
  })
  .meta({ id: 'MessageResults' });
