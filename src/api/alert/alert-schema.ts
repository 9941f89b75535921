import { z } from 'zod';
import { ALERT_KINDS } from '../../store';
import { instant, limit, nextPlace, placeOrInstant } from '../http';

/** Something a person has to look into. */
export const alertSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(ALERT_KINDS),
    subject: z
      .string()
      .meta({ description: 'What it is about; at most one alert of a kind and subject is open' }),
    text: z.string().meta({ description: 'pt-BR' }),
    facts: z.record(z.string(), z.unknown()).meta({ description: 'Numbers and ids behind the text' }),
    about: z
      .strictObject({
        kind: z.enum(['sale', 'customer', 'connection', 'import', 'simulation']),
        id: z.string(),
      })
      .nullable()
      .meta({ description: 'What has to be looked at; null: nothing that has a place of its own' }),
    raisedAt: instant,
    lastSeenAt: instant,
    resolvedAt: instant.nullable().meta({ description: 'null: open' }),
  })
  .meta({ id: 'Alert' });

/** A page of alerts, newest first. */
export const alertListSchema = z.strictObject({
  data: z.array(alertSchema),
  next: nextPlace,
});

/** Which alerts. */
export const alertQuerySchema = z.strictObject({
  state: z.enum(['open', 'all']).default('open'),
  limit,
  before: placeOrInstant.optional(),
});

/** One alert, for examples. */
export const alertExample = {
  id: 'alt_5h2v9kq0c4w8d1mz6p3t',
  kind: 'ledger_misfit' as const,
  subject: 'ledger',
  text:
    'A conferência do livro de lançamentos encontrou 1 divergência em 120 clientes e 2.310 lançamentos. ' +
    'O primeiro lançamento que não confere é o nº 7 do cliente cus_7h2m (spend/red_1).',
  facts: { customers: 120, entries: 2310, problems: 1 },
  about: { kind: 'customer' as const, id: 'cus_7h2m' },
  raisedAt: '2026-11-03T06:00:00.000Z',
  lastSeenAt: '2026-11-04T06:00:00.000Z',
  resolvedAt: null,
};
