import { z } from 'zod';
import { MOST_FOUND } from '../../store';
import { instant, limit, nextPlace, placeOrInstant } from '../http';

/** Which period is compared. */
export const reconciliationRequestSchema = z.strictObject({
  from: z.iso.datetime().meta({ description: 'Orders changed at this instant or later are compared' }),
  until: z.iso
    .datetime()
    .optional()
    .meta({ description: 'And up to this one, which is past; a year later at most. Default: now' }),
});

const fields = {
  id: z.string(),
  connectionId: z.string(),
  trigger: z
    .enum(['asked', 'scheduled', 'situations'])
    .meta({ description: '`asked`: by somebody; `scheduled`: by the connection’s own run' }),
  state: z.enum(['running', 'finished', 'cancelled', 'failed']).meta({
    description: '`cancelled`: somebody has ended its run; `failed`: it could not go on, see `failure`',
  }),
  failure: z
    .string()
    .nullable()
    .meta({ description: 'Why it failed, in a stable word such as `Bling.forbidden`; null: it did not' }),
  from: instant,
  until: instant,
  lookedAt: z
    .int()
    .meta({ description: 'Orders of Bling, and NFC-e where they count, that were compared, each once' }),
  missing: z.int().meta({ description: 'Of these, orders that were not known here' }),
  differing: z
    .int()
    .meta({ description: 'And orders whose situation, total, contact or content was another' }),
  deleted: z.int().meta({ description: 'Sales whose order turned out to be deleted' }),
  repaired: z.int().meta({ description: 'Of all these, those that were seen to be right since' }),
  beganAt: instant,
  endedAt: instant.nullable(),
};

/** A comparison, and what it came to. */
export const reconciliationSchema = z
  .strictObject({
    ...fields,
    found: z
      .array(
        z.strictObject({
          orderId: z.string().meta({ description: 'Its id in Bling; an NFC-e’s is preceded by `nfce-`' }),
          saleId: z.string(),
          why: z.enum(['missing', 'unread', 'situation', 'total', 'contact', 'content', 'unlisted']).meta({
            description:
              '`missing`: there was no such sale; `unread`: there was, and it was never read; `content`: items, freight, date, channel or NFC-e were others; `unlisted`: Bling’s list no longer has it; else what differed',
          }),
          text: z.string().meta({ description: 'pt-BR' }),
          foundAt: instant,
          repairedAt: instant.nullable().meta({ description: 'null: not seen to be right yet' }),
        }),
      )
      .meta({ description: `What was not as it should be: the first ${MOST_FOUND}, once it has ended` }),
  })
  .meta({ id: 'Reconciliation' });

/** A page of comparisons, newest first, without the single orders. */
export const reconciliationListSchema = z.strictObject({
  data: z.array(z.strictObject(fields).meta({ id: 'ReconciliationSummary' })),
  next: nextPlace,
});

/** Which page. */
export const reconciliationPageSchema = z.strictObject({ limit, before: placeOrInstant.optional() });

/** One that has ended, for examples. */
export const reconciliationExample = {
  id: 'rec_7h2k9m4q8r5t6v3w1x0y',
  connectionId: 'con_7h2k9m4q8r5t6v3w1x0y',
  trigger: 'asked' as const,
  state: 'finished' as const,
  failure: null,
  from: '2026-11-02T12:00:00.000Z',
  until: '2026-11-03T12:00:00.000Z',
  lookedAt: 214,
  missing: 1,
  differing: 0,
  deleted: 0,
  repaired: 1,
  beganAt: '2026-11-03T12:00:05.000Z',
  endedAt: '2026-11-03T12:00:31.000Z',
  found: [
    {
      orderId: '26737100001',
      saleId: 'sal_4d8w1mz6p3t5h2v9kq0c',
      why: 'missing' as const,
      text: 'O pedido existe no Bling e não era conhecido aqui.',
      foundAt: '2026-11-03T12:00:08.000Z',
      repairedAt: '2026-11-03T12:00:30.000Z',
    },
  ],
};
