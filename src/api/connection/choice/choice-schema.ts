import { z } from 'zod';
import { situations } from '../connection-schema';

const answer = z.enum(['ok', 'refused']).meta({
  description: '`refused`: the app may not read this for the company; ids can be written by hand then',
});
const meaning = z.enum(['completed', 'cancelled', 'open']).meta({
  description: 'What it means for a sale by the connection’s choice, or by Bling’s own where there is none',
});

/** What of the company’s account can be chosen from. */
export const accountSchema = z
  .strictObject({
    situations: z.strictObject({
      answer,
      options: z.array(z.strictObject({ id: z.int(), name: z.string().nullable(), meaning })),
    }),
    channels: z.strictObject({
      answer,
      options: z.array(
        z.strictObject({
          id: z.string().meta({
            description:
              '`0`: orders without a channel, such as those typed by hand; where there are several companies, `0@` and the id of the connection: those of this one',
          }),
          name: z.string().nullable(),
          type: z.string().nullable().meta({ description: 'Bling’s name of the integration' }),
          enabled: z.boolean(),
          storeId: z.string().nullable().meta({ description: 'The store that it means; null: none' }),
        }),
      ),
    }),
  })
  .meta({ id: 'BlingAccount' });

/** The choice to look at. */
export const previewChoiceSchema = z
  .strictObject({ completedSituations: situations, cancelledSituations: situations })
  .meta({ id: 'SituationChoice' });

/** What another choice would touch. */
export const touchedSchema = z
  .strictObject({
    situations: z.array(z.strictObject({ id: z.int(), before: meaning, after: meaning })).meta({
      description: 'The situations that would mean something else',
    }),
    orders: z.int().meta({ description: 'Orders of Bling that are in one of them, as far as was looked' }),
    sales: z.strictObject({
      becomeCompleted: z.int(),
      becomeCancelled: z.int(),
      becomeOpen: z.int(),
    }),
    more: z
      .boolean()
      .meta({ description: 'There are more orders than were looked at: the counts are at least' }),
  })
  .meta({ id: 'TouchedSales' });

/** For the documentation. */
export const accountExample = {
  situations: {
    answer: 'ok' as const,
    options: [
      { id: 6, name: 'Em aberto', meaning: 'open' as const },
      { id: 9, name: 'Atendido', meaning: 'completed' as const },
    ],
  },
  channels: {
    answer: 'ok' as const,
    options: [
      {
        ...{ id: '205371', name: 'Loja virtual', type: 'Nuvemshop', enabled: true },
        storeId: 'str_7h2k9m4q8r5t6v3w1x0y',
      },
    ],
  },
};

/** For the documentation. */
export const touchedExample = {
  situations: [{ id: 24, before: 'open' as const, after: 'completed' as const }],
  orders: 12,
  sales: { becomeCompleted: 12, becomeCancelled: 0, becomeOpen: 0 },
  more: false,
};
