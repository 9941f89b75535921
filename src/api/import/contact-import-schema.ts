import { z } from 'zod';
import { instant, namedKey, localDate } from '../http';

/** Bling answers for a year at a time. */
const PAST = /^P(?:(?:[1-9]|1[0-2])M|(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])D|1Y)$/;

/** What besides the contacts is to be read. */
export const contactImportQuerySchema = z.strictObject({
  history: z
    .string()
    .regex(PAST, 'Use dias (P1D a P365D), meses (P1M a P12M) ou um ano (P1Y) inteiros.')
    .optional()
    .meta({
      description:
        'How far back past orders are read as well, counted from today: whole days, months or a year, at most `P12M`. Orders that were completed before the company was connected become sales of the history: they earn nothing, and nobody is written to. An order that is known already is left as it is',
      example: 'P12M',
    }),
  earn: z.enum(['true', 'false']).default('false').meta({
    description:
      'true: the past orders earn, once, by the program of today; nobody is written to about them. Only with `history`',
  }),
});

const count = z.int();

/** How an import of contacts stands. */
export const contactImportSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['contacts']),
    connectionId: z.string(),
    cause: z.enum(['person', 'daily']).meta({
      description: '`daily`: what was changed in Bling since the day before; it is in no list',
    }),
    state: z.enum(['running', 'paused', 'finished', 'cancelled', 'failed']),
    phase: z.enum(['contacts', 'orders']).meta({ description: 'What is being read, or was read last' }),
    contacts: z.strictObject({
      done: count,
      created: count,
      updated: count.meta({ description: 'Known before, and changed by it' }),
      unchanged: count,
      nobody: count.meta({
        description: 'Without a mark that tells who it is: none, masked, or the store’s own',
      }),
      leftOut: count.meta({
        description:
          'The walk-in contact, those that are excluded in Bling, and those that it does not tell of',
      }),
      details: count.meta({
        description:
          'Read one by one, because their row in the list has neither a document nor a mobile, or was changed',
      }),
    }),
    history: z
      .strictObject({
        from: localDate,
        to: localDate,
        earn: z.boolean(),
        done: count,
        kept: count,
        known: count.meta({ description: 'Were sales already, and stay as they are' }),
        notCounted: count.meta({ description: 'Not completed, or with amounts that cannot be right' }),
      })
      .nullable(),
    progress: z.strictObject({
      page: count,
      estimatedTotal: count.nullable().meta({ description: 'Bling does not say how many there are' }),
      perMinute: count.nullable(),
      secondsLeft: count.nullable(),
    }),
    quota: z.strictObject({
      calls: count.meta({ description: 'To Bling, by this import' }),
      day: z
        .strictObject({ used: count, of: count })
        .nullable()
        .meta({ description: 'By everybody, today; null: it has ended' }),
    }),
    waiting: z
      .strictObject({
        why: z.enum(['pace', 'day', 'silence', 'paused', 'connection', 'permission']).meta({
          description:
            '`pace`: live sales go first; `day`: what is left of the day’s calls is kept for them; `silence`: Bling does not answer; `paused`: the connection is, by its people; `connection`: it has to be authorised again; `permission`: Bling lets nobody read this',
        }),
        until: instant,
      })
      .nullable(),
    operator: z
      .string()
      .nullable()
      .meta({ description: 'Who asked for it; null: a key, nobody, or it was not kept' }),
    key: namedKey,
    startedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'ContactImport' });

/** One import of contacts, for examples. */
export const contactImportExample = {
  id: 'imp_7h2k9m4q8r5t6v3w1x0y',
  kind: 'contacts' as const,
  connectionId: 'con_7h2k9m4q8r5t6v3w1x0y',
  cause: 'person' as const,
  state: 'running' as const,
  phase: 'contacts' as const,
  contacts: { done: 300, created: 210, updated: 30, unchanged: 40, nobody: 19, leftOut: 1, details: 12 },
  history: {
    ...{ from: '2025-11-04', to: '2026-11-03', earn: false },
    ...{ done: 0, kept: 0, known: 0, notCounted: 0 },
  },
  progress: { page: 4, estimatedTotal: 1_200, perMinute: 900, secondsLeft: 60 },
  quota: { calls: 20, day: { used: 1_300, of: 120_000 } },
  waiting: null,
  operator: 'Ana Souza',
  key: null,
  startedAt: '2026-11-03T12:00:00.000Z',
  finishedAt: null,
};
