import { z } from 'zod';
import { zoneText } from '../../loyalty';
import { instant, someChange } from '../http';
import { RECONCILE_EVERY, USUAL_RECONCILE_EVERY } from '../../store';
import type { ReconcileEvery } from '../../store';
import { callStopSchema } from './call-stop-view';

const reconcileEvery = z.enum(Object.keys(RECONCILE_EVERY) as [ReconcileEvery, ...ReconcileEvery[]]);

/** An authorised Bling company, without its tokens. */
export const connectionSchema = z
  .strictObject({
    id: z.string(),
    companyId: z.string(),
    companyName: z.string(),
    state: z.enum(['connected', 'needs_authorization', 'paused', 'disconnected']).meta({
      description:
        '`needs_authorization`: Bling does not accept it any more; `paused`, `disconnected`: by the merchant’s people, its orders are not read',
    }),
    forbidden: z.enum(['order', 'contact', 'invoice']).nullable().meta({
      description:
        'What Bling forbids the app to read, though it takes its tokens: the first of it; null: nothing, as far as is known. Where it is NFC-e alone, orders are read all the same',
    }),
    timezone: z.string().nullable().meta({ description: 'IANA zone of the store; null: the program’s' }),
    completedSituations: z
      .array(z.int())
      .meta({ description: 'Empty, like the other list: Bling’s own situations' }),
    cancelledSituations: z.array(z.int()),
    callsStopped: callStopSchema.nullable().meta({
      description: 'Why Bling is not asked for this store just now, and sales wait; null: it is asked',
    }),
    reconcileEvery: reconcileEvery.meta({
      description: 'How often its orders are compared with the sales, so that lost events are made good',
    }),
    consumerInvoices: z
      .boolean()
      .meta({ description: 'Whether NFC-e that no order names are sales as well' }),
    consumerInvoicesSince: instant
      .nullable()
      .meta({ description: 'Those issued from then on earn; null: none do' }),
    lastEventAt: instant.nullable().meta({
      description: 'When Bling last told of an order, to the minute; null: not since that is noted',
    }),
    reconciledUntil: instant
      .nullable()
      .meta({ description: 'Up to when its orders were compared without being asked; null: not yet' }),
    quota: z.strictObject({ usedToday: z.int(), of: z.int() }).meta({
      description: 'Calls of this installation on Bling’s day; other apps of the company use the same',
    }),
    createdAt: instant,
    authorizedAt: instant,
  })
  .meta({ id: 'Connection' });

/** The merchant's connections. */
export const connectionListSchema = z.strictObject({ data: z.array(connectionSchema) });

/** Ids of situations, each once. */
export const situations = z
  .array(z.int().min(1).max(Number.MAX_SAFE_INTEGER))
  .max(100)
  .refine(
    (ids) => new Set(ids).size === ids.length,
    'Há situações repetidas na lista, e cada uma só conta uma vez. Retire as repetições.',
  )
  .meta({ uniqueItems: true });

/** What can be changed of a connection. */
export const connectionChangeSchema = someChange(
  z.strictObject({
    completedSituations: situations.optional(),
    cancelledSituations: situations.optional(),
    timezone: zoneText.nullish(),
    reconcileEvery: reconcileEvery.optional(),
    consumerInvoices: z.boolean().optional(),
  }),
);

/** One connection, for examples. */
export const connectionExample = {
  id: 'con_7h2k9m4q8r5t6v3w1x0y',
  companyId: '0123456789abcdef0123456789abcdef',
  companyName: 'Loja Exemplo',
  state: 'connected' as const,
  forbidden: null,
  timezone: null,
  completedSituations: [9],
  cancelledSituations: [12],
  callsStopped: null,
  reconcileEvery: USUAL_RECONCILE_EVERY,
  consumerInvoices: false,
  consumerInvoicesSince: null,
  lastEventAt: '2026-11-03T11:58:00.000Z',
  reconciledUntil: '2026-11-03T11:45:00.000Z',
  quota: { usedToday: 1_840, of: 120_000 },
  createdAt: '2026-11-03T12:00:00.000Z',
  authorizedAt: '2026-11-03T12:00:00.000Z',
};
