import { z } from 'zod';
import { someChange } from '../http';

const time = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$/,
    'Este horário não existe no relógio. Escreva com dois dígitos para a hora e dois para os minutos, por exemplo 20:00.',
  )
  .max(5);

const quietHours = z
  .strictObject({
    from: time,
    to: time.meta({
      description: 'Earlier than `from`: on the next day. The same: the days alone are quiet',
    }),
    days: z
      .array(z.int().min(1).max(7))
      .max(6)
      .refine(
        (days) => new Set(days).size === days.length,
        'Há dias repetidos na lista, e cada um só conta uma vez. Retire as repetições.',
      )
      .meta({ description: 'Whole days, 1 = Monday … 7 = Sunday', uniqueItems: true }),
  })
  .nullable()
  .meta({ description: 'When nobody is written to, in the zone of the program; null: at any hour' });

const cap = z.int().min(1).max(100).nullable();

const messagesSchema = z
  .strictObject({
    basis: z.enum(['opt_in', 'legitimate_interest']).meta({
      description: '`opt_in`: only customers who have agreed are written to; else all who have not objected',
    }),
    quietHours,
    caps: z
      .strictObject({ perDay: cap, perThirtyDays: cap })
      .meta({ description: 'Notices to one customer at most, receipts not counted; null: any number' }),
    holdout: z
      .int()
      .min(0)
      .max(50)
      .meta({ description: 'Of a hundred customers, how many are not asked to come back' }),
  })
  .meta({ id: 'MessageSettings', description: 'How the merchant writes to its customers' });

const secondFactor = z
  .boolean()
  .meta({ description: 'true: owners without a second factor are refused until they have one' });

/** What the owners of a merchant have set. */
export const settingsSchema = z
  .strictObject({ requireSecondFactorForOwners: secondFactor, messages: messagesSchema })
  .meta({ id: 'Settings' });

/** What they change of it; of `messages`, the parts that are named. */
export const settingsChangeSchema = someChange(
  z
    .strictObject({
      requireSecondFactorForOwners: secondFactor,
      messages: someChange(messagesSchema.partial()).meta({ id: 'MessageSettingsChange' }),
    })
    .partial(),
).meta({ id: 'SettingsChange' });
