import { z } from 'zod';
import { instant, limit, nextPlace, wordedPlace } from '../http';

/** What a message is about. */
export const occasion = z.enum([
  ...(['earned', 'expiring', 'expired', 'repurchase', 'returned'] as const),
  ...(['welcome', 'balance', 'winBack', 'birthday'] as const),
]);
const state = z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'skipped', 'unknown']);

const decisionSchema = z.strictObject({
  at: instant.meta({ description: 'When it was decided' }),
  do: z.enum(['send', 'wait', 'skip']),
  because: z.string().nullable().meta({ description: 'In a stable word; null: nothing stood against it' }),
  until: instant.nullable().meta({ description: 'When it is decided anew' }),
  text: z.string().meta({ description: 'pt-BR' }),
});

/** A message to a customer by one channel: why it went or did not, and what has become of it. */
export const messageSchema = z
  .strictObject({
    id: z.string(),
    saleId: z.string().nullable().meta({ description: 'Null: it is about no sale' }),
    customerId: z.string(),
    occasion,
    channel: z.enum(['whatsapp', 'email']),
    state,
    reason: z.string().nullable().meta({ description: 'Why it waits or did not arrive, in a stable word' }),
    text: z.string().meta({ description: 'All of it in pt-BR' }),
    decision: decisionSchema
      .nullable()
      .meta({ description: 'The last one; null: an earlier version wrote the message, or its step failed' }),
    attempts: z.int().min(0),
    createdAt: instant,
    nextAttemptAt: instant.nullable(),
    sentAt: instant.nullable(),
    reportedAt: instant.nullable().meta({ description: 'Of the newest report of the provider' }),
    updatedAt: instant,
  })
  .meta({ id: 'Message' });

/** A page of messages, newest first. */
export const messageListSchema = z.strictObject({ data: z.array(messageSchema), next: nextPlace });

/** Which messages. */
export const messageQuerySchema = z.strictObject({
  customerId: z.string().max(60).optional(),
  saleId: z.string().max(60).optional(),
  state: state.optional(),
  occasion: occasion.optional(),
  limit,
  before: wordedPlace.optional(),
});

/** One message, for examples. */
export const messageExample = {
  id: 'c2FsXzdoMmsvZXhwaXJpbmcvUDdEL3doYXRzYXBw',
  ...{
    saleId: 'sal_7h2k',
    customerId: 'cus_7h2m',
    occasion: 'expiring' as const,
    channel: 'whatsapp' as const,
  },
  ...{ state: 'queued' as const, reason: 'quiet_hours' },
  text: 'Aviso de vencimento próximo por WhatsApp: na fila: está fora do horário de envio da loja',
  decision: {
    ...{ at: '2026-11-03T23:30:00.000Z', do: 'wait' as const, because: 'quiet_hours' },
    until: '2026-11-04T11:12:00.000Z',
    text: 'Espera: está fora do horário de envio da loja',
  },
  attempts: 0,
  createdAt: '2026-11-03T23:30:00.000Z',
  nextAttemptAt: '2026-11-04T11:12:00.000Z',
  ...{ sentAt: null, reportedAt: null },
  updatedAt: '2026-11-03T23:30:00.000Z',
};
