import { z } from 'zod';
import { zoneText } from '../../loyalty';
import { instant, someChange } from '../http';
import { callStopSchema } from './call-stop-view';

/** An authorised Bling company, without its tokens. */
export const connectionSchema = z
  .strictObject({
    id: z.string(),
    companyId: z.string(),
    companyName: z.string(),
    state: z.enum(['connected', 'needs_authorization']),
    timezone: z.string().nullable().meta({ description: 'IANA zone of the store; null: the program’s' }),
    completedSituations: z
      .array(z.int())
      .meta({ description: 'Empty, like the other list: Bling’s own situations' }),
    cancelledSituations: z.array(z.int()),
    callsStopped: callStopSchema.nullable().meta({
      description: 'Why Bling is not asked for this store just now, and sales wait; null: it is asked',
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
  }),
);

/** One connection, for examples. */
export const connectionExample = {
  id: 'con_7h2k9m4q8r5t6v3w1x0y',
  companyId: '0123456789abcdef0123456789abcdef',
  companyName: 'Loja Exemplo',
  state: 'connected' as const,
  timezone: null,
  completedSituations: [9],
  cancelledSituations: [12],
  callsStopped: null,
  createdAt: '2026-11-03T12:00:00.000Z',
  authorizedAt: '2026-11-03T12:00:00.000Z',
};
